import { hash } from 'node:crypto'

/** Names of locks are numbers there. */
export const lockKey = (name: string): bigint => hash('sha256', name, 'buffer').readBigInt64BE()

export const unlock = 'select pg_advisory_unlock_all()'
