import type { DocumentTable } from '../store/table.ts'
import type { Engine, Row, SqlValue } from '../store/engine.ts'
import { hasOrigin } from './storage.ts'

/** A whole world as data: each table's rows in the order of its key. */
export interface WorldCopy {
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
      return { tables: copied }
    },
    undefined,
    { effort: 'long' },
  )
}

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
        const written = inLots(rows, lotsOf(engine)).map((lot) => {
          const sql = `insert into ${table.name} (${all.join(', ')}) values ${lot.map(() => one).join(', ')}`
          return connection.run(
            sql,
            lot.flatMap((row) => (engine.sharesTables ? [world, ...row] : row)),
          )
        })
        await Promise.all(written)
      }
      connection.announce?.('replaced')
      return true
    },
    undefined,
    { effort: 'long' },
  )

/**
 * How many rows one statement may write. Statements are kept compiled, so that there must not be one for each number
 * of rows; where each has a way to go there are more sizes and so fewer statements.
 */
const lotsOf = ({ joinsInserts }: Engine): readonly number[] =>
  joinsInserts ? [256, 128, 64, 32, 16, 8, 4, 2, 1] : [25, 1]

/** The rows in lots of these sizes, the largest first. */
function inLots<T>(rows: readonly T[], sizes: readonly number[]): T[][] {
  const lots: T[][] = []
  let at = 0
  for (const size of sizes) {
    for (; rows.length - at >= size; at += size) lots.push(rows.slice(at, at + size))
  }
  return lots
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
