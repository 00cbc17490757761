import { scheduler } from 'node:timers/promises'
import type { PoolClient } from 'pg'
import { EngineUnavailable, type SqlConnection } from '../engine.ts'
import { lockKey, unlock } from './locks.ts'
import { PostgresConnection, type WorldOnPostgres } from './postgres-connection.ts'
import type { PostgresPool } from './postgres-pool.ts'

/**
 * How long the tables are waited for at a time. Whoever comes meanwhile waits behind, so that it is short, and shorter
 * than it takes PostgreSQL to look for deadlocks: who reads tables in another order must not be the one to give up.
 */
const lockMs = 800
/** Now and then it is longer than that: PostgreSQL then sends its own housekeeping away. */
const longLockMs = 2_500
const pauseMs = 500
const attemptsMax = 120

/** Not in time, or one of two who waited for each other. */
const waitCodes = new Set(['57014', '55P03', '40P01'])

/**
 * Runs `work` in a transaction that changes tables. First it takes its turn among servers that want to do the same,
 * then the tables, and only then it looks at anything: read committed, so that it sees what those before it have left.
 */
export async function alterTables<T>(
  pool: PostgresPool,
  world: WorldOnPostgres,
  tables: readonly string[],
  work: (connection: SqlConnection) => Promise<T>,
): Promise<T> {
  const client = await pool.take('write', 'long')
  try {
    await client.query(
      `begin; set local statement_timeout = 0; select pg_advisory_lock(${lockKey('')}); commit`,
    )
    await takeTables(client, tables)
    const connection = new PostgresConnection(client, 'set local statement_timeout = 0', ['*'], world)
    const result = await work(connection)
    const isCommitted = await connection.end(`commit; ${unlock}`)
    if (!isCommitted) throw new TypeError('a failed statement was passed over, so nothing could be committed')
    client.release()
    return result
  } catch (error) {
    await client.query(`rollback; ${unlock}`).then(
      () => client.release(),
      () => client.release(true),
    )
    throw error
  }
}

async function takeTables(client: PoolClient, tables: readonly string[]): Promise<void> {
  const lock = tables.length === 0 ? '' : `lock table ${tables.join(', ')} in access exclusive mode`
  for (let attempt = 1; ; attempt += 1) {
    const limitMs = attempt % 4 === 0 ? longLockMs : lockMs
    try {
      await client.query(`begin; set local statement_timeout = ${limitMs}; ${lock}`)
      return
    } catch (error) {
      await client.query('rollback')
      if (!isWait(error)) throw error
      if (attempt === attemptsMax)
        throw new EngineUnavailable(
          'the tables are in use all the time: stop what reads or writes them for long',
        )
    }
    await scheduler.wait(pauseMs)
  }
}

const isWait = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && waitCodes.has(String(error.code))
