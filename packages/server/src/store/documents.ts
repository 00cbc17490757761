import { choose, isChoice, type Listed } from './choose.ts'
import { Group, groupSizeMax, type DocumentMemory } from './document-memory.ts'
import type { Row, SqlConnection, SqlValue } from './engine.ts'
import type { Foreseen } from './foresee.ts'
import { parsedRow } from './parsed-documents.ts'
import { settled } from './settled.ts'
import type { DocumentTable, ColumnValues, ListQuery, Range, Versioned } from './table.ts'
import type { TableChanges } from './table-changes.ts'
import { valueOf, type TableSql } from './table-sql.ts'

/** More documents than that are asked for with one statement. */
const fewMissing = 4

/** The transaction that the documents belong to. */
export interface Transaction {
  readonly memory: DocumentMemory | undefined
  readonly isReadOnly: boolean
  /** Writes what was changed of a table so far. */
  write(changes: TableChanges): Promise<void>
}

interface DocumentsOf<D extends Versioned> {
  readonly connection: SqlConnection
  readonly table: DocumentTable<D>
  readonly prefix: readonly SqlValue[]
  readonly sql: TableSql
  readonly changes: TableChanges
  readonly trx: Transaction
}

/** The documents of one table that one tenant (or one world) can see. The only place where SQL is made. */
export class Documents<D extends Versioned> {
  readonly #connection: SqlConnection
  readonly #table: DocumentTable<D>
  readonly #prefix: readonly SqlValue[]
  readonly #sql: TableSql
  readonly #changes: TableChanges
  readonly #trx: Transaction
  readonly #memory: DocumentMemory | undefined

  constructor({ connection, table, prefix, sql, changes, trx }: DocumentsOf<D>) {
    this.#connection = connection
    this.#table = table
    this.#prefix = prefix
    this.#sql = sql
    this.#changes = changes
    this.#trx = trx
    this.#memory = table.isSeldomRead && trx.memory?.isLasting === true ? undefined : trx.memory
  }

