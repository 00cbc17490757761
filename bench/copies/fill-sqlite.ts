import { DatabaseSync } from 'node:sqlite'
import { telling, valueOf, type Story } from './story.ts'

/** Tells a story so often in the database of an embedded world that no server has open. */
export function fillSqlite(file: string, story: Story, tellings: number): void {
  const database = new DatabaseSync(file)
  try {
    database.exec('pragma journal_mode = off; pragma synchronous = off; pragma cache_size = -1000000')
    const tables = new Set(story.templates.map(({ table }) => table))
    const indexes = database
      .prepare("select name, tbl_name, sql from sqlite_schema where type = 'index' and sql is not null")
      .all()
      .filter(({ tbl_name: table }) => tables.has(String(table)))
    // An index of many rows is made faster when they are all there.
    for (const { name } of indexes) database.exec(`drop index ${String(name)}`)
    for (const table of tables) fillTable(database, story, table, tellings)
    for (const { sql } of indexes) database.exec(String(sql))
    database.exec('pragma journal_mode = wal')
  } finally {
    database.close()
  }
}

function fillTable(database: DatabaseSync, story: Story, table: string, tellings: number): void {
  const templates = story.templates.filter((template) => template.table === table)
  const columns = templates[0]?.columns ?? []
  const insert = database.prepare(
    `insert into ${table} (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`,
  )
  database.exec('begin')
  for (let n = 0; n < tellings; n += 1) {
    const told = telling(story, n, tellings)
    for (const { cells } of templates) insert.run(...cells.map((cell) => valueOf(cell, told)))
  }
  database.exec('commit')
}
