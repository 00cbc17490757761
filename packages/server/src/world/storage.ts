import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { DocumentTable } from '../store/table.ts'
import type { Engine, SqlConnection } from '../store/engine.ts'
import { makeFolder } from '../store/sqlite/make-folder.ts'
import { migrate } from '../store/migrate.ts'
import { generationOf, NewerVersion } from '../store/schema/plan.ts'
import { UpgradeFailed } from '../store/schema/rebuild.ts'
import { PostgresEngine } from '../store/postgres/postgres.ts'
import { PostgresNotices, type NoticeReader } from '../store/postgres/postgres-notices.ts'
import { PostgresPool, type PoolUse } from '../store/postgres/postgres-pool.ts'
import { SqliteEngine } from '../store/sqlite/sqlite.ts'
import { Trx } from '../store/trx.ts'
import { metaTable } from '../store/world-tables.ts'

/** Where the worlds of a server are kept. */
export interface Storage {
  /** The worlds that are there. */
  names(): Promise<string[]>
  /** Brings what is there to today's shapes, or changes none of it; `open` does it for what comes later. */
  upgrade(): Promise<void>
  /** Opens a world's database, migrated; a new one is empty. */
  open(name: string): Promise<Engine>
  /** Forgets the world for good. Its engine is closed. */
  remove(name: string): Promise<void>
  /** Tells `reader` what other servers do to these worlds, where there can be others. */
  watch?(reader: NoticeReader): Promise<void>
  /** False while something that others do could be missed. */
  readonly hearsOthers?: boolean
  /** Which worlds there are, each with what tells it from an earlier one of its name; or the one of that name. */
  stamps?(name?: string): Promise<Map<string, string>>
  /** The connections to a database that has some. */
  readonly connections?: readonly PoolUse[]
  /** From now on a database that does not answer is waited for no longer than a stop may take. */
  hasten?(): void
  close(): Promise<void>
}

/** A database of its own for each world: files in a folder, or memory where there is none. */
export class EmbeddedStorage implements Storage {
  readonly #folder: string | undefined
  readonly #tables: readonly DocumentTable<never>[]
  /** Looked at already, and not asked for yet. */
  readonly #opened = new Map<string, Engine>()

  constructor(folder: string | undefined, tables: readonly DocumentTable<never>[]) {
    this.#folder = folder === undefined ? undefined : join(folder, 'worlds')
    this.#tables = tables
  }

  async names(): Promise<string[]> {
    if (this.#folder === undefined) return []
    makeFolder(this.#folder)
    return readdirSync(this.#folder)
  }

  /** Each file has its own transaction, so all are tried before the first one is changed. */
  async upgrade(): Promise<void> {
    const names = (await this.names()).filter((name) => existsSync(this.#fileOf(name)))
    try {
      for (const name of names) this.#opened.set(name, await this.#open(name, { isTrial: true }))
      for (const engine of this.#opened.values()) await migrate(engine, this.#tables)
    } catch (error) {
      await this.close()
      throw error
    }
  }

  async open(name: string): Promise<Engine> {
    const opened = this.#opened.get(name)
    if (opened === undefined) return this.#open(name, {})
    this.#opened.delete(name)
    return opened
  }

  async #open(name: string, manner: { readonly isTrial?: boolean }): Promise<Engine> {
    if (this.#folder !== undefined) makeFolder(join(this.#folder, name))
    const path = this.#fileOf(name)
    const engine = new SqliteEngine(path)
    try {
      await migrate(engine, this.#tables, manner)
      return engine
    } catch (error) {
      await engine.close()
      throw placed(error, path)
    }
  }

  #fileOf(name: string): string {
    return this.#folder === undefined ? ':memory:' : join(this.#folder, name, 'world.db')
  }

  async remove(name: string): Promise<void> {
    if (this.#folder !== undefined) rmSync(join(this.#folder, name), { recursive: true, force: true })
  }

  /** Each world closes its own. */
  async close(): Promise<void> {
    for (const engine of this.#opened.values()) await engine.close()
    this.#opened.clear()
  }
}

/** One PostgreSQL database for all worlds, and for every server that is started on it. */
export class PostgresStorage implements Storage {
  readonly #url: string
  readonly #pool: PostgresPool
  readonly #tables: readonly DocumentTable<never>[]
  /** Work on the database as a whole; no world has an empty name. */
  readonly #whole: PostgresEngine
  #migrated: Promise<void> | undefined
  #notices: PostgresNotices | undefined

  constructor(url: string, tables: readonly DocumentTable<never>[]) {
    this.#url = url
    this.#pool = new PostgresPool(url, generationOf(tables))
    this.#tables = tables
    this.#whole = new PostgresEngine(this.#pool, '')
  }

  get connections(): readonly PoolUse[] {
    return this.#pool.use
  }

  async names(): Promise<string[]> {
    return [...(await this.stamps()).keys()]
  }

  upgrade(): Promise<void> {
    return this.#migrate()
  }

  /** The origin is written once in a world's life: its stamp is the transaction that did. */
  async stamps(name?: string): Promise<Map<string, string>> {
    await this.#migrate()
    const one = name === undefined ? '' : 'and world = ?'
    const rows = await this.#whole.read((connection) =>
      connection.all(
        `select world, xmin::text as stamp from ${metaTable.name} where name = 'origin' ${one} order by world`,
        name === undefined ? [] : [name],
      ),
    )
    return new Map(rows.map(({ world, stamp }) => [String(world), String(stamp)]))
  }

  async open(name: string): Promise<Engine> {
    await this.#migrate()
    return new PostgresEngine(this.#pool, name)
  }

  async remove(name: string): Promise<void> {
    await new PostgresEngine(this.#pool, name).write(
      async (connection) => {
        for (const table of this.#tables) {
          await connection.run(`delete from ${table.name} where world = ?`, [name])
        }
        connection.announce?.('replaced')
      },
      undefined,
      { effort: 'long' },
    )
  }

  get hearsOthers(): boolean {
    return this.#notices?.isListening ?? true
  }

  async watch(reader: NoticeReader): Promise<void> {
    await this.#migrate()
    this.#notices = new PostgresNotices(this.#url, this.#pool.node, reader)
    await this.#notices.listen()
  }

  hasten(): void {
    this.#pool.hasten()
  }

  async close(): Promise<void> {
    await this.#notices?.close()
    await this.#pool.close()
  }

  #migrate(): Promise<void> {
    this.#migrated ??= migrate(this.#whole, this.#tables).catch((error: unknown) => {
      throw placed(error, `PostgreSQL at ${this.#pool.address}`)
    })
    return this.#migrated
  }
}

/** The same, with which database it is about. */
function placed(error: unknown, place: string): unknown {
  const isAboutSchema = error instanceof NewerVersion || error instanceof UpgradeFailed
  if (isAboutSchema) error.message = `${place}: ${error.message}`
  return error
}

/** True when the database holds a world of that name. */
export const isSetUp = (engine: Engine, name: string): Promise<boolean> =>
  engine.read((connection) => hasOrigin(engine, connection, name))

export const hasOrigin = (engine: Engine, connection: SqlConnection, name: string): Promise<boolean> =>
  Trx.during(connection, { dialect: engine, world: name }, async (trx) => {
    const origin = await trx.documents(metaTable).find({ name: 'origin' })
    return origin !== undefined
  })
