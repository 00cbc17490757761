import { scheduler } from 'node:timers/promises'
import {
  ConflictError,
  EngineClosed,
  EngineUnavailable,
  newTally,
  type Effort,
  type Engine,
  type Manner,
  type SqlConnection,
} from '../engine.ts'
import { alterTables } from './alter-tables.ts'
import { lockKey, unlock } from './locks.ts'
import { NumberBlocks } from './number-blocks.ts'
import { admission, PartnerNeeded, PostgresConnection, type WorldOnPostgres } from './postgres-connection.ts'
import { announcement } from './postgres-notices.ts'
import type { PostgresPool } from './postgres-pool.ts'
import { postgresSchema } from './postgres-schema.ts'
import { SingleRead } from '../single-read.ts'

/** What one attempt waits before the next, in milliseconds; its length is how often work is tried again. */
const pausesMs = [1, 5, 20, 60, 150] as const

type Work<T> = (connection: SqlConnection) => Promise<T>

/**
 * One world in a PostgreSQL database that worlds and servers share.
 *
 * A write is a repeatable-read transaction under session locks that were taken before its snapshot: the partner's, and
 * the world's, shared by partners and exclusive for work of the whole world. So one partner's work runs one after the
 * other on whatever server; partners meet only in rows of the world, where a lost race is noticed and tried again. Work
 * that joins another partner takes both locks.
 */
export class PostgresEngine implements Engine {
  readonly sharesTables = true
  readonly textType = 'text collate "C"'
  readonly joinsInserts = true
  readonly schema = postgresSchema
  readonly #pool: PostgresPool
  readonly #world: string
  readonly #numbers: NumberBlocks
  readonly #turns = new Map<string, Promise<unknown>>()
  readonly #running = new Set<Promise<unknown>>()
  #isClosed = false