  async find(key: ColumnValues): Promise<D | undefined> {
    const place = this.#placeOf(key)
    const name = place.join('\n')
    const known = this.#known(name)
    if (known !== undefined) return known ?? undefined
    if (this.#changes.hidesRows) await this.#trx.write(this.#changes)
    const [row] = await this.#connection.all(this.#sql.find, place)
    if (row === undefined) return undefined
    const document = this.#kept(this.#read(row, name), name)
    this.#changes.loaded.set(name, document)
    return document
  }

  /** The document as far as it is known without asking; null when it is gone. */
  #known(name: string): D | null | undefined {
    const changed = this.#changes.find(name) as D | null | undefined
    if (changed !== undefined || this.#memory === undefined) return changed
    const kept = this.#memory.find(this.#table.name, name) as D | undefined
    return kept === undefined && this.#memory.isAbsent(this.#table.name, name) ? null : kept
  }

  /** How a document is found that will be asked for. */
  foreseen(key: ColumnValues): Foreseen {
    return { table: this.#table.name, sql: this.#sql, place: this.#placeOf(key) }
  }

  async list(query: ListQuery = {}): Promise<D[]> {
    const group = await this.#groupFor(query)
    if (group) return choose(group.listed as Iterable<Listed<D>>, query)
    return this.#list(query)
  }

  /** All documents with the same key but for its last column, where they are not too many to be kept together. */
  async #groupFor(query: ListQuery): Promise<Group | null | undefined> {
    const [column, last] = this.#table.key
    const value = query.where?.[column ?? '']
    if (this.#memory?.isLasting !== true || last === undefined || this.#table.key.length > 2) return undefined
    if (typeof value !== 'string' || !isChoice(query)) return undefined
    const name = [...this.#prefix, value].join('\n')
    const known = this.#memory.findGroup(this.#table.name, name)
    if (known !== undefined) return known
    const all = await this.#list({ where: { [column ?? '']: value }, limit: groupSizeMax + 1 })
    const group = new Group(this.#table.row)
    for (const one of all) group.set(this.#placeOf(this.#table.row(one)).join('\n'), one)
    return this.#memory.keepGroup(this.#table.name, name, group)
  }

  async #list(query: ListQuery): Promise<D[]> {
    await this.#settle()
    const { clause, params } = this.#condition(query)
    const direction = query.descending === true ? ' desc' : ''
    const order = query.orderBy?.length
      ? ` order by ${query.orderBy.map((c) => c + direction).join(', ')}`
      : ''
    const page = query.limit === undefined ? '' : ' limit ?'
    const rest = ` from ${this.#table.name}${clause}${order}${page}`
    if (query.limit !== undefined) params.push(query.limit)
    if (this.#memory === undefined)
      return (await this.#connection.all(`select doc, version${rest}`, params)).map(
        (row) => parsedRow(row) as D,
      )
    if (this.#memory.isLasting) return this.#listKept(this.#memory, rest, params)
    return this.#listRead(rest, params)
  }

  async #listRead(rest: string, params: readonly SqlValue[]): Promise<D[]> {
    const columns = [...this.#table.key, 'doc', 'version'].join(', ')
    const rows = await this.#connection.all(`select ${columns}${rest}`, params)
    return rows.map((row) => {
      const name = this.#placeOf(row).join('\n')
      return this.#kept(this.#read(row, name), name)
    })
  }

  #read(row: Row, name: string): D {
    return (this.#memory?.read(this.#table.name, name, row) ?? parsedRow(row)) as D
  }

  /** Asks for the keys only, and for the documents that are not in memory: one by one where they are few. */
  async #listKept(memory: DocumentMemory, rest: string, params: readonly SqlValue[]): Promise<D[]> {
    const { name, key } = this.#table
    const keys = await this.#connection.all(`select ${key.join(', ')}, version${rest}`, params)
    const kept = keys.map((row) => {
      const document = memory.find(name, this.#placeOf(row).join('\n')) as D | undefined
      return document?.version === row['version'] ? document : undefined
    })
    const missing = kept.filter((document) => document === undefined).length
    if (missing <= fewMissing) {
      for (const [i, row] of keys.entries()) kept[i] ??= await this.find(row)
      return kept.filter((document) => document !== undefined)
    }
    return this.#listRead(rest, params)
  }

  /** The `orderBy` values of the row that so many others stand before: an index that ends with them tells alone. */
  async placeAt({ where = {}, orderBy = [] }: ListQuery, offset: number): Promise<SqlValue[] | undefined> {
    await this.#settle()
    const { clause, params } = this.#condition({ where })
    const columns = orderBy.join(', ')
    const sql = `select ${columns} from ${this.#table.name}${clause} order by ${columns} limit 1 offset ?`
    const [row] = await this.#connection.all(sql, [...params, offset])
    return row && orderBy.map((column) => row[column] ?? null)
  }

  async count(query: Pick<ListQuery, 'where' | 'range'> = {}): Promise<number> {
    const group = await this.#groupFor(query)
    if (group) return choose(group.listed, query).length
    await this.#settle()
    const { clause, params } = this.#condition(query)
    const rows = await this.#connection.all(`select count(*) as n from ${this.#table.name}${clause}`, params)
    return Number(rows[0]?.['n'] ?? 0)
  }

  async sum(column: string, query: Pick<ListQuery, 'where' | 'range'> = {}): Promise<number> {
    await this.#settle()
    const { clause, params } = this.#condition(query)
    const sql = `select coalesce(sum(${column}), 0) as n from ${this.#table.name}${clause}`
    return Number((await this.#connection.all(sql, params))[0]?.['n'] ?? 0)
  }

  /** What this transaction has written of the table and is there now. */
  async touched(): Promise<D[]> {
    const start = this.#prefix.map((value) => `${value}\n`).join('')
    const own = [...this.#changes.touched].filter(([name]) => name.startsWith(start))
    return own.flatMap(([, document]) => (document === undefined ? [] : [document as D]))
  }

  /** Stores a new document with version 1. */
  async insert(document: D): Promise<D> {
    return this.#insert(document, this.#table.row(document))
  }

  /** Stores a changed document if nobody changed it since it was loaded, and counts its version up. */
  async update(document: D): Promise<D> {
    const row = this.#table.row(document)
    const place = this.#placeOf(row)
    const name = place.join('\n')
    this.#refuseInRead()
    const before = this.#memory?.find(this.#table.name, name)
    const next = Object.isFrozen(document) ? { ...document } : document
    next.version += 1
    const stored = settled(next)
    this.#changes.update({ name, place, row, document: stored }, before)
    return this.#kept(stored, name)
  }

  /** Inserts the document or replaces the one with its key. */
  async put(document: D): Promise<D> {
    const row = this.#table.row(document)
    const known = await this.find(row)
    if (known === undefined) return this.#insert(document, row)
    return this.update({ ...document, version: known.version })
  }

  async remove(key: ColumnValues): Promise<void> {
    const place = this.#placeOf(key)
    const name = place.join('\n')
    this.#refuseInRead()
    this.#changes.remove(name, place)
    this.#memory?.forget(this.#table.name, name)
  }

  async removeAll(query: Pick<ListQuery, 'where' | 'range'>): Promise<void> {
    const { clause, params } = this.#condition(query)
    this.#refuseInRead()
    this.#changes.sweep(`delete from ${this.#table.name}${clause}`, params)
    this.#memory?.forgetTable(this.#table.name)
  }

  #insert(document: D, row: ColumnValues): D {
    const place = this.#placeOf(row)
    const name = place.join('\n')
    this.#refuseInRead()
    const next = Object.isFrozen(document) ? { ...document } : document
    next.version = 1
    const stored = settled(next)
    this.#changes.insert({ name, place, row, document: stored })
    return this.#kept(stored, name)
  }

  #kept(document: D, name: string): D {
    this.#memory?.keep(this.#table.name, name, document)
    return document
  }

  #refuseInRead(): void {
    if (this.#trx.isReadOnly) throw new TypeError(`a read must not write to ${this.#table.name}`)
  }

  /** Writes what a query of the table could see. */
  async #settle(): Promise<void> {
    if (!this.#changes.isEmpty) await this.#trx.write(this.#changes)
  }

  #placeOf(row: ColumnValues): SqlValue[] {
    return [...this.#prefix, ...this.#table.key.map((column) => valueOf(this.#table, row, column))]
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
