import { existsSync, readFileSync } from 'node:fs'
import type { DocumentTable } from '../packages/server/src/store/table.ts'

const head =
  '# Every shape that a table has had: a line that stands here is never changed, its table gets a new shape.'

/**
 * The key and the columns of each shape of each table. What databases hold is made by these, so that a table whose
 * columns change at the same shape is refused.
 */
export function storedShapes(path: string, tables: readonly DocumentTable<never>[]): string {
  const before = existsSync(path) ? readFileSync(path, 'utf8').split('\n') : []
  const known = before.filter((line) => line !== '' && !line.startsWith('#'))
  const today = tables.map(lineOf)
  const changed = today.filter((line) => known.some((one) => one !== line && nameOf(one) === nameOf(line)))
  if (changed.length > 0)
    throw new Error(
      `${changed.map(nameOf).join(', ')}: key or columns are no longer those of this shape, so raise the shape`,
    )
  const lines = [...new Set([...known, ...today])].sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1))
  return `${[head, '', ...lines].join('\n')}\n`
}

function lineOf({ name, shape, tenancy, key, columns }: DocumentTable<never>): string {
  const typed = Object.entries(columns).map(([column, type]) => `${column} ${type}`)
  return `${name} ${shape}: ${tenancy}, key (${key.join(', ')})${typed.length === 0 ? '' : `, ${typed.join(', ')}`}`
}

/** Table and shape. */
const nameOf = (line: string): string => line.slice(0, line.indexOf(':'))
