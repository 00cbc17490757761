import { hostname } from 'node:os'
import { EngineUnavailable } from './engine.ts'
import { Pool, types, type PoolClient, type PoolConfig } from 'pg'

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
  readonly #readers: Pool
  readonly #writers: Pool
  readonly #address: string

  constructor(url: string) {
    const config: PoolConfig = {
      connectionString: url,
      application_name: 'tenantry',
      connectionTimeoutMillis: connectionTimeoutMs,
      idle_in_transaction_session_timeout: leaseMs,
      pipeline: true,
      types: { getTypeParser: parserOf },
    }
    this.#readers = new Pool({ ...config, max: readersMax })
    this.#writers = new Pool({ ...config, max: writersMax })
    for (const pool of [this.#readers, this.#writers]) {
      // A connection that breaks while it idles is replaced by the next one that is asked for; one that is in use says
      // so to whoever waits for its answer.
      pool.on('error', () => undefined)
      pool.on('connect', (client) => client.on('error', () => undefined))
    }
    this.#address = addressOf(url)
  }

  /** Answers a connection of its own; `release(true)` throws it away. */
  async take(kind: 'read' | 'write'): Promise<PoolClient> {
    try {
      return await (kind === 'read' ? this.#readers : this.#writers).connect()
    } catch (error) {
      throw unreachable(this.#address, error)
    }
  }

  /** What went wrong, as callers are to see it. */
  explained(error: unknown): unknown {
    return isBroken(error) ? unreachable(this.#address, error) : error
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

/** The message names the place, never the account's password. */
const unreachable = (address: string, cause: unknown): EngineUnavailable =>
  new EngineUnavailable(`PostgreSQL at ${address} cannot be used: ${reasonOf(cause)}`)

/**
 * True when the place is at fault and not the statement. The connection is gone: class 08, a shutdown, a lease that
 * ran out (25P03), or what the client says of its socket. Or the server lacks room (53), its disk fails (58), or it
 * only reads at present (25006), as a standby does.
 */
const isBroken = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false
  const code = 'code' in error ? String(error.code) : ''
  return (
    /^(08|53|58|57P0|25P03|25006|ECONN|EPIPE)/.test(code) ||
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
