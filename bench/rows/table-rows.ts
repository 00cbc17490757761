import { DatabaseSync } from 'node:sqlite'

export type Value = string | number | null
export type TableRow = Readonly<Record<string, Value>>

interface TableRows {
  readonly key: readonly string[]
  readonly columns: readonly string[]
  readonly byKey: ReadonlyMap<string, TableRow>
}

export type DatabaseRows = ReadonlyMap<string, TableRows>

/** Every row of a database that nobody writes to at the moment. For small worlds. */
export function readRows(file: string): DatabaseRows {
  const database = new DatabaseSync(file, { readOnly: true })
  try {
    const names = database
      .prepare(
        "select name from sqlite_master where type = 'table' and name not like 'sqlite_%' order by name",
      )
      .all()
      .map(({ name }) => String(name))
    return new Map(names.map((name) => [name, rowsOf(database, name)]))
  } finally {
    database.close()
  }
}

/** A copy of the database as of its last commit. */
export function copyDatabase(from: string, to: string): void {
  const database = new DatabaseSync(from, { readOnly: true })
  try {
    database.prepare('vacuum into ?').run(to)
  } finally {
    database.close()
  }
}

function rowsOf(database: DatabaseSync, table: string): TableRows {
  const described = database.prepare(`pragma table_info(${table})`).all()
  const key = described
    .filter(({ pk }) => Number(pk) > 0)
    .sort((a, b) => Number(a['pk']) - Number(b['pk']))
    .map(({ name }) => String(name))
  const rows = database.prepare(`select * from ${table}`).all() as unknown as TableRow[]
  const columns = described.map(({ name }) => String(name))
  return {
    key,
    columns,
    byKey: new Map(rows.map((row) => [JSON.stringify(key.map((column) => row[column])), row])),
  }
}
