import type { ColumnValues, DocumentTable } from './table.ts'
import type { Dialect, SqlValue } from './engine.ts'

/** The statement that creates a table, without its indexes, in the dialect of an engine. */
export function createTable(table: DocumentTable<never>, dialect: Dialect, name = table.name): string {
  const { prefix, columns } = sqlOf(table, dialect.sharesTables)
  const typeOf = (column: string) => (table.columns[column] === 'bigint' ? 'bigint' : dialect.textType)
  const definitions = [
    ...prefix.map((column) => `${column} ${dialect.textType} not null`),
    ...columns.map((column) => `${column} ${typeOf(column)}${table.key.includes(column) ? ' not null' : ''}`),
    'version bigint not null',
    'doc text not null',
    `primary key (${[...prefix, ...table.key].join(', ')})`,
  ]
  return `create table ${name} (${definitions.join(', ')})`
}

/** The columns of each of its indexes. */
export const indexedColumns = (table: DocumentTable<never>, dialect: Dialect): string[] =>
  table.indexes.map((index) => [...sqlOf(table, dialect.sharesTables).prefix, ...index].join(', '))

/** The columns that every row has before the document's own, and all of them in order. */
export function tableColumns(
  table: DocumentTable<never>,
  hasWorldColumn: boolean,
): { readonly prefix: readonly string[]; readonly all: readonly string[] } {
  const { prefix, columns } = sqlOf(table, hasWorldColumn)
  return { prefix, all: [...prefix, ...columns, 'version', 'doc'] }
}

/** What a document puts into its own columns. */
export function rowValues(table: DocumentTable<never>, document: never): SqlValue[] {
  const row = table.row(document)
  return sqlOf(table, false).columns.map((column) => valueOf(table, row, column))
}

/** The statements of one table, made once each. */
export interface TableSql {
  readonly prefix: readonly string[]
  readonly columns: readonly string[]
  readonly columnsBesideKey: readonly string[]
  readonly find: string
  /** The same, as one of several in a statement. */
  findAs(which: number): string
  readonly remove: string
  /** Adds so many rows. */
  insert(rows: number): string
  /** Sets some of the columns beside the key, with version and document. */
  update(columns: readonly string[]): string
}

const compiled = new WeakMap<DocumentTable<never>, { own?: TableSql; shared?: TableSql }>()

export function sqlOf(table: DocumentTable<never>, hasWorldColumn: boolean): TableSql {
  const known = compiled.get(table) ?? {}
  compiled.set(table, known)
  if (hasWorldColumn) return (known.shared ??= compile(table, true))
  return (known.own ??= compile(table, false))
}

function compile(table: DocumentTable<never>, hasWorldColumn: boolean): TableSql {
  const prefix = [...(hasWorldColumn ? ['world'] : []), ...(table.tenancy === 'partner' ? ['partner'] : [])]
  const columnsBesideKey = Object.keys(table.columns).filter((column) => !table.key.includes(column))
  const columns = [...table.key, ...columnsBesideKey]
  const byKey = [...prefix, ...table.key].map((column) => `${column} = ?`).join(' and ')
  const all = [...prefix, ...columns, 'version', 'doc']
  const from = `from ${table.name} where ${byKey}`
  const row = `(${all.map(() => '?').join(', ')})`
  const insertInto = `insert into ${table.name} (${all.join(', ')}) values `
  return {
    prefix,
    columns,
    columnsBesideKey,
    find: `select doc, version ${from}`,
    findAs: madeOnce((which: number) => `select ${which} as which, doc, version ${from}`),
    remove: `delete from ${table.name} where ${byKey}`,
    insert: madeOnce((rows: number) => insertInto + Array.from({ length: rows }, () => row).join(', ')),
    update: madeOnce((changed: readonly string[]) => {
      const set = [...changed, 'version', 'doc'].map((column) => `${column} = ?`).join(', ')
      return `update ${table.name} set ${set} where ${byKey} and version = ?`
    }),
  }
}

function madeOnce<A>(make: (argument: A) => string): (argument: A) => string {
  const known = new Map<string, string>()
  return (argument) => {
    const name = String(argument)
    let made = known.get(name)
    if (made === undefined) known.set(name, (made = make(argument)))
    return made
  }
}

export function valueOf(table: DocumentTable<never>, row: ColumnValues, column: string): SqlValue {
  const value = row[column]
  if (value === undefined) throw new TypeError(`${table.name}: no value for the column ${column}`)
  return value
}
