import type { DocumentTable, ColumnValues, Versioned } from './table.ts'
import { ConflictError, type SqlValue, type Write } from './engine.ts'
import { valueOf, type TableSql } from './table-sql.ts'

/** A document that was changed and is not written yet. */
interface Change {
  readonly kind: 'insert' | 'update' | 'remove'
  /** Prefix and key. */
  readonly place: readonly SqlValue[]
  readonly row: ColumnValues
  readonly document: Versioned | undefined
  /** As the database has it. */
  readonly loaded: number
  /** The columns as the database has them, where that is known. */
  readonly rowBefore: ColumnValues | undefined
}

/** A changed document on its way to its table. */
export interface ChangedDocument {
  /** Its place in one text. */
  readonly name: string
  readonly place: readonly SqlValue[]
  readonly row: ColumnValues
  readonly document: Versioned
}

/** What a transaction knew of a table at a moment to which it can return. */
export type TableMark = Pick<TableChanges, 'touched' | 'loaded' | 'isSwept'>

/** So many rows go into one statement at the most. */
const joinedRowsMax = 32

/**
 * What a transaction has changed of one table and not written yet. A document that changes twice is written once; what
 * is refused before its end has written nothing that must be undone.
 */
export class TableChanges {
  readonly #table: DocumentTable<never>
  readonly #sql: TableSql
  #changes = new Map<string, Change>()
  /** What comes before those, in its order. */
  #sealed: Write[] = []
  /** The next statement may meet rows that one before it has met. */
  #isFollowing = false
  /** Each document that the transaction has changed, as it left it; undefined for one that went. */
  touched: Map<string, Versioned | undefined> = new Map()
  /** Documents as the transaction has read them. */
  loaded: Map<string, Versioned> = new Map()
  /** Rows went that nobody has named. */
  isSwept = false

  constructor(table: DocumentTable<never>, sql: TableSql) {
    this.#table = table
    this.#sql = sql
  }

  get isEmpty(): boolean {
    return this.#changes.size === 0 && this.#sealed.length === 0
  }

  /** Its documents are in no memory that lasts. */
  get isSeldomRead(): boolean {
    return this.#table.isSeldomRead
  }

  get isTouched(): boolean {
    return this.isSwept || this.touched.size > 0
  }

  /** True while a document that is not in `find` may be another one in the database than after the changes. */
  get hidesRows(): boolean {
    return this.#sealed.length > 0
  }

  /** The document after its change, null for one that went, undefined where it did not change. */
  find(name: string): Versioned | null | undefined {
    const change = this.#changes.get(name)
    return change === undefined ? undefined : (change.document ?? null)
  }

  insert({ name, place, row, document }: ChangedDocument): void {
    const known = this.#changes.get(name)
    if (known?.kind === 'remove') this.#sealBefore()
    else if (known !== undefined) throw this.#conflict(name, 'is there already')
    this.touched.set(name, document)
    this.#changes.set(name, { kind: 'insert', place, row, document, loaded: 0, rowBefore: undefined })
  }

  /** `before` is the document as it was loaded, where the transaction still knows it. */
  update({ name, place, row, document }: ChangedDocument, before: Versioned | undefined): void {
    const loaded = document.version - 1
    const known = this.#changes.get(name)
    const stored = before ?? this.touched.get(name) ?? this.loaded.get(name)
    const found = known === undefined ? stored : known.document
    if (known?.kind === 'remove' || (found !== undefined && found.version !== loaded))
      throw this.#conflict(name, `is no longer at version ${loaded}`)
    this.touched.set(name, document)
    if (known !== undefined) this.#changes.set(name, { ...known, row, document })
    else {
      const rowBefore = stored && this.#table.row(stored as never)
      this.#changes.set(name, { kind: 'update', place, row, document, loaded, rowBefore })
    }
  }

