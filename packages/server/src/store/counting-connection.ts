import type { SqlConnection, SqlValue, Tally, Write } from './engine.ts'

/** A connection that many share, as one piece of work sees it: what is sent through it is counted. */
export class CountingConnection implements SqlConnection {
  readonly #connection: SqlConnection
  readonly #tally: Tally

  constructor(connection: SqlConnection, tally: Tally) {
    this.#connection = connection
    this.#tally = tally
  }

  all(sql: string, params: readonly SqlValue[]) {
    this.#tally.statements += 1
    return this.#connection.all(sql, params)
  }

  run(sql: string, params: readonly SqlValue[]) {
    this.#tally.statements += 1
    return this.#connection.run(sql, params)
  }

  change(writes: readonly Write[], isLast: boolean) {
    this.#tally.statements += writes.length
    return this.#connection.change(writes, isLast)
  }

  /** Numbers come from a count that is stored once for many. */
  nextSequence(): Promise<number> {
    return this.#connection.nextSequence()
  }

  admit(partner: string): void {
    this.#connection.admit?.(partner)
  }

  onPublished(call: () => void): void {
    this.#connection.onPublished?.(call)
  }

  announce(notice: 'changed' | 'replaced'): void {
    this.#connection.announce?.(notice)
  }
}
