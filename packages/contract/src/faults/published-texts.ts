import published from '../../data/published-texts.json' with { type: 'json' }
import repairs from '../../data/text-repairs.json' with { type: 'json' }
import { locales, type Locale } from '../locales/index.ts'
import { everyFault, type AnyFaultName } from './index.ts'

/** A row of the published error list, as it was printed in one language. */
export interface PublishedRow {
  /** `null` where the stored page has lost the cell. */
  readonly code: number | null
  readonly status: number | null
  readonly text: string
}

/**
 * The published error list in four languages, each of another year, row by row. Placeholders have numbers there. In
 * English a line break of the stored page is a blank here, and fourteen rows have lost their code.
 * @see partner-center/developer/error-codes
 */
export const publishedRows: Readonly<Record<Locale, readonly PublishedRow[]>> = published

/** Where the text of a fault comes from in one language. */
export type TextSource =
  | { readonly kind: 'published' }
  | { readonly kind: 'repaired'; readonly reason: string; readonly originals: readonly string[] }
  /** No published list has the fault in this language. */
  | { readonly kind: 'ours' }

export function textSource(name: AnyFaultName, locale: Locale): TextSource {
  const rows = (rowsByFault[locale] ??= rowsOf(locale)).get(name) ?? []
  if (rows.length === 0) return { kind: 'ours' }
  const originals = rows.filter(({ text }) => !saysTheSame(text, locales[locale][name]))
  const reason = repairOf(name, locale)
  return originals.length === 0 || reason === undefined
    ? { kind: 'published' }
    : { kind: 'repaired', reason, originals: originals.map(({ text }) => text) }
}

/** Why the text of a fault is another one than the published row. */
export const repairOf = (name: AnyFaultName, locale: Locale): string | undefined =>
  (repairs as Readonly<Record<Locale, Partial<Readonly<Record<AnyFaultName, string>>>>>)[locale][name]

/** The fault that a row is about; `undefined` for a row that belongs to none, which no row does. */
export function faultOfRow(row: PublishedRow, locale: Locale): AnyFaultName | undefined {
  const candidates = names.filter((name) => isKeyOf(row, name))
  return (
    candidates.find((name) => saysTheSame(row.text, locales[locale][name])) ??
    candidates.find((name) => row.code !== null && repairOf(name, locale) !== undefined)
  )
}

/** Equal but for what placeholders are called: `{0}` in the list, `{customerId}` here. */
export function saysTheSame(published: string, text: string): boolean {
  const [left, right] = [literalsOf(published), literalsOf(text)]
  return left.length === right.length && left.every((part, place) => part === right[place])
}

/** What stands between the placeholders. */
export const literalsOf = (text: string): string[] => text.split(/\{[^{}]*\}/)

const names = Object.keys(everyFault) as AnyFaultName[]

/** One list of 2020 prints a conflict with the status of a bad request. */
const misprinted: Readonly<Record<string, string>> = { '800082/400': '800082/409' }

function isKeyOf({ code, status }: PublishedRow, name: AnyFaultName): boolean {
  const spec = everyFault[name]
  const key = misprinted[`${code}/${status}`] ?? `${code ?? spec.code}/${status ?? spec.status}`
  return key === `${spec.code}/${spec.status}`
}

const rowsByFault: { [L in Locale]?: ReadonlyMap<AnyFaultName, readonly PublishedRow[]> } = {}

function rowsOf(locale: Locale): ReadonlyMap<AnyFaultName, readonly PublishedRow[]> {
  const rows = new Map<AnyFaultName, PublishedRow[]>()
  for (const row of publishedRows[locale]) {
    const name = faultOfRow(row, locale)
    if (name !== undefined) rows.set(name, [...(rows.get(name) ?? []), row])
  }
  return rows
}
