import addressRules from '../../../../../data/countries/address-rules.json' with { type: 'json' }
import countries from '../../../../../data/countries/countries.json' with { type: 'json' }

/** What addresses of one country look like. */
export interface CountryRules {
  /** ISO 3166-1 alpha-2, upper case. */
  readonly country: string
  readonly cultures: readonly [string, ...string[]]
  readonly callingCode: string
  readonly area: string
  readonly stateRequired: boolean
  readonly states: readonly string[] | undefined
  readonly postalRequired: boolean
  readonly postal: string | undefined
  readonly phone: string | undefined
  readonly vat: string | undefined
  readonly taxFormat: string | undefined
  readonly taxSample: string | undefined
}

interface CountryRow {
  readonly culture: string
  readonly callingCode: string
  readonly area: string
}

interface AddressRow {
  readonly cultures?: readonly string[]
  readonly stateRequired?: boolean
  readonly states?: readonly string[]
  readonly postalRequired?: boolean
  readonly postal?: string
  readonly phone?: string
  readonly vat?: string
  readonly taxFormat?: string
  readonly taxSample?: string
}

/** Undefined for a code that is no country. Case does not matter. */
export const findCountryRules = (country: string): CountryRules | undefined =>
  rulesByCountry.get(country.toUpperCase())

const addressRows: Readonly<Record<string, AddressRow>> = addressRules

const rulesByCountry: ReadonlyMap<string, CountryRules> = new Map(
  Object.entries<CountryRow>(countries).map(([country, row]) => [
    country,
    countryRules(country, row, addressRows[country] ?? {}),
  ]),
)

/** A country without rows of its own takes any state and any postal code. */
function countryRules(country: string, row: CountryRow, address: AddressRow): CountryRules {
  const others = (address.cultures ?? []).filter((culture) => culture !== row.culture)
  return {
    country,
    cultures: [row.culture, ...others],
    callingCode: row.callingCode,
    area: row.area,
    stateRequired: address.stateRequired ?? false,
    states: address.states,
    postalRequired: address.postalRequired ?? false,
    postal: address.postal,
    phone: address.phone,
    vat: address.vat,
    taxFormat: address.taxFormat,
    taxSample: address.taxSample,
  }
}

export const languagesOf = (rules: CountryRules): string[] => [...new Set(rules.cultures.map(languageOf))]

const languageOf = (culture: string): string => culture.split('-')[0] ?? culture

const culturesByName: ReadonlyMap<string, string> = new Map(
  [...rulesByCountry.values()]
    .flatMap((rules) => rules.cultures)
    .map((culture) => [culture.toLowerCase(), culture]),
)

const languages: ReadonlySet<string> = new Set([...culturesByName.values()].map(languageOf))

/** The culture as it is written, for `EN-US`; undefined when no country uses it. */
export const findCulture = (name: string): string | undefined => culturesByName.get(name.toLowerCase())

/** `en`, and also a whole culture: both are sent. */
export const isLanguage = (name: string): boolean =>
  languages.has(name.toLowerCase()) || findCulture(name) !== undefined

/** The members of an address that do not fit the country, by their published names. */
export function addressProblems(
  address: { state?: string; postalCode?: string; city?: string; phoneNumber?: string },
  rules: CountryRules,
): string[] {
  const problems: string[] = []
  const state = address.state?.trim() ?? ''
  const postalCode = address.postalCode?.trim() ?? ''
  const phone = address.phoneNumber?.replaceAll(/[\s+]/g, '') ?? ''
  if ((address.city?.trim() ?? '') === '') problems.push('City')
  if (state === '' ? rules.stateRequired : rules.states?.includes(state.toUpperCase()) === false) {
    problems.push('State')
  }
  if (postalCode === '' ? rules.postalRequired : !fits(rules.postal, postalCode)) problems.push('PostalCode')
  if (phone !== '' && !fits(rules.phone, phone)) problems.push('PhoneNumber')
  return problems
}

const fits = (pattern: string | undefined, text: string): boolean =>
  pattern === undefined || new RegExp(pattern, 'u').test(text)
