import type { PoolClient, QueryResult } from 'pg'
import type { Row, SqlConnection, SqlValue } from './engine.ts'
import { preparedStatement } from './postgres-connection.ts'
import type { Tally } from './tally.ts'

/** The work asks more than one question: it needs a transaction, so that all answers are of one moment. */
class NeedsTransaction extends Error {
  override readonly name = 'NeedsTransaction'
}

/** The partner whose rows a connection shows outside of transactions. */
const partnerOf = new WeakMap<PoolClient, string>()

/**
 * A read that asks one question is of one moment by itself, and its transaction would cost more than its answer. At a
 * second question the work is refused, and has to begin again in a transaction.
 */
export class SingleRead implements SqlConnection {
  readonly #client: PoolClient
  readonly #partner: string
  readonly #explained: (error: unknown) => unknown
  readonly #tally: Tally
  #asked: Promise<QueryResult<Row>> | undefined
  needsTransaction = false

  constructor(
    client: PoolClient,
    read: {
      readonly partner: string
      readonly explained: (error: unknown) => unknown
      readonly tally: Tally
    },
  ) {
    this.#client = client
    this.#partner = read.partner
    this.#explained = read.explained
    this.#tally = read.tally
  }

  async all(sql: string, params: readonly SqlValue[]): Promise<readonly Row[]> {
    if (this.#asked !== undefined) this.#refuse()
    this.#admitOwn()
    this.#tally.statements += 1
    this.#tally.roundTrips += 1
    this.#asked = this.#client.query<Row>(preparedStatement(sql, params))
    try {
      return (await this.#asked).rows
    } catch (error) {
      partnerOf.delete(this.#client)
      throw this.#explained(error)
    }
  }

  async run(): Promise<number> {
    return this.#refuse()
  }

  async change(): Promise<void> {
    this.#refuse()
  }

  async nextSequence(): Promise<number> {
    return this.#refuse()
  }

  admit(partner: string): void {
    if (partner !== this.#partner) this.#refuse()
  }

  /** When nothing of it is on its way any more; answers whether its connection failed. */
  async over(): Promise<boolean> {
    try {
      await this.#asked
      return false
    } catch {
      return true
    }
  }

  /** Holds for the connection until another partner's read comes; transactions have a setting of their own. */
  #admitOwn(): void {
    if (partnerOf.get(this.#client) === this.#partner) return
    partnerOf.set(this.#client, this.#partner)
    this.#tally.statements += 1
    this.#client
      .query("select set_config('tenantry.partners', $1, false)", [this.#partner])
      .catch(() => partnerOf.delete(this.#client))
  }

  #refuse(): never {
    this.needsTransaction = true
    throw new NeedsTransaction('one statement does not answer it')
  }
}
