import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { DocumentTable } from '../store/document-table.ts'
import { migrate } from '../store/migrate.ts'
import { SqliteEngine } from '../store/sqlite.ts'
import { Trx } from '../store/trx.ts'
import { metaTable } from '../store/world-tables.ts'
import type { ClockMode } from './clock.ts'
import { wallNow } from './clock.ts'
import { copyIn, copyOut, readCopy, UnreadableCopy, writeCopy, type WorldCopy } from './copy.ts'
import type { Wiring } from './wiring.ts'
import { World } from './world.ts'

/** Puts the first partners, customers and subscriptions into a new world. */
export type Seeding = (world: World, seed: string) => Promise<void>

export interface WorldsOptions {
  /** The data folder; none keeps every world in memory. */
  readonly folder: string | undefined
  readonly wiring: Wiring
  readonly seeding: Seeding
  readonly defaults: { readonly seed: string; readonly clock: ClockMode; readonly fixedStart: number }
}

export interface NewWorld {
  readonly name?: string
  /** Another world to copy. */
  readonly from?: string
  readonly seed?: string
  readonly clock?: ClockMode
  readonly idSeed?: string
}

/** The world's name is taken, unknown or no name. */
export class WorldNameError extends Error {
  override readonly name = 'WorldNameError'
  readonly reason: 'taken' | 'unknown' | 'malformed' | 'main'

  constructor(reason: WorldNameError['reason'], world: string) {
    super(
      {
        taken: `there is a world named ${world} already`,
        unknown: `there is no world named ${world}`,
        malformed: `${world} is no name for a world: use a-z, 0-9 and hyphens, at most 63 of them`,
        main: 'the main world can be reset, but not removed',
      }[reason],
    )
    this.reason = reason
  }
}

/** The worlds of one server. `main` is made when the server starts. */
export class Worlds {
  readonly #options: WorldsOptions
  readonly #open = new Map<string, World>()
  readonly #seedCopies = new Map<string, WorldCopy>()
  /** Names of worlds that are being made. */
  readonly #underway = new Set<string>()
  #named = 0

  constructor(options: WorldsOptions) {
    this.#options = options
  }

