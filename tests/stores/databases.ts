import { after } from 'node:test'
import type { DocumentTable } from '../../packages/server/src/store/table.ts'
import type { Engine } from '../../packages/server/src/store/engine.ts'
import { EmbeddedStorage, PostgresStorage } from '../../packages/server/src/world/storage.ts'
import { isPostgresThere, makeDatabase } from './test-database.ts'

export { administer } from './test-database.ts'

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
