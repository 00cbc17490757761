import assert from 'node:assert/strict'
import { test } from 'node:test'
import { world } from '../../world/world.ts'

/** What the service was recorded to answer, or a page says of it, country by country. */
const published = {
  US: {
    states: 51,
    supportedLanguagesList: ['en', 'es'],
    supportedCulturesList: ['en-US', 'es-US'],
    postalCodeRegex: String.raw`^\d{5}(-\d{4})?$`,
    isVatIdSupported: false,
    isTaxIdSupported: true,
    isTaxIdOptional: true,
    countryCallingCodesList: ['1'],
  },
  CN: {
    states: 31,
    supportedLanguagesList: ['zh-CHS', 'en'],
    supportedCulturesList: ['zh-CN', 'en-US'],
    postalCodeRegex: '^[0-9]{6,6}$',
    isVatIdSupported: false,
    isTaxIdSupported: false,
    isTaxIdOptional: false,
    countryCallingCodesList: ['86'],
  },
  GB: {
    states: 0,
    supportedLanguagesList: ['en'],
    supportedCulturesList: ['en-GB', 'en-US'],
    taxIdFormat: 'GB#########',
    isVatIdSupported: true,
    isTaxIdSupported: false,
    isTaxIdOptional: true,
    countryCallingCodesList: ['44'],
  },
  PT: {
    states: 0,
    supportedLanguagesList: ['en', 'pt-PT'],
    supportedCulturesList: ['pt-PT', 'en-US'],
    postalCodeRegex: String.raw`^\d{4}(-\d{3})?$`,
  },
} as const

const members = [
  ...['iso2Code', 'defaultCulture', 'isStateRequired', 'supportedStatesList', 'supportedLanguagesList'],
  ...[
    'supportedCulturesList',
    'isPostalCodeRequired',
    'postalCodeRegex',
    'isCityRequired',
    'isVatIdSupported',
  ],
  ...['taxIdFormat', 'taxIdSample', 'vatIdRegex', 'phoneNumberRegex', 'isTaxIdSupported', 'isTaxIdOptional'],
  ...['countryCallingCodesList', 'attributes'],
]

for (const [countryId, { states, ...expected }] of Object.entries(published)) {
  test(`the validation rules of ${countryId} are those that were recorded`, async (t) => {
    const { client } = await world(t)
    const rules = await client.customers.getCountryValidationRules({ countryId })
    assert.equal(rules.supportedStatesList.length, states)
    assert.deepEqual({ ...rules, ...expected }, rules)
    assert.equal(rules.attributes.objectType, 'CountryValidationRules')
    const names = Object.keys(rules)
    assert.deepEqual(
      names,
      members.filter((name) => names.includes(name)),
    )
  })
}

test('a country of which nothing was recorded is answered in the same way', async (t) => {
  const { client } = await world(t)
  const { supportedStatesList, supportedLanguagesList, supportedCulturesList, taxIdFormat } =
    await client.customers.getCountryValidationRules({ countryId: 'de' })
  assert.deepEqual(
    [supportedStatesList, supportedLanguagesList, supportedCulturesList, taxIdFormat],
    [[], ['de', 'en'], ['de-DE', 'en-US'], undefined],
  )
})
