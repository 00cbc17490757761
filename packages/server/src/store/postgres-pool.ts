import { Pool, types, type PoolClient, type PoolConfig } from 'pg'

/** More connections than this make PostgreSQL slower, not faster. */
const readersMax = 8
const writersMax = 8
const connectionTimeoutMs = 5_000

/**
 * The connections of one server. Reads have their own, so that writers who wait for their turn never keep them out.
 * Statements are sent without waiting for the answers of those before them.
 */
export class PostgresPool {
  readonly #readers: Pool
  readonly #writers: Pool
  readonly #address: string

  constructor(url: string) {
    const config: PoolConfig = {
      connectionString: url,
      application_name: 'tenantry',
      connectionTimeoutMillis: connectionTimeoutMs,
      pipeline: true,
      types: { getTypeParser: parserOf },
    }
    this.#readers = new Pool({ ...config, max: readersMax })
    this.#writers = new Pool({ ...config, max: writersMax })
    // A connection that breaks while it idles is replaced by the next one that is asked for.
    this.#readers.on('error', () => undefined)
    this.#writers.on('error', () => undefined)
    this.#address = addressOf(url)
  }

  /** Answers a connection of its own; `release(true)` throws it away. */
  async take(kind: 'read' | 'write'): Promise<PoolClient> {
    try {
      return await (kind === 'read' ? this.#readers : this.#writers).connect()
    } catch (error) {
      throw new PostgresUnreachable(this.#address, error)
    }
  }

  async close(): Promise<void> {
    await Promise.all([this.#readers.end(), this.#writers.end()])
  }
}

/** No connection could be had. The message names the place, never the account's password. */
export class PostgresUnreachable extends Error {
  override readonly name = 'PostgresUnreachable'
  readonly statusCode = 503

  constructor(address: string, cause: unknown) {
    super(`PostgreSQL at ${address} cannot be used: ${reasonOf(cause)}`)
  }
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
  oid === int8 ? safeInteger : types.getTypeParser(oid, format as 'text')

function safeInteger(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} is too large for a number`)
  return value
}
