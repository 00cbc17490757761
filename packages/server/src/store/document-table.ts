import { documentName, type DocumentMemory } from './document-memory.ts'
import type { Dialect, Row, SqlConnection, SqlValue } from './engine.ts'
import type { Versioned } from './trx.ts'

export type ColumnType = 'text' | 'bigint'
export type Tenancy = 'partner' | 'world'

/**
 * A table of JSON documents with the columns that are searched by. `partner` tables have the partner before every other
 * key column, so that each hot query touches one partner's rows (one shard).
 */
export interface DocumentTable<D, T extends Tenancy = Tenancy> {
  readonly name: string
  readonly tenancy: T
  /** Key columns after world and partner. */
  readonly key: readonly string[]
  /** Types of the key columns that are not text, and of the other columns. */
  readonly columns: Readonly<Record<string, ColumnType>>
  /** Column lists; world and partner are put before them. */
  readonly indexes: readonly (readonly string[])[]
  /** Written once and seldom read again, so that remembering its documents is for nothing. */
  readonly isSeldomRead: boolean
  /** The columns' values. */
  readonly row: (document: D) => Readonly<Record<string, SqlValue>>
}

/** Declares a table: `documentTable<CartRecord>()({ name: 'cart', … })`. */
export const documentTable =
  <D>() =>
  <T extends Tenancy>(declared: {
    readonly name: string
    readonly tenancy: T
    readonly key: readonly string[]
    readonly columns?: Readonly<Record<string, ColumnType>>
    readonly indexes?: readonly (readonly string[])[]
    readonly isSeldomRead?: boolean
    readonly row: (document: D) => Readonly<Record<string, SqlValue>>
  }): DocumentTable<D, T> => ({ columns: {}, indexes: [], isSeldomRead: false, ...declared })

/** The document was changed by somebody else since it was loaded. */
export class ConflictError extends Error {
  override readonly name = 'ConflictError'
}

export interface Where {
  /** Equality, or membership for a list. */
  readonly [column: string]: SqlValue | readonly SqlValue[]
}

export interface Range {
  readonly atLeast?: SqlValue
  readonly atMost?: SqlValue
  readonly below?: SqlValue
  readonly above?: SqlValue
  /** Rows whose text starts with it, letter for letter. */
  readonly startsWith?: string
}

export interface ListQuery {
  readonly where?: Where
  readonly range?: Readonly<Record<string, Range>>
  readonly orderBy?: readonly string[]
  readonly descending?: boolean
  /** Values of the `orderBy` columns of the last row seen: the page after it. */
  readonly after?: readonly SqlValue[]
  readonly limit?: number
  readonly offset?: number
}

/** More documents than that are asked for with one statement. */
const fewMissing = 4

/** What a transaction knows of itself. */
interface Access {
  readonly written: Set<string>
  readonly touched: Set<string>
  readonly memory: DocumentMemory | undefined
  readonly isReadOnly: boolean
}

/** The documents of one table that one tenant (or one world) can see. The only place where SQL is made. */
export class Documents<D extends Versioned> {
  readonly #connection: SqlConnection
  readonly #table: DocumentTable<D>
  readonly #prefix: readonly SqlValue[]
  readonly #sql: TableSql
  readonly #access: Access
  readonly #memory: DocumentMemory | undefined

  constructor(
    connection: SqlConnection,
    table: DocumentTable<D>,
    prefix: readonly SqlValue[],
    hasWorldColumn: boolean,
    access: Access,
  ) {
    this.#access = access
    this.#memory = table.isSeldomRead ? undefined : access.memory
    this.#connection = connection
    this.#table = table
    this.#prefix = prefix
    this.#sql = sqlOf(table, hasWorldColumn)
  }

