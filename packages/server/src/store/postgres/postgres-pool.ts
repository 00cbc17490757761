import { hostname } from 'node:os'
import { EngineUnavailable, type Effort } from '../engine.ts'
import { Pool, types, type PoolClient, type PoolConfig } from 'pg'
import { generationFence, introduction } from './postgres-schema.ts'
import { ReadLanes } from '../read-lanes.ts'
import { endWhenSilent, keepAliveThere, keptAlive, limitSilence, socketOf } from './postgres-socket.ts'

/** More connections than this make PostgreSQL slower, not faster. */
const readersMax = 8
const writersMax = 8
const connectionTimeoutMs = 5_000
/**
 * How long a transaction may stand still, its server doing nothing. PostgreSQL then ends it and frees its locks, so
 * that a server which hangs keeps the others out no longer. `?idle_in_transaction_session_timeout=…` in the address
 * changes it.
 */
const leaseMs = 10_000
/**
 * How long a statement may take, waiting for a lock included: longer than a lease. `?statement_timeout=…` in the
 * address changes it.
 */
const statementMs = 15_000
/** PostgreSQL itself says by then that a statement took too long, unless it cannot be heard. */
const marginMs = 2_000
/** For work on all rows of a world or of the database, whose statements may take as long as they need. */
const longSilenceMs = 600_000
/** The same for a server that stops. */
const lastWordMs = 2_000
/** After it was found silent it is not asked again for so long: those who wait in turn must not each wait for it. */
const pauseMs = 1_000

/** The connections that one kind of work shares. */
export interface PoolUse {
  readonly pool: 'read' | 'write'
  /** Connections there are, those that are just being made among them. */
  readonly open: number
  /** Of these, how many do nothing. */
  readonly idle: number
  /** Units of work that wait for a connection to become free. */
  readonly waiting: number
  readonly most: number
}

let pools = 0

/**
 * The connections of one server. Reads have their own, so that writers who wait for their turn never keep them out.
 * Statements are sent without waiting for the answers of those before them.
 */
export class PostgresPool {
  /** Tells this process's notices from those of others. */
  readonly node = `${hostname()}/${process.pid}/${(pools += 1)}`.replaceAll(/[^\w/.-]/g, '')
  /** For reads of one statement. */
  readonly lanes = new ReadLanes(() => this.take('read'))
  readonly #readers: Pool
  readonly #writers: Pool
  /** Without the account. */
  readonly address: string
  readonly #introduction: string
  /** A newer program has taken over the database. */
  #superseded: EngineUnavailable | undefined
  #silenceMs: number
  readonly #taken = new Set<PoolClient>()
  /** How often the place fell silent, as each connection knew it when it was made: older ones may be dead, too. */
  readonly #madeAfter = new WeakMap<PoolClient, number>()
  #silences = 0
  #silentUntilMs = 0