  remove(name: string, place: readonly SqlValue[]): void {
    this.touched.set(name, undefined)
    if (this.#changes.get(name)?.kind === 'insert') this.#changes.delete(name)
    else
      this.#changes.set(name, {
        kind: 'remove',
        place,
        row: {},
        document: undefined,
        loaded: 0,
        rowBefore: undefined,
      })
  }

  /** Removes rows by a condition, after what was changed so far. */
  sweep(sql: string, params: readonly SqlValue[]): void {
    this.#sealBefore()
    this.isSwept = true
    this.loaded.clear()
    this.#push({ sql, params, isCertain: true })
    this.#isFollowing = true
  }

  /** What is to be written; from now on it counts as written. */
  take(joinsInserts: boolean): Write[] {
    this.#seal()
    const taken = this.#sealed
    this.#sealed = []
    this.#isFollowing = false
    return joinsInserts ? this.#joined(taken) : taken
  }

  /** What a return needs, of a table of which everything is written. */
  mark(): TableMark {
    return { touched: new Map(this.touched), loaded: new Map(this.loaded), isSwept: this.isSwept }
  }

  /** Forgets what came after a mark, or everything. The database undoes what was written. */
  backTo(mark: TableMark | undefined): void {
    this.#changes = new Map()
    this.#sealed = []
    this.#isFollowing = false
    this.touched = new Map(mark?.touched)
    this.loaded = new Map(mark?.loaded)
    this.isSwept = mark?.isSwept ?? false
  }

  #sealBefore(): void {
    this.#seal()
    this.#isFollowing = this.#sealed.length > 0
  }

  #seal(): void {
    // Each change is of another row. Rows that are added stand beside each other, to be written as one where they can.
    const changes = [...this.#changes.values()]
    for (const change of changes) if (change.kind !== 'insert') this.#push(this.#writeOf(change))
    for (const change of changes) if (change.kind === 'insert') this.#push(this.#writeOf(change))
    this.#changes = new Map()
  }

  #push(write: Write): void {
    this.#sealed.push(this.#isFollowing ? { ...write, comesAfter: true } : write)
    this.#isFollowing = false
  }

  #writeOf({ kind, place, row, document, loaded, rowBefore }: Change): Write {
    const { columns, columnsBesideKey } = this.#sql
    if (document === undefined) return { sql: this.#sql.remove, params: place, isCertain: true }
    const written = [document.version, JSON.stringify(document)]
    const valuesOf = (names: readonly string[]) => names.map((column) => valueOf(this.#table, row, column))
    if (kind === 'insert') {
      const prefix = place.slice(0, this.#sql.prefix.length)
      return {
        sql: this.#sql.insert(1),
        params: [...prefix, ...valuesOf(columns), ...written],
        isCertain: true,
      }
    }
    const changed =
      rowBefore === undefined
        ? columnsBesideKey
        : columnsBesideKey.filter((column) => row[column] !== rowBefore[column])
    return {
      sql: this.#sql.update(changed),
      params: [...valuesOf(changed), ...written, ...place, loaded],
      mustChange: `${this.#table.name} ${place.join('/')} is no longer at version ${loaded}`,
      isCertain: rowBefore !== undefined,
    }
  }

  #joined(writes: readonly Write[]): Write[] {
    const one = this.#sql.insert(1)
    const joined: Write[] = []
    let rows: (readonly SqlValue[])[] = []
    let comesAfter = false
    const join = () => {
      const sql = this.#sql.insert(rows.length)
      if (rows.length > 0) joined.push({ sql, params: rows.flat(), isCertain: true, comesAfter })
      rows = []
    }
    for (const write of writes) {
      if (write.sql !== one || write.comesAfter === true || rows.length === joinedRowsMax) join()
      if (rows.length === 0) comesAfter = write.comesAfter ?? false
      if (write.sql === one) rows.push(write.params)
      else joined.push(write)
    }
    join()
    return joined
  }

  #conflict(name: string, what: string): ConflictError {
    return new ConflictError(`${this.#table.name} ${name.replaceAll('\n', '/')} ${what}`)
  }
}
