import { createTable, type DocumentTable } from './document-table.ts'
import type { Engine } from './engine.ts'

/** Brings a database to the declared tables. Each table is created once; the list of those made is kept beside them. */
export async function migrate(engine: Engine, tables: readonly DocumentTable<never>[]): Promise<void> {
  await engine.execute('create table if not exists schema_table (name text not null primary key)')
  const known = await engine.read((connection) => connection.all('select name from schema_table', []))
  const names = new Set(known.map((row) => row['name']))
  const missing = tables.filter((table) => !names.has(table.name))
  if (missing.length === 0) return
  await engine.write(async (connection) => {
    for (const table of missing) {
      for (const statement of createTable(table, engine.sharesTables)) await connection.run(statement, [])
      await connection.run('insert into schema_table (name) values (?)', [table.name])
    }
  })
}
