import { test } from 'node:test'
import { brokenFaults, ruleList } from '../../../../kernel/rule.ts'
import { inForce } from '../../../../kernel/policy.ts'
import { parseInstant } from '../../../../kernel/time.ts'
import { restrictedNames, registrationNumbers } from '../customer-policies.ts'
import { customerBody } from '../customers.fixture.ts'
import { isEmail, profileRules, type ProfileFacts } from './profile-rules.ts'

const now = parseInstant('2026-01-15T00:00:00Z')
const { billingProfile } = customerBody({})

/** A profile with a country, that is otherwise fine for any country without rows of its own. */
function factsOf(
  country: string,
  changes: { number?: string; phone?: string; address?: object } = {},
): ProfileFacts {
  const { state: _state, postalCode: _code, ...address } = billingProfile.defaultAddress
  return {
    profile: {
      ...billingProfile,
      defaultAddress: {
        ...address,
        country,
        phoneNumber: changes.phone ?? '',
        ...changes.address,
      },
    },
    organizationRegistrationNumber: changes.number,
    restricted: inForce(restrictedNames.rows, now),
    registration: inForce(registrationNumbers.rows, now),
    partnerDomains: ['fabrikam-cloud.example'],
    markets: [country.toUpperCase()],
  }
}

const list = ruleList('profile', profileRules)
const firstCode = (facts: ProfileFacts) => brokenFaults(list, facts)[0]?.spec.code
const postal: Readonly<Record<string, string>> = {
  HU: '1011',
  IN: '560001',
  MD: '',
  RU: '101000',
  UA: '01001',
  BR: '01310-100',
  PL: '00-001',
  ZA: '2000',
  TH: '10110',
  CZ: '110 00',
  US: '98052',
  TR: '34000',
}
const withNumber = (country: string, number?: string, phone = '5550100') =>
  factsOf(country, {
    ...(number === undefined ? {} : { number }),
    phone,
    address: { postalCode: postal[country] ?? '' },
  })

/** Country, numbers that are taken, numbers that are not. */
const numbers: readonly [string, readonly string[], readonly string[]][] = [
  ['AM', ['12345678'], ['1234567', '123456789', '1234567A']],
  ['AZ', ['1234567891', '1234567892'], ['1234567893', '123456789']],
  ['BY', ['123456789'], ['12345678']],
  ['HU', ['12345678', '12345678901', '12345678-1-42'], ['123456789']],
  ['IN', ['ABCDE1234F', '29ABCDE1234F1Z5'], ['ABCDE12345', 'abcde1234f']],
  ['KZ', ['123456789012'], ['12345678901']],
  ['KG', ['12345678901234'], ['1234567890123']],
  ['MD', ['1234567', '1234567890123'], ['12345678']],
  ['RU', ['1234567890', '123456789012'], ['12', '12345678901']],
  ['TJ', ['123456789', '1234567890'], ['12345678']],
  ['UZ', ['123456789'], ['1234567890']],
  ['UA', ['12345678', '1234567890'], ['123456789']],
  ['BR', ['11222333000181', '11.222.333/0001-81'], ['11.222.333/0001']],
  ['IQ', ['ABC12'], ['AB12', 'A'.repeat(23)]],
  ['MM', ['ABC12'], ['AB-12']],
  ['SS', ['ABC12'], ['ABCD']],
  ['PL', ['1234567890', '12345678901'], ['123456789']],
  ['SA', ['1234567890', '123456789012345'], ['12345678901']],
  ['ZA', ['1234567890'], ['1234']],
  ['TH', ['1234567890123'], ['123456789012']],
  ['TR', ['1234567890', '12345678901'], ['123456789012']],
  ['AE', ['123456789012345'], ['12345678901234']],
  ['VE', ['J-12345678-9', 'J123456789'], ['X-12345678-9']],
  ['VN', ['1234567890', '1234567890-123'], ['123456789']],
]

