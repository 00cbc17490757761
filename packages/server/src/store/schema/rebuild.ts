import type { Engine, Row, SqlConnection, SqlValue } from '../engine.ts'
import { upgraded, type DocumentTable } from '../table.ts'
import { createTable, rowValues, tableColumns } from '../table-sql.ts'
import { columnsIn, keyIn, type StoredTable } from './stored-schema.ts'

/** Rows that are read at once, and those that are written with one statement. */
const batchSize = 400
const rowsPerStatement = 25

/** A document that cannot be brought to today's shape: nothing is changed. */
export class UpgradeFailed extends Error {
  override readonly name = 'UpgradeFailed'
}

/**
 * Makes a table anew from its documents, each brought to today's shape; every column is derived from them. Its indexes
 * are gone afterwards.
 */
export async function rebuild(
  connection: SqlConnection,
  engine: Engine,
  table: DocumentTable<never>,
  stored: StoredTable,
): Promise<void> {
  const fresh = `${table.name}_rebuilt`
  await connection.run(createTable(table, engine, fresh), [])
  for (const name of stored.indexes.keys()) await connection.run(`drop index ${name}`, [])
  await fill(connection, engine, { table, stored, fresh })
  const create = createTable(table, engine)
  const statements = engine.schema.refill({
    name: table.name,
    from: fresh,
    before: columnsIn(stored.definition),
    after: columnsIn(create),
    key: keyIn(create),
    create,
  })
  for (const statement of statements) await connection.run(statement, [])
  await connection.run(`drop table ${fresh}`, [])
}

interface Filling {
  readonly table: DocumentTable<never>
  readonly stored: StoredTable
  /** Where the rows go. */
  readonly fresh: string
}

async function fill(connection: SqlConnection, engine: Engine, filling: Filling): Promise<void> {
  const { table, stored, fresh } = filling
  const key = keyIn(stored.definition)
  const { all } = tableColumns(table, engine.sharesTables)
  const one = `(${all.map(() => '?').join(', ')})`
  const read = `select ${[...new Set([...key, 'version', 'doc'])].join(', ')} from ${table.name}`
  const order = ` order by ${key.join(', ')} limit ${batchSize}`
  const beyond = ` where (${key.join(', ')}) > (${key.map(() => '?').join(', ')})`
  for (let last: Row | undefined; ;) {
    const after = last
    const rows = await connection.all(
      `${read}${after === undefined ? '' : beyond}${order}`,
      after === undefined ? [] : key.map((column) => after[column] ?? null),
    )
    for (let at = 0; at < rows.length;) {
      // Statements of two lengths only, so that they are compiled once each.
      const some = rows.slice(at, at + (rows.length - at < rowsPerStatement ? 1 : rowsPerStatement))
      const values = some.flatMap((row) => valuesOf(row, engine, filling))
      const sql = `insert into ${fresh} (${all.join(', ')}) values ${some.map(() => one).join(', ')}`
      await connection.run(sql, values).catch((error: unknown) => {
        throw failed(table, stored, some[0], error)
      })
      at += some.length
    }
    last = rows.at(-1)
    if (rows.length < batchSize) return
  }
}

function valuesOf(row: Row, engine: Engine, { table, stored }: Filling): SqlValue[] {
  const { prefix } = tableColumns(table, engine.sharesTables)
  try {
    const text = String(row['doc'])
    const document = upgraded(table, JSON.parse(text) as object, stored.shape)
    return [
      ...prefix.map((column) => row[column] ?? null),
      ...rowValues(table, document as never),
      row['version'] ?? 1,
      stored.shape === table.shape ? text : JSON.stringify(document),
    ]
  } catch (error) {
    throw failed(table, stored, row, error)
  }
}

function failed(
  table: DocumentTable<never>,
  { shape, definition }: StoredTable,
  row: Row | undefined,
  error: unknown,
) {
  const place = keyIn(definition).map((column) => `${column} ${String(row?.[column])}`)
  const why = error instanceof Error ? error.message : String(error)
  return new UpgradeFailed(
    `the table ${table.name} cannot be brought from shape ${shape} to ${table.shape}, at ${place.join(', ')}: ${why}; ` +
      'the database is as it was',
    { cause: error },
  )
}