  /** `generation` is that of the program: the database lets no other one write or read. */
  constructor(url: string, generation: number) {
    this.#introduction = introduction(generation)
    const config: PoolConfig = {
      connectionString: url,
      application_name: 'tenantry',
      connectionTimeoutMillis: connectionTimeoutMs,
      idle_in_transaction_session_timeout: leaseMs,
      statement_timeout: statementMs,
      ...keptAlive,
      pipeline: true,
      types: { getTypeParser: parserOf },
    }
    this.#readers = new Pool({ ...config, max: readersMax })
    this.#writers = new Pool({ ...config, max: writersMax })
    for (const pool of [this.#readers, this.#writers]) {
      // A connection that breaks while it idles is replaced by the next one that is asked for; one that is in use says
      // so to whoever waits for its answer.
      pool.on('error', () => undefined)
      pool.on('connect', (client) => this.#welcome(client))
      pool.on('release', (_error, client) => {
        this.#taken.delete(client)
        limitSilence(client, 0)
      })
    }
    this.address = addressOf(url)
    this.#silenceMs = silenceOf(url)
  }

  /**
   * Answers a connection of its own; `release(true)` throws it away. It ends when PostgreSQL says nothing for longer
   * than a statement may take, which `long` work has more time for.
   */
  async take(kind: 'read' | 'write', effort?: Effort): Promise<PoolClient> {
    if (this.#superseded !== undefined) throw this.#superseded
    const pool = kind === 'read' ? this.#readers : this.#writers
    try {
      for (;;) {
        if (performance.now() < this.#silentUntilMs) throw new Error('it did not answer a moment ago')
        const client = await pool.connect()
        if (this.#madeAfter.get(client) === this.#silences) {
          limitSilence(client, effort === 'long' ? longSilenceMs : this.#silenceMs)
          this.#taken.add(client)
          return client
        }
        socketOf(client).destroy()
        client.release(true)
      }
    } catch (error) {
      if (isConnectTimeout(error)) this.#fellSilent()
      throw unreachable(this.address, error)
    }
  }

  /** The server stops: a database that is silent is waited for no longer. */
  hasten(): void {
    this.#silenceMs = lastWordMs
    for (const client of this.#taken) limitSilence(client, lastWordMs)
  }

  #welcome(client: PoolClient): void {
    client.on('error', () => undefined)
    this.#madeAfter.set(client, this.#silences)
    endWhenSilent(client, () => this.#fellSilent())
    // Where the network is none of TCP there is nothing to set.
    client.query(keepAliveThere).catch(() => undefined)
    // Should it fail, the database lets it do nothing.
    client.query(this.#introduction).catch(() => undefined)
  }

  #fellSilent(): void {
    this.#silences += 1
    this.#silentUntilMs = performance.now() + pauseMs
  }

  /** What went wrong, as callers are to see it. */
  explained(error: unknown): unknown {
    if (isRefusal(error)) return (this.#superseded ??= new EngineUnavailable(error.message, { cause: error }))
    return isBroken(error) ? unreachable(this.address, error) : error
  }

  /** How the connections stand now. */
  get use(): readonly PoolUse[] {
    const useOf = (pool: PoolUse['pool'], { totalCount, idleCount, waitingCount, options }: Pool) => ({
      pool,
      open: totalCount,
      idle: idleCount,
      waiting: waitingCount,
      most: options.max,
    })
    return [useOf('read', this.#readers), useOf('write', this.#writers)]
  }

  async close(): Promise<void> {
    await Promise.all([this.#readers.end(), this.#writers.end()])
  }
}

/** The database is of another generation. */
const isRefusal = (error: unknown): error is Error =>
  error instanceof Error && 'constraint' in error && error.constraint === generationFence

/** As `pg` says that a new connection was not made in time; one that was not free in time is something else. */
const isConnectTimeout = (error: unknown): boolean =>
  error instanceof Error && /due to connection timeout|timeout expired/.test(error.message)

/** Longer than PostgreSQL itself may be silent with a reason; 0 for ever, where the address says so. */
function silenceOf(url: string): number {
  const { searchParams } = new URL(url)
  const limits = [
    Number(searchParams.get('statement_timeout') ?? statementMs),
    Number(searchParams.get('idle_in_transaction_session_timeout') ?? leaseMs),
  ]
  return limits.includes(0) ? 0 : Math.max(...limits) + marginMs
}

/** The message names the place, never the account's password. */
const unreachable = (address: string, cause: unknown): EngineUnavailable =>
  new EngineUnavailable(`PostgreSQL at ${address} cannot be used: ${reasonOf(cause)}`)

/**
 * True when the place is at fault and not the statement. The connection is gone: class 08, a shutdown, a lease that
 * ran out (25P03), or what the client and the network say of its socket. Or a statement took too long, as one that
 * waits for a lock does (57014), the server lacks room (53), its disk fails (58), or it only reads at present (25006),
 * as a standby does.
 */
const isBroken = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false
  const code = 'code' in error ? String(error.code) : ''
  return (
    /^(08|53|58|57014|57P0|25P03|25006|ECONN|EPIPE|ETIMEDOUT|EHOST|ENET)/.test(code) ||
    /^Connection terminated|not queryable/.test(error.message)
  )
}

function addressOf(url: string): string {
  const { hostname, port, pathname } = new URL(url)
  return `${hostname || 'localhost'}:${port || '5432'}${pathname}`
}

/** Refusals of several addresses come as one error without a text of its own. */
const reasonOf = (error: unknown): string => {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join(', ')
  return error instanceof Error ? error.message : String(error)
}

const int8 = 20

const parserOf: typeof types.getTypeParser = (oid: number, format?: 'text' | 'binary') =>
  oid === int8 ? safeInteger : types.getTypeParser(oid, format)

function safeInteger(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} is too large for a number`)
  return value
}
