import { hash } from 'node:crypto'
import type { PoolClient, QueryConfig, QueryResult } from 'pg'
import {
  ConflictError,
  newTally,
  type Row,
  type SqlConnection,
  type SqlValue,
  type Write,
  type Tally,
} from '../engine.ts'
import { groupWrites, joinWrites } from './joined-writes.ts'
import type { Notice } from './postgres-notices.ts'

/** The work is another partner's too, whose turn was not waited for: it has to begin again. */
export class PartnerNeeded extends Error {
  override readonly name = 'PartnerNeeded'
  readonly partner: string

  constructor(partner: string) {
    super(`the work is that of ${partner} too`)
    this.partner = partner
  }
}

/** What a transaction asks of the world it is on, beside rows. */
export interface WorldOnPostgres {
  takeNumber(): Promise<number>
  /** What went wrong, as callers are to see it. */
  explained(error: unknown): unknown
  announcementOf(notice: Notice): string
}

/**
 * One transaction on PostgreSQL. Its beginning is sent together with its first statement; if it fails, PostgreSQL
 * refuses every statement after it, so that none can run outside of a transaction.
 */
export class PostgresConnection implements SqlConnection {
  readonly #client: PoolClient
  readonly #world: WorldOnPostgres
  readonly #admitted: Set<string>
  /** Whose turn it is. */
  readonly #inTurn: readonly string[]
  /** What was sent and not yet waited for. */
  #sent: Promise<unknown>[] = []
  #isOver = false
  readonly #tally: Tally
  /** How many wait for an answer now. */
  #waits = 0

  /** `partners` are those whose rows the beginning opened; `*` stands for all. */
  constructor(
    client: PoolClient,
    begin: string,
    partners: readonly string[],
    world: WorldOnPostgres,
    tally: Tally = newTally(),
  ) {
    this.#client = client
    this.#world = world
    this.#tally = tally
    this.#admitted = new Set(partners)
    this.#inTurn = partners
    this.#send(begin)
  }

  async all(sql: string, params: readonly SqlValue[]): Promise<readonly Row[]> {
    return (await this.#query(sql, params)).rows
  }

  async run(sql: string, params: readonly SqlValue[]): Promise<number> {
    return (await this.#query(sql, params)).rowCount ?? 0
  }

  async change(writes: readonly Write[]): Promise<void> {
    const conflicts = await Promise.all(groupWrites(writes).map((group) => this.#changeTogether(group)))
    const conflict = conflicts.find((one) => one !== undefined)
    if (conflict !== undefined) throw new ConflictError(conflict)
  }

  /** Answers what somebody else was faster with. */
  async #changeTogether(group: readonly Write[]): Promise<string | undefined> {
    const [only] = group
    if (only !== undefined && group.length === 1) {
      const changed = await this.run(only.sql, only.params)
      return changed === 1 ? undefined : only.mustChange
    }
    const { sql, params, counted } = joinWrites(group)
    const [counts] = await this.all(sql, params)
    return counted.find(({ column }) => Number(counts?.[column]) !== 1)?.mustChange
  }

  nextSequence(): Promise<number> {
    return this.#world.takeNumber()
  }

  admit(partner: string): void {
    if (this.#admitted.has('*') || this.#admitted.has(partner)) return
    this.#admitted.add(partner)
    this.#send(admission([...this.#admitted].join(',')))
  }

  join(partner: string): void {
    if (!this.#inTurn.includes('*') && !this.#inTurn.includes(partner)) throw new PartnerNeeded(partner)
  }

  announce(notice: Notice): void {
    this.#send(this.#world.announcementOf(notice))
  }

  /** Ends the transaction; answers whether it was committed. */
  async end(sql: string): Promise<boolean> {
    this.#isOver = true
    this.#tally.statements += 1
    // A text of several statements has several results.
    const ended = this.#client.query(sql) as unknown as Promise<QueryResult | QueryResult[]>
    const [results] = await Promise.all([ended, this.#settle()])
    const [first] = Array.isArray(results) ? results : [results]
    return first?.command === 'COMMIT'
  }

  /** Ends a transaction that failed, whatever else of it fails. */
  async undo(sql: string): Promise<void> {
    this.#isOver = true
    this.#tally.statements += 1
    this.#tally.roundTrips += 1
    await Promise.allSettled(this.#sent)
    await this.#client.query(sql)
  }

  async #query(sql: string, params: readonly SqlValue[]): Promise<QueryResult<Row>> {
    if (this.#isOver) throw new TypeError('the transaction is over')
    this.#tally.statements += 1
    const answer = this.#client.query<Row>(preparedStatement(sql, params))
    answer.catch(() => undefined)
    // Who asks while others wait waits with them.
    if (this.#waits === 0) this.#tally.roundTrips += 1
    this.#waits += 1
    try {
      // A savepoint is gone back to because something failed. Otherwise the first failure is the cause of the next.
      if (sql.startsWith('rollback')) await Promise.allSettled(this.#sent.splice(0))
      else await this.#settle()
      return await answer
    } catch (error) {
      throw this.#world.explained(error)
    } finally {
      this.#waits -= 1
    }
  }

  #send(query: string | QueryConfig): void {
    this.#tally.statements += 1
    const sent = this.#client.query(query)
    sent.catch(() => undefined)
    this.#sent.push(sent)
  }

  /** Waits for all that was sent; rejects with the first failure. */
  async #settle(): Promise<void> {
    const before = this.#sent
    this.#sent = []
    for (const sent of before) await sent
  }
}

/** Opens the rows of some partners to the transaction it runs in. */
export const admission = (partners: string): string =>
  `select set_config('tenantry.partners', '${partners.replaceAll("'", "''")}', true)`

interface Statement {
  readonly text: string
  readonly name?: string
}

const statements = new Map<string, Statement>()
/** A connection keeps every statement that has a name; lists of many lengths must not fill it. */
const namedMax = 1_000

/** A statement of ours with its parameters, as the driver takes it. */
export const preparedStatement = (sql: string, params: readonly SqlValue[]) => ({
  ...statementOf(sql),
  values: params.map(storable),
})

/** Numbers the parameters, and names what is worth to be kept prepared. */
function statementOf(sql: string): Statement {
  const known = statements.get(sql)
  if (known !== undefined) return known
  let n = 0
  const text = sql.replaceAll('?', () => `$${(n += 1)}`)
  if (statements.size >= namedMax) return { text }
  const isKept = /^(select|insert|update|delete|with)\b/.test(sql)
  const made = isKept ? { text, name: hash('sha256', sql, 'hex').slice(0, 16) } : { text }
  statements.set(sql, made)
  return made
}

/** PostgreSQL keeps no NUL in a text: it becomes the sign for what cannot be shown, as half a surrogate pair does. */
const storable = (value: SqlValue): SqlValue =>
  typeof value === 'string' && value.includes('\0') ? value.replaceAll('\0', '\u{fffd}') : value
