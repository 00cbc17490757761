import type { SchemaDialect } from '../engine.ts'

/** A file is one process's alone, so that only its next start has to be refused. */
export const sqliteSchema: SchemaDialect = {
  listNames: "select name from sqlite_schema where type in ('table', 'view')",

  open: () => [],

  refill: ({ name, from, create, after }) => {
    const columns = after.map((column) => column.name).join(', ')
    return [`drop table ${name}`, create, `insert into ${name} (${columns}) select ${columns} from ${from}`]
  },

  /**
   * A program of before there were generations asks for `schema_table` at its start. A view cannot fail with a text of
   * its own choice, but SQLite names the path that it cannot follow.
   */
  fence: (_tables, _generation, refusal) => [
    'drop view if exists schema_table',
    'create view schema_table as ' +
      `select json_extract('{}', '${refusal.replaceAll("'", "''")}') as name, null as definition`,
  ],
}
