import { everyFault, extraFaults, nameOf, type AnyFaultName } from '../faults/index.ts'
import { fillIn, type Fault, type Translation } from '../faults/fault.ts'
import { csCZ } from './cs-CZ.ts'
import type { Messages } from './locale.ts'
import { nlNL } from './nl-NL.ts'
import { ptPT } from './pt-PT.ts'

export type Locale = 'en-US' | Translation

export type { Messages } from './locale.ts'

const english = Object.fromEntries(
  Object.entries(everyFault).map(([name, { message }]) => [name, message]),
) as Record<AnyFaultName, string>

const extrasIn = (language: Translation) =>
  Object.fromEntries(
    Object.entries(extraFaults).map(([name, { texts }]) => [name, texts[language]]),
  ) as Record<keyof typeof extraFaults, string>

/** The fault texts of every language; English comes from the declarations, and all of those outside the list do. */
export const locales: { readonly [L in Locale]: Messages } = {
  'en-US': english,
  'nl-NL': { ...nlNL, ...extrasIn('nl-NL') },
  'pt-PT': { ...ptPT, ...extrasIn('pt-PT') },
  'cs-CZ': { ...csCZ, ...extrasIn('cs-CZ') },
}

/**
 * The language to answer in: the first wanted one that we have, by its exact tag or else by its language (`pt-BR` gets
 * `pt-PT`), and en-US when there is none. Takes a single tag (X-Locale) as well as a weighted list (Accept-Language).
 * An unknown language is never an error. The matching by language is assumed.
 * @see partner-center/developer/headers
 */
export function negotiateLocale(header: string | undefined): Locale {
  if (header === undefined || header === '') return 'en-US'
  for (const tag of wantedTags(header)) {
    const match = known.find((locale) => locale.toLowerCase() === tag) ?? known.find(speaks(tag))
    if (match !== undefined) return match
  }
  return 'en-US'
}

/** The published limit of a description, in UTF-16 code units. @see partner-center/developer/error-codes */
export const descriptionLimit = 1024

/** The text of a fault for the caller: translated, filled in and cut to the published limit. */
export function describe({ spec, params }: Pick<Fault, 'spec' | 'params'>, locale: Locale): string {
  const text = fillIn(locales[locale][nameOf(spec)], params)
  return text.length <= descriptionLimit ? text : `${text.slice(0, descriptionLimit - 1)}…`
}

const known = Object.keys(locales) as Locale[]

const speaks =
  (tag: string) =>
  (locale: Locale): boolean =>
    locale.slice(0, 2) === tag.split('-', 1)[0]

/** The tags of a header in lower case, most wanted first; `_` counts as `-`, and weight 0 means unwanted. */
function wantedTags(header: string): string[] {
  return header
    .toLowerCase()
    .replaceAll('_', '-')
    .split(',')
    .map((item) => {
      const [tag = '', ...options] = item.split(';').map((part) => part.trim())
      const weight = options.find((option) => option.startsWith('q='))
      return { tag, weight: weight === undefined ? 1 : Number(weight.slice(2)) }
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ tag }) => tag)
}