for (const [country, good, bad] of numbers) {
  test(`${country}: registration numbers have a form of their own`, (t) => {
    for (const number of good) t.assert.equal(firstCode(withNumber(country, number)), undefined, number)
    for (const number of bad) t.assert.equal(firstCode(withNumber(country, number)), 600050, number)
  })
}

test('twelve countries ask for a registration number and a phone number', (t) => {
  for (const country of 'AM AZ BY HU IN KZ KG MD RU TJ UZ UA'.split(' ')) {
    const good = numbers.find(([name]) => name === country)?.[1][0] ?? ''
    t.assert.equal(firstCode(withNumber(country)), 600049, country)
    t.assert.equal(firstCode(withNumber(country, good, ' ')), 600051, country)
  }
  t.assert.equal(firstCode(withNumber('BR', undefined, '')), undefined)
})

test('600002: a number where the country has none', (t) => {
  t.assert.equal(
    firstCode(factsOf('US', { number: '123456', address: { state: 'WA', postalCode: '98052' } })),
    600002,
  )
  t.assert.equal(
    firstCode(factsOf('CN', { number: '1', address: { state: 'BJ', postalCode: '100000' } })),
    600002,
  )
})

test('600050 names the form that was expected', (t) => {
  const [broken] = brokenFaults(list, withNumber('RU', '12'))
  t.assert.equal(broken?.message.endsWith(String.raw`^(\d{10}|\d{12})$`), true)
})

test('e-mail addresses are judged by their form', (t) => {
  for (const good of ['a@b.co', 'ana.trujillo+cloud@sub.woodgrove.example', "o'neil@contoso.com"]) {
    t.assert.equal(isEmail(good), true, good)
  }
  for (const bad of [
    '',
    'a',
    'a@b',
    '@b.co',
    'a b@c.de',
    'a@b..co',
    'a@-b.co',
    'Ana <a@b.co>',
    'a@b.co, c@d.ef',
    `${'a'.repeat(65)}@b.co`,
  ]) {
    t.assert.equal(isEmail(bad), false, bad)
  }
})

test("an e-mail address of Microsoft or of the partner is not the customer's", (t) => {
  const facts = factsOf('CZ', { address: { postalCode: '110 00' } })
  const withEmail = (email: string) => firstCode({ ...facts, profile: { ...facts.profile, email } })
  t.assert.equal(withEmail('ana@microsoft.com'), 3000)
  t.assert.equal(withEmail('ana@Fabrikam-Cloud.example'), 3000)
  t.assert.equal(withEmail('ana@microsoft.com.example'), undefined)
})

const addresses: readonly [string, object, number | undefined][] = [
  ['US', { state: 'WA', postalCode: '98052' }, undefined],
  ['us', { state: 'wa', postalCode: '98052-8300' }, undefined],
  ['US', { state: 'ZZ', postalCode: '98052' }, 600002],
  ['US', { postalCode: '98052' }, 600002],
  ['US', { state: 'WA', postalCode: '9805' }, 600002],
  ['US', { state: 'WA', postalCode: '98052', phoneNumber: '+1 (425) 555-0100' }, undefined],
  ['US', { state: 'WA', postalCode: '98052', phoneNumber: '12' }, 600002],
  ['CA', { state: 'ON', postalCode: 'K1A 0B1' }, undefined],
  ['DE', { postalCode: '10115' }, undefined],
  ['DE', { state: 'Bayern', postalCode: '80331' }, undefined],
  ['DE', {}, 600002],
  ['IE', {}, undefined],
  ['AO', {}, undefined],
  ['QQ', {}, 3000],
  ['DE', { postalCode: '10115', city: ' ' }, 800002],
  ['DE', { postalCode: '10115', firstName: ' ' }, 800002],
]

for (const [country, address, code] of addresses) {
  test(`an address in ${country} with ${JSON.stringify(address)} is ${code ?? 'fine'}`, (t) => {
    t.assert.equal(firstCode(factsOf(country, { address })), code)
  })
}
