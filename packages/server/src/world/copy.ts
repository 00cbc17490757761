import type { DocumentTable } from '../store/table.ts'
import type { Engine, Row, SqlValue } from '../store/engine.ts'
import { hasOrigin } from './storage.ts'

/** A whole world as data: each table's rows in the order of its key. */
export interface WorldCopy {
  readonly format: 'tenantry-world'
  readonly formatVersion: 1
  readonly tables: Readonly<
    Record<string, { readonly columns: readonly string[]; readonly rows: readonly SqlValue[][] }>
  >
}

/** Reads every row that `world` has; `world` matters only where worlds share tables. */
export const copyOut = async (
  engine: Engine,
  tables: readonly DocumentTable<never>[],
  world: string,
): Promise<WorldCopy> => {
  await engine.settle?.()
  return engine.read(
    async (connection) => {
      const copied: Record<string, { columns: string[]; rows: SqlValue[][] }> = {}
      for (const table of tables) {
        const columns = columnsOf(table)
        const where = engine.sharesTables ? ' where world = ?' : ''
        const order = keyOf(table).join(', ')
        const sql = `select ${columns.join(', ')} from ${table.name}${where} order by ${order}`
        const rows = await connection.all(sql, engine.sharesTables ? [world] : [])
        copied[table.name] = { columns, rows: rows.map((row) => valuesOf(row, columns)) }
      }
      return { format: 'tenantry-world', formatVersion: 1, tables: copied }
    },
    undefined,
    { effort: 'long' },
  )
}

/** Rows that are written with one statement. */
const rowsPerStatement = 25

/** Writes a copied world into an empty one, in one transaction. Answers false where there is a world already. */
export const copyIn = (
  engine: Engine,
  tables: readonly DocumentTable<never>[],
  world: string,
  copy: WorldCopy,
): Promise<boolean> =>
  engine.write(
    async (connection) => {
      if (await hasOrigin(engine, connection, world)) return false
      for (const table of tables) {
        const { columns, rows } = copy.tables[table.name] ?? { columns: [], rows: [] }
        const all = [...(engine.sharesTables ? ['world'] : []), ...columns]
        const one = `(${all.map(() => '?').join(', ')})`
        for (let at = 0; at < rows.length;) {
          const some = rows.slice(at, at + (rows.length - at < rowsPerStatement ? 1 : rowsPerStatement))
          const sql = `insert into ${table.name} (${all.join(', ')}) values ${some.map(() => one).join(', ')}`
          const values = some.flatMap((row) => (engine.sharesTables ? [world, ...row] : row))
          await connection.run(sql, values)
          at += some.length
        }
      }
      connection.announce?.('replaced')
      return true
    },
    undefined,
    { effort: 'long' },
  )

/** One line a row, so that two exports can be compared with any diff tool. */
export function writeCopy(copy: WorldCopy): string {
  const tables = Object.entries(copy.tables).map(([name, { columns, rows }]) => {
    const lines = rows.map((row) => `  ${JSON.stringify(row)}`).join(',\n')
    return ` ${JSON.stringify(name)}: {"columns": ${JSON.stringify(columns)}, "rows": [\n${lines}]}`
  })
  return `{"format": "tenantry-world", "formatVersion": 1, "tables": {\n${tables.join(',\n')}}}\n`
}

/** A text that is no exported world. */
export class UnreadableCopy extends Error {
  override readonly name = 'UnreadableCopy'
}

export function readCopy(text: string, tables: readonly DocumentTable<never>[]): WorldCopy {
  const parsed = parse(text)
  if (parsed?.format !== 'tenantry-world' || parsed.formatVersion !== 1 || !isObject(parsed.tables)) {
    throw new UnreadableCopy('the file is no exported world of this version (format tenantry-world 1)')
  }
  const known = new Map(tables.map((table) => [table.name, columnsOf(table)]))
  for (const [name, table] of Object.entries<{ columns?: unknown; rows?: unknown } | null>(parsed.tables)) {
    const expected = known.get(name)
    if (expected === undefined) throw new UnreadableCopy(`the file has an unknown table: ${name}`)
    if (String(table?.columns) !== expected.join())
      throw new UnreadableCopy(`the columns of ${name} are not those known here`)
    const isRow = (row: unknown): boolean => Array.isArray(row) && row.length === expected.length
    if (!Array.isArray(table?.rows) || !table.rows.every(isRow))
      throw new UnreadableCopy(`the rows of ${name} do not fit its columns`)
  }
  if (
    !['origin', 'clock', 'sequence'].every((name) =>
      parsed.tables['meta']?.rows.some(([key]) => key === name),
    )
  )
    throw new UnreadableCopy('the file has no world: its origin, its clock or its sequence is missing')
  return parsed
}

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null

function parse(text: string): WorldCopy {
  try {
    return JSON.parse(text) as WorldCopy
  } catch {
    throw new UnreadableCopy('the file is not JSON')
  }
}

const keyOf = (table: DocumentTable<never>): string[] => [
  ...(table.tenancy === 'partner' ? ['partner'] : []),
  ...table.key,
]

const columnsOf = (table: DocumentTable<never>): string[] => {
  const key = keyOf(table)
  return [...key, ...Object.keys(table.columns).filter((column) => !key.includes(column)), 'version', 'doc']
}

const valuesOf = (row: Row, columns: readonly string[]): SqlValue[] =>
  columns.map((column) => row[column] ?? null)