  /** Opens the worlds of the data folder, and `main` in any case. */
  async start(): Promise<void> {
    const { folder } = this.#options
    if (folder !== undefined) {
      mkdirSync(join(folder, 'worlds'), { recursive: true })
      const names = readdirSync(join(folder, 'worlds')).filter((name) => isWorldName(name))
      for (const name of names) await this.#openOrSeed(name, {})
    }
    if (!this.#open.has('main')) await this.#openOrSeed('main', {})
  }

  find(name: string): World | undefined {
    return this.#open.get(name)
  }

  get(name: string): World {
    const world = this.#open.get(name)
    if (world === undefined) throw new WorldNameError('unknown', name)
    return world
  }

  list(): World[] {
    return [...this.#open.values()]
  }

  /** An empty, seeded or branched world. */
  async create(wanted: NewWorld): Promise<World> {
    const name = wanted.name ?? this.#freeName()
    if (!isWorldName(name)) throw new WorldNameError('malformed', name)
    if (this.#open.has(name) || this.#underway.has(name)) throw new WorldNameError('taken', name)
    this.#underway.add(name)
    try {
      return await this.#make(name, wanted)
    } finally {
      this.#underway.delete(name)
    }
  }

  async #make(name: string, wanted: NewWorld): Promise<World> {
    if (wanted.from === undefined) return this.#openOrSeed(name, wanted)
    const source = this.get(wanted.from)
    const copy = await copyOut(source.engine, this.#tables, source.name)
    const branch = await this.#openCopy(name, copy)
    if (wanted.clock !== undefined) await branch.setClockMode(wanted.clock)
    return branch
  }

  async remove(name: string): Promise<void> {
    if (name === 'main') throw new WorldNameError('main', name)
    await this.#drop(name)
  }

  /** Back to the seed, with the ids it had at first. */
  async reset(name: string): Promise<World> {
    const { origin, clock } = this.get(name)
    const copy = await this.#seeded({ ...origin, clock: clock.mode })
    await this.#drop(name)
    return this.#openCopy(name, copy)
  }

  async exportText(name: string): Promise<string> {
    const world = this.get(name)
    return writeCopy(await copyOut(world.engine, this.#tables, world.name))
  }

  /** Replaces the world of that name, or makes it. */
  async importText(name: string, text: string): Promise<World> {
    if (!isWorldName(name)) throw new WorldNameError('malformed', name)
    const copy = readCopy(text, this.#tables)
    await this.#tryOut(copy)
    if (this.#open.has(name)) await this.#drop(name)
    return this.#openCopy(name, copy)
  }

  /** Rows that no world can be made of must not cost the one that is there. */
  async #tryOut(copy: WorldCopy): Promise<void> {
    const engine = new SqliteEngine(':memory:')
    try {
      await migrate(engine, this.#tables)
      await copyIn(engine, this.#tables, 'main', copy)
    } catch (error) {
      throw new UnreadableCopy(
        `the rows of the file do not fit: ${error instanceof Error ? error.message : ''}`,
      )
    } finally {
      await engine.close()
    }
  }

  async close(): Promise<void> {
    for (const world of this.#open.values()) await world.close()
    this.#open.clear()
  }

  get #tables(): readonly DocumentTable<never>[] {
    return this.#options.wiring.tables
  }

  async #engine(name: string): Promise<SqliteEngine> {
    const { folder } = this.#options
    const engine = new SqliteEngine(
      folder === undefined ? ':memory:' : join(this.#folderOf(folder, name), 'world.db'),
    )
    await migrate(engine, this.#tables)
    return engine
  }

  #folderOf(folder: string, name: string): string {
    const own = join(folder, 'worlds', name)
    mkdirSync(own, { recursive: true })
    return own
  }

  async #openOrSeed(name: string, wanted: NewWorld): Promise<World> {
    const engine = await this.#engine(name)
    if (!(await isSetUp(engine, name))) {
      const copy = await this.#seeded(wanted)
      return this.#openCopy(name, copy, engine)
    }
    return this.#openCopy(name, undefined, engine)
  }

  /**
   * A new world's rows. They are made in memory and written at once, so that a crash leaves no half of a seed; those
   * of a fixed clock are always the same and are made once.
   */
  async #seeded(wanted: NewWorld): Promise<WorldCopy> {
    const { defaults, wiring, seeding } = this.#options
    const seed = wanted.seed ?? defaults.seed
    const mode = wanted.clock ?? defaults.clock
    const idSeed = wanted.idSeed ?? 'tenantry'
    const kept = `${mode}/${idSeed}/${seed}`
    const known = mode === 'fixed' ? this.#seedCopies.get(kept) : undefined
    if (known !== undefined) return known

    const engine = new SqliteEngine(':memory:')
    await migrate(engine, this.#tables)
    const world = await World.open('main', engine, wiring, {
      origin: { seed, idSeed },
      clock: { mode, now: mode === 'fixed' ? defaults.fixedStart : wallNow(), aheadMs: 0 },
    })
    await seeding(world, seed)
    const copy = await copyOut(engine, this.#tables, 'main')
    await engine.close()
    if (mode === 'fixed') this.#seedCopies.set(kept, copy)
    return copy
  }

  async #openCopy(name: string, copy?: WorldCopy, made?: SqliteEngine): Promise<World> {
    const engine = made ?? (await this.#engine(name))
    if (copy !== undefined) await copyIn(engine, this.#tables, name, copy)
    const { defaults, wiring } = this.#options
    const world = await World.open(name, engine, wiring, {
      origin: { seed: defaults.seed, idSeed: 'tenantry' },
      clock: { mode: defaults.clock, now: defaults.fixedStart, aheadMs: 0 },
    })
    this.#open.set(name, world)
    return world
  }

  async #drop(name: string): Promise<void> {
    const world = this.get(name)
    this.#open.delete(name)
    await world.close()
    const { folder } = this.#options
    if (folder !== undefined) rmSync(join(folder, 'worlds', name), { recursive: true, force: true })
  }

  #freeName(): string {
    for (;;) {
      this.#named += 1
      const name = `world-${this.#named}`
      if (!this.#open.has(name)) return name
    }
  }
}

const isSetUp = (engine: SqliteEngine, name: string): Promise<boolean> =>
  engine.read(async (connection) => {
    const meta = new Trx(connection, engine.sharesTables ? name : undefined).documents(metaTable)
    return (await meta.find({ name: 'origin' })) !== undefined
  })

const isWorldName = (name: string): boolean => /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(name)
