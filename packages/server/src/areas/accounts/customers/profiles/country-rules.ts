import addressRules from '../../../../../data/countries/address-rules.json' with { type: 'json' }
import countries from '../../../../../data/countries/countries.json' with { type: 'json' }

/** What addresses of one country look like. */
export interface CountryRules {
  /** ISO 3166-1 alpha-2, upper case. */
  readonly country: string
  readonly cultures: readonly [string, ...string[]]
  readonly languages: readonly string[]
  readonly callingCode: string
  readonly area: string
  readonly stateRequired: boolean
  readonly states: readonly string[] | undefined
  readonly postalRequired: boolean
  readonly postal: string | undefined
  readonly phone: string | undefined
  readonly vat: string | undefined
  readonly hasTaxId: boolean
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
  readonly languages?: readonly string[]
  readonly stateRequired?: boolean
  readonly states?: readonly string[]
  readonly postalRequired?: boolean
  readonly postal?: string
  readonly phone?: string
  readonly vat?: string
  /** Without it, a country that has a format has an id. */
  readonly hasTaxId?: boolean
  readonly taxFormat?: string
  readonly taxSample?: string
}

/** Undefined for a code that is no country. Case does not matter. */
export const findCountryRules = (country: string): CountryRules | undefined =>
  rulesByCountry.get(country.toUpperCase())

const addressRows: Readonly<Record<string, AddressRow>> = addressRules

/** Chinese is told apart by its script, as recorded for CN. */
const chinese: Readonly<Record<string, string>> = { 'zh-CN': 'zh-CHS', 'zh-SG': 'zh-CHS' }

const rulesByCountry: ReadonlyMap<string, CountryRules> = new Map(
  Object.entries<CountryRow>(countries).map(([country, row]) => [
    country,
    countryRules(country, row, addressRows[country] ?? {}),
  ]),
)

/** A country without rows of its own takes any state and any postal code. American English is a culture of each. */
function countryRules(country: string, row: CountryRow, address: AddressRow): CountryRules {
  const others = (address.cultures ?? []).filter((culture) => culture !== row.culture)
  const hasEnglish = [row.culture, ...others].some((culture) => culture === 'en-US')
  const cultures = [row.culture, ...others, ...(hasEnglish ? [] : ['en-US'])] as const
  return {
    country,
    cultures,
    languages: address.languages ?? [...new Set(cultures.map(languageName))],
    callingCode: row.callingCode,
    area: row.area,
    stateRequired: address.stateRequired ?? false,
    states: address.states,
    postalRequired: address.postalRequired ?? false,
    postal: address.postal,
    phone: address.phone,
    vat: address.vat,
    hasTaxId: address.hasTaxId ?? address.taxFormat !== undefined,
    taxFormat: address.taxFormat,
    taxSample: address.taxSample,
  }
}

function languageOf(culture: string): string {
  return culture.split('-')[0] ?? culture
}

function languageName(culture: string): string {
  return culture.startsWith('zh-') ? (chinese[culture] ?? 'zh-CHT') : languageOf(culture)
}

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
