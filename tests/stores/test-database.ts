import { randomBytes } from 'node:crypto'
import { Client } from 'pg'

/** Where databases may be made: an account that may create databases and roles. */
const administration = process.env['TENANTRY_TEST_POSTGRES'] ?? 'postgres://root@127.0.0.1:5432/postgres'

export interface TestDatabase {
  readonly url: string
  drop(): Promise<void>
}

/**
 * A database whose owner is no superuser, so that row-level security holds for it. Its commits do not wait for the
 * disk, which takes longer than all else about them: what a power loss leaves is looked into by tests of faults that
 * have a PostgreSQL of their own.
 */
export async function makeDatabase(): Promise<TestDatabase> {
  const name = `tenantry_test_${randomBytes(6).toString('hex')}`
  await administer([
    `create role ${name} login nosuperuser nobypassrls password '${name}'`,
    `create database ${name} owner ${name}`,
    `alter database ${name} set synchronous_commit = off`,
  ])
  const url = new URL(administration)
  url.username = name
  url.password = name
  url.pathname = `/${name}`
  const drop = async () => {
    await administer([`drop database ${name} with (force)`, `drop role ${name}`])
  }
  return { url: url.href, drop }
}

/** False where nothing listens. One that is there and lets nobody in must not go by unnoticed. */
export const isPostgresThere = (): Promise<boolean> =>
  administer([]).then(
    () => true,
    (error: unknown) => {
      if ((error as { code?: unknown }).code !== 'ECONNREFUSED') throw error
      return false
    },
  )

/** Runs statements as the owner of `url`, or as the administrator. */
export async function administer(statements: readonly string[], url = administration): Promise<unknown[]> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2_000 })
  await client.connect()
  try {
    let rows: unknown[] = []
    for (const statement of statements) ({ rows } = await client.query<Record<string, unknown>>(statement))
    return rows
  } finally {
    await client.end()
  }
}

/** A database as somebody sees it whom row-level security does not hold. */
export function asAdministrator(database: string): string {
  const url = new URL(administration)
  url.pathname = new URL(database).pathname
  return url.href
}
