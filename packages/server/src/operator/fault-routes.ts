import type { Endpoint } from '@tenantry/contract/endpoint.ts'
import { endpoints } from '@tenantry/contract/endpoints/index.ts'
import { faultsOf } from '@tenantry/contract/faults-of.ts'
import { faultConditions } from '@tenantry/contract/faults/conditions.ts'
import recipes from '@tenantry/contract/fault-recipes.json' with { type: 'json' }
import { everyFault, type AnyFaultName } from '@tenantry/contract/faults/index.ts'
import { findByText } from '@tenantry/contract/faults/find-by-text.ts'
import { textSource } from '@tenantry/contract/faults/published-texts.ts'
import { locales, type Locale } from '@tenantry/contract/locales/index.ts'
import type { faultEndpoints } from '@tenantry/contract/operator/faults.ts'
import type { FaultPage } from '@tenantry/contract/operator/resources/fault-page.ts'
import type { OperatorRoutes } from './operation.ts'
import { notFound } from './operator-error.ts'

/** The error catalogue. A code can stand for two faults, so one code answers a list as well. */
export const faultRoutes: OperatorRoutes<typeof faultEndpoints> = {
  listFaults: async (_place, { query: { text } }) =>
    text === undefined ? faultPages() : findByText(text).map(({ fault }) => faultPage(fault)),

  getFault: async (_place, { params: { code } }) => {
    const pages = faultPages().filter((page) => page.code === code)
    if (pages.length === 0) throw notFound(`fault with the code ${code}`)
    return pages
  },
}

const faultPages = () => (Object.keys(everyFault) as AnyFaultName[]).map(faultPage)

function faultPage(name: AnyFaultName): FaultPage {
  const { code, status } = everyFault[name]
  const { area, conditions } = faultConditions[name]
  const recipe = (recipes as Readonly<Record<string, string>>)[name]
  const texts = (Object.keys(locales) as Locale[]).flatMap((locale) => {
    const text = locales[locale][name]
    return text === undefined ? [] : [[locale, text] as const]
  })
  return {
    name,
    code,
    status,
    area,
    texts: Object.fromEntries(texts),
    ...wordsOf(name),
    endpoints: endpointsWith(name),
    ...(recipe === undefined ? {} : { recipe }),
    conditions: conditions.map(({ operation, when, provenance }) => ({ operation, when, provenance })),
  }
}

/** Whose words the texts are. */
function wordsOf(name: AnyFaultName): Pick<FaultPage, 'sources' | 'originals'> {
  const sources = (Object.keys(locales) as Locale[]).map((locale) => ({
    locale,
    ...textSource(name, locale),
  }))
  return {
    sources: Object.fromEntries(sources.map(({ locale, kind }) => [locale, kind])),
    originals: sources.flatMap((source) =>
      source.kind === 'repaired'
        ? source.originals.map((text) => ({ locale: source.locale, text, reason: source.reason }))
        : [],
    ),
  }
}

const declared: readonly Endpoint[] = Object.values(endpoints)

const endpointsWith = (name: AnyFaultName): string[] =>
  declared
    .filter((endpoint) => faultsOf(endpoint).includes(everyFault[name]))
    .map(({ method, path }) => `${method} ${path}`)
