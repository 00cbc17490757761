import type { DocumentMemory } from './document-memory.ts'
import type { SqlConnection, SqlValue } from './engine.ts'

/** A document that will be asked for. */
export interface Foreseen {
  readonly table: string
  /** The statement that finds it. */
  readonly find: string
  readonly place: readonly SqlValue[]
}

/** Finds several documents with one statement, for a memory that lasts as long as the transaction. */
export async function foresee(
  connection: SqlConnection,
  memory: DocumentMemory,
  wanted: readonly Foreseen[],
): Promise<void> {
  const sql = wanted
    .map(({ find }, i) => find.replace('select ', `select ${i} as which, `))
    .join(' union all ')
  const rows = await connection.all(
    sql,
    wanted.flatMap(({ place }) => place),
  )
  for (const row of rows) {
    const found = wanted[Number(row['which'])]
    if (found === undefined) continue
    const name = found.place.join('\n')
    memory.keep(found.table, name, memory.read(found.table, name, row))
  }
}
