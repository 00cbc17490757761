import type { ListQuery, Range, Where, ColumnValues } from './table.ts'
import type { SqlValue } from './engine.ts'

/** True for a query that `choose` can answer: whole, and by what documents say about themselves. */
export const isChoice = ({ range = {}, after, limit }: ListQuery): boolean =>
  after === undefined &&
  limit === undefined &&
  Object.values(range).every(({ startsWith }) => startsWith === undefined)

/** A document with what it puts into its columns. */
export interface Listed<D> {
  readonly document: D
  readonly row: ColumnValues
}

/** What a database would answer that has these documents and no others. */
export function choose<D>(documents: Iterable<Listed<D>>, query: ListQuery): D[] {
  const { where = {}, range = {}, orderBy = [], descending = false } = query
  const chosen: Listed<D>[] = []
  for (const one of documents) if (meets(one.row, where) && lies(one.row, range)) chosen.push(one)
  const sign = descending ? -1 : 1
  if (orderBy.length > 0) chosen.sort((a, b) => sign * order(a.row, b.row, orderBy))
  return chosen.map(({ document }) => document)
}

function meets(row: ColumnValues, where: Where): boolean {
  for (const column in where) {
    const wanted = where[column]
    const value = row[column]
    if (Array.isArray(wanted) ? value === null || !wanted.includes(value) : value !== wanted) return false
  }
  return true
}

function lies(row: ColumnValues, ranges: Readonly<Record<string, Range>>): boolean {
  for (const column in ranges) {
    const value = row[column]
    const { atLeast, atMost, below, above } = ranges[column] ?? {}
    // Nothing is compared with nothing.
    if (value === null || value === undefined) return false
    if (atLeast !== undefined && compare(value, atLeast) < 0) return false
    if (atMost !== undefined && compare(value, atMost) > 0) return false
    if (below !== undefined && compare(value, below) >= 0) return false
    if (above !== undefined && compare(value, above) <= 0) return false
  }
  return true
}

function order(a: ColumnValues, b: ColumnValues, columns: readonly string[]): number {
  for (const column of columns) {
    const compared = compare(a[column] ?? null, b[column] ?? null)
    if (compared !== 0) return compared
  }
  return 0
}

/** Numbers by size, texts by their bytes; null comes first. */
function compare(a: SqlValue, b: SqlValue): number {
  if (a === b) return 0
  if (a === null || b === null) return a === null ? -1 : 1
  if (typeof a === 'string' && typeof b === 'string' && !(isPlain(a) && isPlain(b)))
    return Buffer.compare(Buffer.from(a), Buffer.from(b))
  return a < b ? -1 : 1
}

/** Up to here the order of code units is that of the bytes. */
const isPlain = (text: string): boolean => !/[\u{d800}-\u{10ffff}]/u.test(text)
