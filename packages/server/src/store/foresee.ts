import type { DocumentMemory } from './document-memory.ts'
import type { SqlConnection, SqlValue } from './engine.ts'
import type { TableSql } from './table-sql.ts'

/** A document that will be asked for. */
export interface Foreseen {
  readonly table: string
  readonly sql: TableSql
  readonly place: readonly SqlValue[]
}

/** So many are looked for with one statement at the most. */
const foreseenMax = 32

/** Finds several documents with few statements, for a memory that lasts as long as the transaction. */
export async function foresee(
  connection: SqlConnection,
  memory: DocumentMemory,
  wanted: readonly Foreseen[],
): Promise<void> {
  const unknown = wanted.filter(({ table, place }) => isUnknown(memory, table, place.join('\n')))
  for (let i = 0; i < unknown.length; i += foreseenMax)
    await findTogether(connection, memory, unknown.slice(i, i + foreseenMax))
}

const isUnknown = (memory: DocumentMemory, table: string, name: string): boolean =>
  memory.find(table, name) === undefined && !memory.isAbsent(table, name)

async function findTogether(
  connection: SqlConnection,
  memory: DocumentMemory,
  wanted: readonly Foreseen[],
): Promise<void> {
  const sql = wanted.map((one, i) => one.sql.findAs(i)).join(' union all ')
  const rows = await connection.all(
    sql,
    wanted.flatMap(({ place }) => place),
  )
  const foundAt = new Map(rows.map((row) => [Number(row['which']), row]))
  for (const [i, { table, place }] of wanted.entries()) {
    const name = place.join('\n')
    const row = foundAt.get(i)
    if (row === undefined) memory.noteAbsent(table, name)
    else memory.keep(table, name, memory.read(table, name, row))
  }
}
