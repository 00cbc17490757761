import type { Tenant } from '../identity/principal.ts'
import { Documents, type DocumentTable } from './document-table.ts'
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

  /** `world` is given where worlds share tables. */
  constructor(connection: SqlConnection, world: string | undefined) {
    this.#connection = connection
    this.#prefix = world === undefined ? [] : [world]
  }

  documents<D extends Versioned>(table: DocumentTable<D, 'partner'>, tenant: Tenant): Documents<D>
  documents<D extends Versioned>(table: DocumentTable<D, 'world'>): Documents<D>
  documents<D extends Versioned>(table: DocumentTable<D>, tenant?: Tenant): Documents<D> {
    const prefix = tenant === undefined ? this.#prefix : [...this.#prefix, tenant.partner]
    return new Documents(this.#connection, table, prefix, this.#prefix.length > 0, this.written)
  }

  /**
   * The next number of the world's own count: what ids, agenda places and outbox places are made from. It is undone
   * with the transaction, so that the same requests get the same ids.
   */
  async nextSequence(): Promise<number> {
    const where =
      this.#prefix.length > 0 ? "where world = ? and name = 'sequence'" : "where name = 'sequence'"
    const sql = `update meta set version = version + 1 ${where} returning version`
    const rows = await this.#connection.all(sql, this.#prefix)
    if (rows[0] === undefined) throw new TypeError('the world has no sequence: it was not set up')
    return Number(rows[0]['version'])
  }

  /** Runs `work` so that its rejection undoes only what it did. */
  async nested<T>(work: () => Promise<T>): Promise<T> {
    await this.#connection.run('savepoint nested', [])
    try {
      const result = await work()
      await this.#connection.run('release nested', [])
      return result
    } catch (error) {
      await this.#connection.run('rollback to nested', [])
      await this.#connection.run('release nested', [])
      throw error
    }
  }
}

/** A stored document counts its changes; the count is what an ETag is made of. */
export interface Versioned {
  version: number
}
