import { randomBytes } from 'node:crypto'
import { after } from 'node:test'
import { Client } from 'pg'
import type { DocumentTable } from '../../packages/server/src/store/table.ts'
import type { Engine } from '../../packages/server/src/store/engine.ts'
import { EmbeddedStorage, PostgresStorage } from '../../packages/server/src/world/storage.ts'

/** Where databases may be made: an account that may create databases and roles. */
const administration = process.env['TENANTRY_TEST_POSTGRES'] ?? 'postgres://root@127.0.0.1:5432/postgres'

/** Tests that need PostgreSQL are registered only where it is; `tools/run-tests.ts` says so where it is not. */
export const hasPostgres: boolean = await administer([]).then(
  () => true,
  (error: unknown) => {
    // One that is there and lets nobody in must not go by unnoticed.
    if ((error as { code?: unknown }).code !== 'ECONNREFUSED') throw error
    return false
  },
)

/**
 * A database of the test file's own, whose owner is no superuser, so that row-level security holds for it. Its commits
 * do not wait for the disk, which takes longer than all else about them: what a power loss leaves is looked into by
 * tests of faults that have a PostgreSQL of their own.
 */
export async function madeDatabase(): Promise<string> {
  const name = `tenantry_test_${randomBytes(6).toString('hex')}`
  await administer([
    `create role ${name} login nosuperuser nobypassrls password '${name}'`,
    `create database ${name} owner ${name}`,
    `alter database ${name} set synchronous_commit = off`,
  ])
  after(() => administer([`drop database ${name} with (force)`, `drop role ${name}`]))
  const url = new URL(administration)
  url.username = name
  url.password = name
  url.pathname = `/${name}`
  return url.href
}

/** An engine under test: its name, and how to open a database for a world. */
export interface Kind {
  readonly name: string
  /** A fresh database; engines opened for the same one see the same rows. */
  fresh(tables: readonly DocumentTable<never>[]): Promise<(world: string) => Promise<Engine>>
}

const embedded: Kind = {
  name: 'SQLite',
  fresh: async (tables) => {
    const storage = new EmbeddedStorage(undefined, tables)
    return async (world) => storage.open(world)
  },
}

export const postgres: Kind = {
  name: 'PostgreSQL',
  fresh: async (tables) => {
    const storage = new PostgresStorage(await madeDatabase(), tables)
    after(() => storage.close())
    return async (world) => storage.open(world)
  },
}

export const kinds: readonly Kind[] = hasPostgres ? [embedded, postgres] : [embedded]

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
