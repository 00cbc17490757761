import type { DocumentTable } from './table.ts'
import type { Engine, Row, SqlConnection } from './engine.ts'
import { createTable, rowValues, tableColumns } from './table-sql.ts'

/**
 * Brings a database to the declared tables, in one transaction. A new table is created. One whose key, columns or
 * indexes are declared otherwise than they were is made anew from its documents: every column is derived from them,
 * so no migration has to be written by hand.
 */
export const migrate = (engine: Engine, tables: readonly DocumentTable<never>[]): Promise<void> =>
  engine.write(
    async (connection) => {
      await connection.run(
        'create table if not exists schema_table (name text not null primary key, definition text not null)',
        [],
      )
      const known = await connection.all('select name, definition from schema_table', [])
      const definitions = new Map(known.map((row) => [row['name'], row['definition']]))
      for (const table of tables) {
        const definition = definitions.get(table.name)
        if (definition === undefined) await create(connection, engine, table)
        else if (definition !== definitionOf(engine, table)) await rebuild(connection, engine, table)
      }
    },
    undefined,
    { effort: 'long' },
  )

const definitionOf = (engine: Engine, table: DocumentTable<never>): string =>
  createTable(table, engine).join(';\n')

async function create(connection: SqlConnection, engine: Engine, table: DocumentTable<never>): Promise<void> {
  for (const statement of createTable(table, engine)) await connection.run(statement, [])
  await connection.run('insert into schema_table (name, definition) values (?, ?)', [
    table.name,
    definitionOf(engine, table),
  ])
}

async function rebuild(
  connection: SqlConnection,
  engine: Engine,
  table: DocumentTable<never>,
): Promise<void> {
  const { prefix, all } = tableColumns(table, engine.sharesTables)
  const rows = await connection.all(
    `select ${[...prefix, 'version', 'doc'].join(', ')} from ${table.name}`,
    [],
  )
  await connection.run(`drop table ${table.name}`, [])
  await connection.run('delete from schema_table where name = ?', [table.name])
  await create(connection, engine, table)
  const sql = `insert into ${table.name} (${all.join(', ')}) values (${all.map(() => '?').join(', ')})`
  for (const row of rows) await connection.run(sql, valuesOf(table, prefix, row))
}

const valuesOf = (table: DocumentTable<never>, prefix: readonly string[], row: Row) => [
  ...prefix.map((column) => row[column] ?? null),
  ...rowValues(table, JSON.parse(String(row['doc'])) as never),
  row['version'] ?? 1,
  row['doc'] ?? '',
]