  async find(key: Readonly<Record<string, SqlValue>>): Promise<D | undefined> {
    const values = [...this.#prefix, ...this.#keyValues(key)]
    const kept = this.#memory?.find(this.#table.name, values.join('\n')) as D | undefined
    if (kept !== undefined) return kept
    const [row] = await this.#connection.all(this.#sql.find, values)
    return row === undefined ? undefined : this.#kept(read<D>(row), values)
  }

  async list(query: ListQuery = {}): Promise<D[]> {
    const { clause, params } = this.#condition(query)
    const direction = query.descending === true ? ' desc' : ''
    const order = query.orderBy?.length
      ? ` order by ${query.orderBy.map((c) => c + direction).join(', ')}`
      : ''
    const page = query.limit === undefined ? '' : ' limit ?'
    const skip = query.offset === undefined ? '' : ' offset ?'
    const rest = ` from ${this.#table.name}${clause}${order}${page}${skip}`
    if (query.limit !== undefined) params.push(query.limit)
    if (query.offset !== undefined) params.push(query.offset)
    if (this.#memory !== undefined) return this.#listKept(this.#memory, rest, params)
    return (await this.#connection.all(`select doc, version${rest}`, params)).map((row) => read<D>(row))
  }

  /** Asks for the keys only, and for the documents that are not in memory: one by one where they are few. */
  async #listKept(memory: DocumentMemory, rest: string, params: SqlValue[]): Promise<D[]> {
    const { name, key } = this.#table
    const keyOf = (row: Row) => [...this.#prefix, ...key.map((column) => row[column] ?? null)]
    const keys = await this.#connection.all(`select ${key.join(', ')}, version${rest}`, params)
    const kept = keys.map((row) => {
      const document = memory.find(name, keyOf(row).join('\n')) as D | undefined
      return document?.version === row['version'] ? document : undefined
    })
    const missing = kept.filter((document) => document === undefined).length
    if (missing <= fewMissing) {
      for (const [i, row] of keys.entries()) kept[i] ??= await this.find(row)
      return kept.filter((document) => document !== undefined)
    }
    const rows = await this.#connection.all(`select ${key.join(', ')}, doc, version${rest}`, params)
    return rows.map((row) => this.#kept(read<D>(row), keyOf(row)))
  }

  async count(query: Pick<ListQuery, 'where' | 'range'> = {}): Promise<number> {
    const { clause, params } = this.#condition(query)
    const rows = await this.#connection.all(`select count(*) as n from ${this.#table.name}${clause}`, params)
    return Number(rows[0]?.['n'] ?? 0)
  }

  async sum(column: string, query: Pick<ListQuery, 'where' | 'range'> = {}): Promise<number> {
    const { clause, params } = this.#condition(query)
    const sql = `select coalesce(sum(${column}), 0) as n from ${this.#table.name}${clause}`
    return Number((await this.#connection.all(sql, params))[0]?.['n'] ?? 0)
  }

  /** What this transaction has written of the table and is there now. */
  async touched(): Promise<D[]> {
    const start = `${this.#table.name}\n`
    const found: D[] = []
    for (const name of this.#access.touched) {
      if (!name.startsWith(start) || name === start) continue
      const values = name.slice(start.length).split('\n')
      if (this.#prefix.some((value, i) => String(value) !== values[i])) continue
      const [row] = await this.#connection.all(this.#sql.find, values)
      if (row !== undefined) found.push(read<D>(row))
    }
    return found
  }

  /** Stores a new document with version 1. */
  async insert(document: D): Promise<D> {
    document.version = 1
    this.#note(this.#keyValues(this.#table.row(document)))
    await this.#connection.add(this.#sql.insert, [
      ...this.#prefix,
      ...this.#values(document),
      1,
      write(document),
    ])
    return document
  }

  /** Stores a changed document if nobody changed it since it was loaded, and counts its version up. */
  async update(document: D): Promise<D> {
    const loaded = document.version
    document.version = loaded + 1
    const key = this.#keyValues(this.#table.row(document))
    this.#note(key)
    const changed = await this.#connection.run(this.#sql.update, [
      ...this.#valuesBesideKey(document),
      document.version,
      write(document),
      ...this.#prefix,
      ...key,
      loaded,
    ])
    if (changed !== 1)
      throw new ConflictError(`${this.#table.name} ${key.join('/')} is no longer at version ${loaded}`)
    return document
  }

  /** Inserts the document or replaces the one with its key. */
  async put(document: D): Promise<D> {
    const known = await this.find(this.#table.row(document))
    if (known === undefined) return this.insert(document)
    document.version = known.version
    return this.update(document)
  }

  async remove(key: Readonly<Record<string, SqlValue>>): Promise<boolean> {
    const values = this.#keyValues(key)
    this.#note(values)
    return (await this.#connection.run(this.#sql.remove, [...this.#prefix, ...values])) > 0
  }

  async removeAll(query: Pick<ListQuery, 'where' | 'range'>): Promise<number> {
    const { clause, params } = this.#condition(query)
    this.#note(undefined)
    return this.#connection.run(`delete from ${this.#table.name}${clause}`, params)
  }

  #kept(document: D, key: readonly SqlValue[]): D {
    this.#memory?.keep(this.#table.name, key.join('\n'), document)
    return document
  }

  /** Writes down what is about to change: one document, or any of the table. */
  #note(key: readonly SqlValue[] | undefined): void {
    const { name } = this.#table
    if (this.#access.isReadOnly) throw new TypeError(`a read must not write to ${name}`)
    const one = key === undefined ? '' : [...this.#prefix, ...key].join('\n')
    this.#access.written.add(name)
    this.#access.touched.add(documentName(name, one))
    this.#memory?.forgetOne(name, one)
  }

  #keyValues(values: Readonly<Record<string, SqlValue>>): SqlValue[] {
    return this.#table.key.map((column) => valueOf(this.#table, values, column))
  }

  #values(document: D): SqlValue[] {
    const row = this.#table.row(document)
    return this.#sql.columns.map((column) => valueOf(this.#table, row, column))
  }

  #valuesBesideKey(document: D): SqlValue[] {
    const row = this.#table.row(document)
    return this.#sql.columnsBesideKey.map((column) => valueOf(this.#table, row, column))
  }

  #condition(query: ListQuery): { clause: string; params: SqlValue[] } {
    const terms = this.#sql.prefix.map((column) => `${column} = ?`)
    const params = [...this.#prefix]
    for (const [column, value] of Object.entries(query.where ?? {})) {
      if (Array.isArray(value)) {
        terms.push(value.length === 0 ? '1 = 0' : `${column} in (${value.map(() => '?').join(', ')})`)
        params.push(...(value as readonly SqlValue[]))
      } else if (value === null) terms.push(`${column} is null`)
      else {
        terms.push(`${column} = ?`)
        params.push(value as SqlValue)
      }
    }
    for (const [column, range] of Object.entries(query.range ?? {})) addRange(column, range, terms, params)
    if (query.after !== undefined && query.orderBy !== undefined) {
      const sign = query.descending === true ? '<' : '>'
      terms.push(`(${query.orderBy.join(', ')}) ${sign} (${query.orderBy.map(() => '?').join(', ')})`)
      params.push(...query.after)
    }
    return { clause: terms.length === 0 ? '' : ` where ${terms.join(' and ')}`, params }
  }
}

/** The statements that create a table and its indexes, in the dialect of an engine. */
export function createTable(table: DocumentTable<never>, dialect: Dialect): string[] {
  const { prefix, columns } = sqlOf(table, dialect.sharesTables)
  const typeOf = (column: string) => (table.columns[column] === 'bigint' ? 'bigint' : dialect.textType)
  const definitions = [
    ...prefix.map((column) => `${column} ${dialect.textType} not null`),
    ...columns.map((column) => `${column} ${typeOf(column)}${table.key.includes(column) ? ' not null' : ''}`),
    'version bigint not null',
    'doc text not null',
    `primary key (${[...prefix, ...table.key].join(', ')})`,
  ]
  return [
    `create table ${table.name} (${definitions.join(', ')})`,
    ...table.indexes.map(
      (index, i) =>
        `create index ${table.name}_${i + 1} on ${table.name} (${[...prefix, ...index].join(', ')})`,
    ),
    ...(dialect.fencesPartners && table.tenancy === 'partner' ? fence(table.name) : []),
  ]
}

/**
 * A second fence behind the key: a query that forgets its partner finds nothing. `*` is work of the whole world. It
 * holds for the tables' owner too, but never for a superuser.
 */
const fence = (table: string): string[] => [
  `alter table ${table} enable row level security`,
  `alter table ${table} force row level security`,
  `create policy own_partner on ${table} using (current_setting('tenantry.partners', true) = '*' ` +
    `or partner = any (string_to_array(current_setting('tenantry.partners', true), ',')))`,
]

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

interface TableSql {
  readonly prefix: readonly string[]
  readonly columns: readonly string[]
  readonly columnsBesideKey: readonly string[]
  readonly find: string
  readonly insert: string
  readonly update: string
  readonly remove: string
}

const compiled = new WeakMap<DocumentTable<never>, { own?: TableSql; shared?: TableSql }>()

function sqlOf(table: DocumentTable<never>, hasWorldColumn: boolean): TableSql {
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
  const set = [...columnsBesideKey, 'version', 'doc'].map((column) => `${column} = ?`).join(', ')
  return {
    prefix,
    columns,
    columnsBesideKey,
    find: `select doc, version from ${table.name} where ${byKey}`,
    insert: `insert into ${table.name} (${all.join(', ')}) values (${all.map(() => '?').join(', ')})`,
    update: `update ${table.name} set ${set} where ${byKey} and version = ?`,
    remove: `delete from ${table.name} where ${byKey}`,
  }
}

function addRange(column: string, range: Range, terms: string[], params: SqlValue[]): void {
  const compare = (sign: string, value: SqlValue | undefined) => {
    if (value === undefined) return
    terms.push(`${column} ${sign} ?`)
    params.push(value)
  }
  compare('>=', range.atLeast)
  compare('<=', range.atMost)
  compare('<', range.below)
  compare('>', range.above)
  // Texts sort by their bytes, so that what starts alike stands together; `like` differs between databases.
  compare('>=', range.startsWith)
  compare('<', range.startsWith === undefined ? undefined : `${range.startsWith}\u{10ffff}`)
}

function valueOf(
  table: DocumentTable<never>,
  row: Readonly<Record<string, SqlValue>>,
  column: string,
): SqlValue {
  const value = row[column]
  if (value === undefined) throw new TypeError(`${table.name}: no value for the column ${column}`)
  return value
}

function read<D extends Versioned>(row: Readonly<Record<string, SqlValue>>): D {
  const document = JSON.parse(String(row['doc'])) as D
  document.version = Number(row['version'])
  return document
}

const write = (document: unknown): string => JSON.stringify(document)
