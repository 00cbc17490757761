import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import type { DocumentTable } from '../../packages/server/src/store/table.ts'
import type { Engine } from '../../packages/server/src/store/engine.ts'
import { EmbeddedStorage, PostgresStorage, type Storage } from '../../packages/server/src/world/storage.ts'
import { isPostgresThere, makeDatabase } from './test-database.ts'

export { administer, asAdministrator } from './test-database.ts'

/** Tests that need PostgreSQL are registered only where it is; `tools/run-tests.ts` says so where it is not. */
export const hasPostgres: boolean = await isPostgresThere()

/** A database that is gone when the suite that asks for it ends. */
export async function madeDatabase(): Promise<string> {
  const { url, drop } = await makeDatabase()
  after(drop)
  return url
}

/** An engine under test: its name, and how to open a database for a world. */
export interface Kind {
  readonly name: string
  /** A fresh database; engines opened for the same one see the same rows. */
  fresh(tables: readonly DocumentTable<never>[]): Promise<(world: string) => Promise<Engine>>
  /** A fresh place for worlds, as programs come to it that declare other tables. */
  place(): Promise<(tables: readonly DocumentTable<never>[]) => Storage>
}

const embedded: Kind = {
  name: 'SQLite',
  fresh: async (tables) => {
    const storage = new EmbeddedStorage(undefined, tables)
    return async (world) => storage.open(world)
  },
  place: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tenantry-'))
    after(() => rmSync(folder, { recursive: true, force: true }))
    return (tables) => new EmbeddedStorage(folder, tables)
  },
}

export const postgres: Kind = {
  name: 'PostgreSQL',
  fresh: async (tables) => {
    const storage = new PostgresStorage(await madeDatabase(), tables)
    after(() => storage.close())
    return async (world) => storage.open(world)
  },
  place: async () => {
    const database = await madeDatabase()
    return (tables) => new PostgresStorage(database, tables)
  },
}

export const kinds: readonly Kind[] = hasPostgres ? [embedded, postgres] : [embedded]
