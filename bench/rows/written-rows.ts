import type { DatabaseRows, TableRow } from './table-rows.ts'

/** One row that some units of work wrote, as a statement of its own. */
export interface WrittenRow {
  readonly kind: 'insert' | 'update' | 'delete'
  readonly table: string
  readonly key: readonly string[]
  /** The columns whose values differ from unit to unit: a replay gives them new values. */
  readonly varying: readonly string[]
  /** The row before, for an update or a delete. */
  readonly before?: TableRow
  /** The row after, for an insert or an update. */
  readonly after?: TableRow
}

export interface WrittenUnits {
  readonly units: number
  readonly rows: readonly WrittenRow[]
}

/**
 * What `units` of the same work wrote, seen from outside: each row that came, changed or went. A row's version counts
 * its changes, so a row that was changed three times counts three times; `born` says with which version rows come into
 * a table, where a unit changes them before it writes them.
 */
export function writtenBetween(
  before: DatabaseRows,
  after: DatabaseRows,
  units: number,
  born: ReadonlyMap<string, number> = new Map(),
): WrittenUnits {
  const rows: WrittenRow[] = []
  for (const [table, { key, columns, byKey }] of after) {
    const known = before.get(table)?.byKey ?? new Map<string, TableRow>()
    const touched: { before?: TableRow; after?: TableRow }[] = []
    for (const [id, row] of byKey) {
      const old = known.get(id)
      if (old === undefined) touched.push({ after: row })
      else if (columns.some((column) => old[column] !== row[column]))
        touched.push({ before: old, after: row })
    }
    for (const [id, old] of known) if (!byKey.has(id)) touched.push({ before: old })

    const varying = columns.filter((column) => isVarying(column, touched))
    for (const change of touched) {
      for (const written of statementsOf(change, born.get(table) ?? 1))
        rows.push({ table, key, varying, ...written })
    }
  }
  return { units, rows }
}

/** With which version rows came into each table, by what one unit has written. */
export function bornBetween(before: DatabaseRows, after: DatabaseRows): Map<string, number> {
  const born = new Map<string, number>()
  for (const [table, { byKey }] of after)
    for (const [id, row] of byKey)
      if (before.get(table)?.byKey.has(id) !== true && 'version' in row)
        born.set(table, Number(row['version']))
  return born
}

/** `3.0 charge_line insert (612 B)` and so on: what one unit writes. */
export function describeUnits({ units, rows }: WrittenUnits): string[] {
  const groups = new Map<string, { count: number; bytes: number }>()
  for (const { kind, table, before, after } of rows) {
    const group = groups.get(`${table} ${kind}`) ?? { count: 0, bytes: 0 }
    group.count += 1
    group.bytes += kind === 'delete' ? 0 : bytesOf(after ?? before ?? {})
    groups.set(`${table} ${kind}`, group)
  }
  return [...groups].map(
    ([name, { count, bytes }]) => `${(count / units).toFixed(2)} × ${name} (${Math.round(bytes / count)} B)`,
  )
}

function isVarying(column: string, touched: readonly { before?: TableRow; after?: TableRow }[]): boolean {
  if (column === 'doc' || column === 'version') return false
  return new Set(touched.map(({ before, after }) => (after ?? before)?.[column])).size > 1
}

/** A row that is born with version 1 and has version 3 was inserted once and changed twice. */
function statementsOf(
  { before, after }: { before?: TableRow; after?: TableRow },
  born: number,
): Pick<WrittenRow, 'kind' | 'before' | 'after'>[] {
  if (after === undefined) return before === undefined ? [] : [{ kind: 'delete', before }]
  const changes = Number(after['version']) - Number(before?.['version'] ?? born)
  const updates = Array.from({ length: Math.max(before === undefined ? 0 : 1, changes) }, () => ({
    kind: 'update' as const,
    ...(before === undefined ? {} : { before }),
    after,
  }))
  return before === undefined ? [{ kind: 'insert', after }, ...updates] : updates
}

const bytesOf = (row: TableRow): number =>
  Object.values(row).reduce<number>(
    (sum, value) => sum + (typeof value === 'string' ? Buffer.byteLength(value) : 8),
    0,
  )
