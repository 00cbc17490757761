import type { Tenant } from '../kernel/tenant.ts'
import { Documents, type Transaction } from './documents.ts'
import type { DocumentMemory } from './document-memory.ts'
import type { Dialect, SqlConnection, SqlValue } from './engine.ts'
import { foresee, type Foreseen } from './foresee.ts'
import type { DocumentTable, Versioned } from './table.ts'
import { TableChanges } from './table-changes.ts'
import { sqlOf } from './table-sql.ts'

export interface TrxAccess {
  readonly isReadOnly?: boolean
  /** What is known of documents, as this transaction sees them. */
  readonly memory?: DocumentMemory
}

/**
 * A transaction on one world. Tenant tables can be opened only with a `Tenant`, which `identity/` alone can make: no
 * query can be asked about another partner's rows. Changes are collected and written at the end of the work, or before
 * a query that could see them.
 */
export class Trx implements Transaction {
  readonly #connection: SqlConnection
  readonly #prefix: readonly SqlValue[]
  readonly #joinsInserts: boolean
  readonly #changes = new Map<string, TableChanges>()
  readonly #joined = new Set<string>()
  readonly memory: DocumentMemory | undefined
  readonly isReadOnly: boolean

  private constructor(
    connection: SqlConnection,
    { sharesTables, joinsInserts }: Dialect,
    world: string,
    access: TrxAccess,
  ) {
    this.isReadOnly = access.isReadOnly ?? false
    this.memory = access.memory
    this.#connection = connection
    this.#joinsInserts = joinsInserts
    this.#prefix = sharesTables ? [world] : []
  }

  /** Runs `work` in the transaction of a connection, and writes what it changed. */
  static async during<T>(
    connection: SqlConnection,
    place: { readonly dialect: Dialect; readonly world: string },
    work: (trx: Trx) => Promise<T>,
    access: TrxAccess = {},
  ): Promise<T> {
    const trx = new Trx(connection, place.dialect, place.world, access)
    const result = await work(trx)
    await trx.#write(true)
    return result
  }

  documents<D extends Versioned>(table: DocumentTable<D, 'partner'>, tenant: Tenant): Documents<D>
  documents<D extends Versioned>(table: DocumentTable<D, 'world'>): Documents<D>
  documents<D extends Versioned>(table: DocumentTable<D>, tenant?: Tenant): Documents<D> {
    if (tenant !== undefined) this.#connection.admit?.(tenant.partner)
    const prefix = tenant === undefined ? this.#prefix : [...this.#prefix, tenant.partner]
    const sql = sqlOf(table, this.#prefix.length > 0)
    let changes = this.#changes.get(table.name)
    if (changes === undefined) this.#changes.set(table.name, (changes = new TableChanges(table, sql)))
    return new Documents({ connection: this.#connection, table, prefix, sql, changes, trx: this })
  }

  /**
   * Says that the work changes what another partner has too. Where partners' work runs side by side it begins again,
   * with both in turn.
   */
  join(partner: string): void {
    if (!this.isReadOnly) this.#connection.join?.(partner)
    this.#joined.add(partner)
  }

  /** Partners whose work it is beside the one that began it. */
  get joined(): readonly string[] {
    return [...this.#joined]
  }

  /** Asking for documents one by one costs more than asking at once. */
  get isFar(): boolean {
    return this.memory !== undefined && !this.memory.isLasting
  }

  /** Finds documents that will be asked for, where that is for something. */
  async foresee(wanted: readonly Foreseen[]): Promise<void> {
    if (this.memory === undefined || !this.isFar || wanted.length < 2) return
    await foresee(this.#connection, this.memory, wanted)
  }

  /** Names of the tables that were changed. */
  get changedTables(): string[] {
    return [...this.#changes].flatMap(([name, { isTouched }]) => (isTouched ? [name] : []))
  }

  /** Makes a memory that saw this transaction's changes forget them. */
  forgetIn(memory: DocumentMemory): void {
    for (const [table, { touched, isSwept }] of this.#changes) {
      if (isSwept) memory.forgetTable(table)
      else for (const name of touched.keys()) memory.forget(table, name)
    }
  }

  /** Brings a memory to what this transaction left. */
  showIn(memory: DocumentMemory): void {
    for (const [table, { touched, isSwept, isSeldomRead }] of this.#changes) {
      if (isSeldomRead) continue
      if (isSwept) memory.forgetTable(table)
      for (const [name, document] of touched) {
        if (document === undefined) memory.forget(table, name)
        else memory.keep(table, name, document)
      }
    }
  }

  /** Writes what was changed of a table so far. */
  async write(changes: TableChanges): Promise<void> {
    await this.#connection.change(changes.take(this.#joinsInserts), false)
  }

  /**
   * The next number of the world's own count: what ids, agenda places and outbox places are made from. It is undone
   * with the transaction, so that the same requests get the same ids.
   */
  nextSequence(): Promise<number> {
    return this.#connection.nextSequence()
  }

  /** Runs `work` and undoes what it wrote, whatever comes of it. */
  async undoing<T>(work: () => Promise<T>): Promise<T> {
    await this.#write(false)
    const marks = new Map([...this.#changes].map(([table, changes]) => [table, changes.mark()]))
    await this.#connection.run('savepoint attempt', [])
    try {
      return await work()
    } finally {
      if (this.memory !== undefined) this.forgetIn(this.memory)
      for (const [table, changes] of this.#changes) changes.backTo(marks.get(table))
      await this.#connection.run('rollback to attempt', [])
      await this.#connection.run('release attempt', [])
    }
  }

  async #write(isLast: boolean): Promise<void> {
    const writes = [...this.#changes.values()].flatMap((changes) =>
      changes.isEmpty ? [] : changes.take(this.#joinsInserts),
    )
    if (writes.length > 0) await this.#connection.change(writes, isLast)
  }
}
