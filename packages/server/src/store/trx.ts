import type { Tenant } from '../identity/principal.ts'
import { Documents, type DocumentTable } from './document-table.ts'
import type { DocumentMemory } from './document-memory.ts'
import type { SqlConnection, SqlValue } from './engine.ts'

/**
 * A transaction on one world. Tenant tables can be opened only with a `Tenant`, which `identity/` alone can make: no
 * query can be asked about another partner's rows.
 */
export class Trx {
  readonly #connection: SqlConnection
  readonly #prefix: readonly SqlValue[]
  /** Names of the tables that were written to. */
  readonly written = new Set<string>()
  /** Names of the documents that were written to, as `documentName` makes them. */
  readonly touched = new Set<string>()
  /** What is known of documents as this transaction sees them, where nobody else writes. */
  readonly memory: DocumentMemory | undefined
  readonly isReadOnly: boolean

  /** `world` is given where worlds share tables. */
  constructor(
    connection: SqlConnection,
    world: string | undefined,
    access: { readonly isReadOnly?: boolean; readonly memory?: DocumentMemory } = {},
  ) {
    this.isReadOnly = access.isReadOnly ?? false
    this.memory = access.memory
    this.#connection = connection
    this.#prefix = world === undefined ? [] : [world]
  }

  documents<D extends Versioned>(table: DocumentTable<D, 'partner'>, tenant: Tenant): Documents<D>
  documents<D extends Versioned>(table: DocumentTable<D, 'world'>): Documents<D>
  documents<D extends Versioned>(table: DocumentTable<D>, tenant?: Tenant): Documents<D> {
    if (tenant !== undefined) this.#connection.admit?.(tenant.partner)
    const prefix = tenant === undefined ? this.#prefix : [...this.#prefix, tenant.partner]
    return new Documents(this.#connection, table, prefix, this.#prefix.length > 0, this)
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
    await this.#connection.run('savepoint attempt', [])
    try {
      return await work()
    } finally {
      await this.#connection.run('rollback to attempt', [])
      await this.#connection.run('release attempt', [])
      this.memory?.forget(this.touched)
    }
  }
}

/** A stored document counts its changes; the count is what an ETag is made of. */
export interface Versioned {
  version: number
}
