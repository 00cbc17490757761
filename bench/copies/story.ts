import type { DatabaseRows, TableRow, Value } from '../rows/table-rows.ts'

/**
 * What some calls left in a world, as a pattern of rows that can be written again and again with other ids: a world of
 * a million subscriptions is a few customers who bought something, told often.
 */
export interface Story {
  readonly templates: readonly Template[]
  /** How many places of the world's own count one telling takes. */
  readonly places: number
}

/** One row. */
interface Template {
  readonly table: string
  readonly columns: readonly string[]
  readonly cells: readonly Cell[]
}

/** A value that is always the same, a text with changing parts, or a place in the world's own count. */
export type Cell =
  | { readonly kind: 'constant'; readonly value: Value }
  | { readonly kind: 'text'; readonly parts: readonly Part[] }
  | { readonly kind: 'place'; readonly place: number }

export type Part =
  | string
  | { readonly changes: 'id' | 'domain' }
  | { readonly changes: 'place'; readonly place: number }

/** Answers that the server remembers for a day are not part of a world that has been there for longer. */
const forgotten = new Set(['answer'])

/** The rows that came between two looks at a world. Everything named by a key of theirs gets other names each time. */
export function storyBetween(before: DatabaseRows, after: DatabaseRows): Story {
  const came = [...after].flatMap(([table, { key, columns, byKey }]) => {
    if (forgotten.has(table)) return []
    const known = before.get(table)?.byKey
    const rows = [...byKey].filter(([name]) => known?.has(name) !== true)
    return rows.map(([, row]) => ({ table, key, columns, row }))
  })
  const names = new Set(
    came.flatMap(({ row }) => Object.values(row)).filter((value) => isName(value, before)),
  )
  let places = 0
  const templates = came.map(({ table, columns, row }) => {
    const place = 'sequence' in row ? places++ : undefined
    const cells = columns.map((column) => cellOf(column, row, names, place))
    return { table, columns, cells }
  })
  return { templates, places }
}

const id = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|\b[0-9a-f]{12}\b/
const domain = /\bcontoso\d+(?=\.)/
const changing = new RegExp(`${id.source}|${domain.source}`, 'g')

/** An id or a domain of the story's own: no row knew it before. */
function isName(value: Value, before: DatabaseRows): value is string {
  if (typeof value !== 'string' || !new RegExp(`^(${id.source}|${domain.source}.*)$`).test(value))
    return false
  for (const { byKey } of before.values()) {
    for (const row of byKey.values()) if (Object.values(row).includes(value)) return false
  }
  return true
}

function cellOf(column: string, row: TableRow, names: ReadonlySet<string>, place: number | undefined): Cell {
  const value = row[column] ?? null
  if (column === 'sequence' && place !== undefined) return { kind: 'place', place }
  if (typeof value !== 'string') return { kind: 'constant', value }
  const parts = partsOf(value, names)
  const placed = column === 'doc' && place !== undefined ? withPlace(parts, place) : parts
  if (placed.every((part) => typeof part === 'string')) return { kind: 'constant', value }
  return { kind: 'text', parts: placed }
}

/** The first eight digits of an id are what changes, and the number of a domain. */
function partsOf(text: string, names: ReadonlySet<string>): Part[] {
  const parts: Part[] = []
  let at = 0
  for (const found of text.matchAll(changing)) {
    const [word] = found
    const isDomain = word.startsWith('contoso')
    if (!isDomain && !names.has(word)) continue
    const end = isDomain ? found.index + word.length : found.index
    parts.push(text.slice(at, end), { changes: isDomain ? 'domain' : 'id' })
    at = isDomain ? end : end + 8
  }
  parts.push(text.slice(at))
  return parts
}

function withPlace(parts: readonly Part[], place: number): Part[] {
  return parts.flatMap((part): Part[] => {
    const found = typeof part === 'string' ? /"sequence":(\d+)/.exec(part) : null
    if (typeof part !== 'string' || found === null) return [part]
    const start = found.index + '"sequence":'.length
    return [part.slice(0, start), { changes: 'place', place }, part.slice(start + (found[1] ?? '').length)]
  })
}

/** One telling of a story among so many. */
export interface Telling {
  readonly id: string
  readonly domain: string
  /** Its places lie below all that the world has counted or will count. */
  readonly firstPlace: number
}

/** Ids grow with `n`, so that rows come in the order of their keys, and are spread over all there can be. */
export const telling = (story: Story, n: number, tellings: number): Telling => ({
  id: Math.floor(((n + 0.5) * 2 ** 32) / tellings)
    .toString(16)
    .padStart(8, '0'),
  domain: `-${n}`,
  firstPlace: (n - tellings) * story.places,
})

/** The id that a name of the story has in a telling. */
export const toldId = (name: string, { id: start }: Telling): string => start + name.slice(8)

export function valueOf(cell: Cell, told: Telling): Value {
  if (cell.kind === 'constant') return cell.value
  return cell.kind === 'place' ? told.firstPlace + cell.place : textOf(cell.parts, told)
}

export function textOf(parts: readonly Part[], told: Telling): string {
  let text = ''
  for (const part of parts) {
    if (typeof part === 'string') text += part
    else text += part.changes === 'place' ? String(told.firstPlace + part.place) : told[part.changes]
  }
  return text
}
