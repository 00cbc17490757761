import type { QueryResult } from 'pg'
import type { Row, SqlConnection, SqlValue, Tally } from './engine.ts'
import type { ReadLanes } from './read-lanes.ts'

/** The work asks more than one question: it needs a transaction, so that all answers are of one moment. */
class NeedsTransaction extends Error {
  override readonly name = 'NeedsTransaction'
}

/**
 * A read that asks one question is of one moment by itself, and its transaction would cost more than its answer. At a
 * second question the work is refused, and has to begin again in a transaction.
 */
export class SingleRead implements SqlConnection {
  readonly #lanes: ReadLanes
  readonly #partner: string
  readonly #tally: Tally
  #asked: Promise<QueryResult<Row>> | undefined
  needsTransaction = false

  constructor(lanes: ReadLanes, partner: string, tally: Tally) {
    this.#lanes = lanes
    this.#partner = partner
    this.#tally = tally
  }

  async all(sql: string, params: readonly SqlValue[]): Promise<readonly Row[]> {
    if (this.#asked !== undefined) this.#refuse()
    this.#asked = this.#lanes.ask(this.#partner, sql, params, this.#tally)
    return (await this.#asked).rows
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

  #refuse(): never {
    this.needsTransaction = true
    throw new NeedsTransaction('one statement does not answer it')
  }
}