  constructor(pool: PostgresPool, world: string) {
    this.#pool = pool
    this.#world = world
    this.#numbers = new NumberBlocks({
      reserve: async (size) => {
        const [row] = await this.#alone(`${countOn} returning version`, [size, world])
        if (row === undefined) throw new TypeError('the world has no sequence: it was not set up')
        return Number(row['version'])
      },
      giveBack: async (last, unused) => {
        await this.#alone(`${countOn} and version = ?`, [-unused, world, last])
      },
    })
  }

  read<T>(work: Work<T>, partner = '*', manner: Manner = {}): Promise<T> {
    return this.#tracked(async () => {
      const single =
        manner.isSingle === true && partner !== '*' ? await this.#readOnce(work, partner, manner) : undefined
      return single === undefined ? this.#read(work, partner, manner) : single.result
    })
  }

  write<T>(work: Work<T>, partner = '*', manner: Manner = {}): Promise<T> {
    return this.#tracked(() => this.#withPartners(work, [partner], manner))
  }

  alter<T>(tables: readonly string[], work: Work<T>): Promise<T> {
    return this.#tracked(() => alterTables(this.#pool, this.#withNumbers([]), tables, work))
  }

  async execute(sql: string): Promise<void> {
    await this.write((connection) => connection.run(sql, []))
  }

  async settle(): Promise<void> {
    await this.#numbers.settle()
  }

  /** Finishes what was submitted; later work is refused. */
  async close(): Promise<void> {
    this.#isClosed = true
    await Promise.allSettled(this.#running)
    // A block that cannot be given back leaves a gap, no more.
    await this.#numbers.settle().catch(() => undefined)
  }

  /** Work that turns out to be another partner's too gives up its turn and waits for both, in one order for all. */
  async #withPartners<T>(work: Work<T>, partners: readonly string[], manner: Manner): Promise<T> {
    try {
      return await this.#inTurns(partners, () => this.#retried(work, partners, manner))
    } catch (error) {
      if (!(error instanceof PartnerNeeded)) throw error
      return this.#withPartners(work, [...partners, error.partner].sort(), manner)
    }
  }

  async #tracked<T>(run: () => Promise<T>): Promise<T> {
    if (this.#isClosed) throw new EngineClosed()
    const running = run()
    this.#running.add(running)
    try {
      return await running
    } catch (error) {
      throw this.#pool.explained(error)
    } finally {
      this.#running.delete(running)
    }
  }

  #inTurns<T>([first, ...others]: readonly string[], run: () => Promise<T>): Promise<T> {
    return first === undefined ? run() : this.#inTurn(first, () => this.#inTurns(others, run))
  }

  /** Who waits for his turn must not hold a connection meanwhile. */
  async #inTurn<T>(partner: string, run: () => Promise<T>): Promise<T> {
    const before = this.#turns.get(partner)
    const mine = before === undefined ? run() : before.then(run, run)
    this.#turns.set(partner, mine)
    try {
      return await mine
    } finally {
      if (this.#turns.get(partner) === mine) this.#turns.delete(partner)
    }
  }

  /** Undefined where the work asked more than one question. */
  async #readOnce<T>(
    work: Work<T>,
    partner: string,
    { tally = newTally() }: Manner,
  ): Promise<{ readonly result: T } | undefined> {
    const connection = new SingleRead(this.#pool.lanes, partner, tally)
    try {
      const result = await work(connection)
      if (!connection.needsTransaction) return { result }
    } catch (error) {
      if (!connection.needsTransaction) throw error
    }
    tally.restarts += 1
    return undefined
  }

  async #read<T>(work: Work<T>, partner: string, { tally, effort }: Manner): Promise<T> {
    const client = await this.#pool.take('read', effort)
    const begin = `begin isolation level repeatable read read only; ${limitOf(effort)}${admission(partner)}`
    const connection = new PostgresConnection(client, begin, [partner], this.#withNumbers([]), tally)
    try {
      return await work(connection)
    } finally {
      // Nothing depends on how a read ends: nobody waits for it.
      connection.end('commit').then(
        () => client.release(),
        () => client.release(true),
      )
    }
  }

  async #retried<T>(work: Work<T>, partners: readonly string[], manner: Manner): Promise<T> {
    for (const pauseMs of pausesMs) {
      try {
        return await this.#write(work, partners, manner)
      } catch (error) {
        if (!isLostRace(error)) throw error
      }
      await scheduler.wait(pauseMs + this.#jitterMs(partners.join(), pauseMs))
    }
    return this.#write(work, partners, manner)
  }

  async #write<T>(
    work: Work<T>,
    partners: readonly string[],
    { tally = newTally(), effort }: Manner,
  ): Promise<T> {
    const client = await this.#pool.take('write', effort)
    const numbers: number[] = []
    const connection = new PostgresConnection(
      client,
      this.#beginOf(partners, effort),
      partners,
      this.#withNumbers(numbers),
      tally,
    )
    let isCommitting = false
    try {
      const result = await work(connection)
      isCommitting = true
      tally.roundTrips += 1
      const isCommitted = await connection.end(`commit; ${unlock}`)
      if (!isCommitted)
        throw new TypeError('a failed statement was passed over, so nothing could be committed')
      client.release()
      return result
    } catch (error) {
      // Whether a commit whose answer never came was done, nobody knows: its numbers must not be used again.
      const isInDoubt = isCommitting && this.#pool.explained(error) instanceof EngineUnavailable
      if (!isInDoubt) this.#numbers.giveBack(numbers)
      await connection.undo(`rollback; ${unlock}`).then(
        () => client.release(),
        () => client.release(true),
      )
      throw error
    }
  }

  /** Notes in `taken` which numbers a transaction took. */
  #withNumbers(taken: number[]): WorldOnPostgres {
    return {
      takeNumber: async () => {
        const number = await this.#numbers.take()
        taken.push(number)
        return number
      },
      explained: (error) => this.#pool.explained(error),
      announcementOf: (notice) => announcement(this.#pool.node, this.#world, notice),
    }
  }

  /** Locks first, in a transaction of their own: the snapshot of the second one must not be older than they are. */
  #beginOf(partners: readonly string[], effort?: Effort): string {
    const world = lockKey(this.#world)
    const locks = partners.includes('*')
      ? `select pg_advisory_lock(${world})`
      : [
          `select pg_advisory_lock_shared(${world})`,
          ...partners.map((partner) => `select pg_advisory_lock(${lockKey(`${this.#world}/${partner}`)})`),
        ].join('; ')
    const limit = limitOf(effort)
    const opened = admission(partners.join(','))
    return `begin; ${limit}${locks}; commit; begin isolation level repeatable read; ${limit}${opened}`
  }

  /** Two who met must not meet again; which of them waits longer need not be random. */
  #jitterMs(partner: string, pauseMs: number): number {
    return (Number(lockKey(`${partner}/${process.pid}/${pauseMs}`) & 0xffn) / 0xff) * pauseMs
  }

  /** One statement that is a transaction of its own. */
  async #alone(sql: string, params: readonly (string | number)[]) {
    const client = await this.#pool.take('read')
    const connection = new PostgresConnection(client, 'begin', ['*'], this.#withNumbers([]))
    try {
      const rows = await connection.all(sql, params)
      await connection.end('commit')
      client.release()
      return rows
    } catch (error) {
      client.release(true)
      throw this.#pool.explained(error)
    }
  }
}

const countOn = "update meta set version = version + ? where world = ? and name = 'sequence'"

const limitOf = (effort: Effort | undefined): string =>
  effort === 'long' ? 'set local statement_timeout = 0; ' : ''

/** Not serialisable, deadlock, or the same key at the same time: the second time its rival's rows are seen. */
const raceCodes = new Set(['40001', '40P01', '23505'])

const isLostRace = (error: unknown): boolean =>
  error instanceof ConflictError ||
  (error instanceof Error && 'code' in error && raceCodes.has(String(error.code)))
