import type { DatabaseRows, TableRow } from './table-rows.ts'
import { writtenBetween, type WrittenRow, type WrittenUnits } from './written-rows.ts'

/**
 * What was written between many looks at a world, in order. A single look at the end would not see a row that came and
 * went meanwhile, as an agenda entry does each month.
 */
export function writtenOverTime(looks: readonly DatabaseRows[], units: number): WrittenUnits {
  const rows = looks
    .slice(1)
    .flatMap((look, i) => writtenBetween(looks[i] ?? look, look, units).rows)
    .filter((row) => row.table !== 'meta')
  const varying = new Map<string, Set<string>>()
  for (const { table, varying: columns } of rows) {
    const known = varying.get(table) ?? new Set<string>()
    varying.set(table, known)
    for (const column of columns) known.add(column)
  }
  const came = new Set<string>()
  return {
    units,
    rows: rows.map((row) => {
      const all = { ...row, varying: [...(varying.get(row.table) ?? [])] }
      if (row.kind === 'insert') came.add(nameOf(row, row.after))
      return row.before !== undefined && came.has(nameOf(row, row.before)) ? withoutBefore(all) : all
    }),
  }
}

/** The row is written by an earlier statement of the same list, so it must not be there before. */
function withoutBefore({ before, ...row }: WrittenRow): WrittenRow {
  return row.kind === 'delete' && before !== undefined ? { ...row, after: before } : row
}

const nameOf = ({ table, key }: WrittenRow, row: TableRow | undefined): string =>
  JSON.stringify([table, ...key.map((column) => row?.[column])])
