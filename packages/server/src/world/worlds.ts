import type { DocumentTable } from '../store/table.ts'
import type { Engine } from '../store/engine.ts'
import type { Notice } from '../store/postgres/postgres-notices.ts'
import type { PoolUse } from '../store/postgres/postgres-pool.ts'
import { wallNow, type ClockMode, type ClockState } from './clock.ts'
import { copyIn, copyOut, type WorldCopy } from './copy.ts'
import { readExport, UnreadableExport, writeExport } from './export.ts'
import { EmbeddedStorage, isSetUp, PostgresStorage, type Storage } from './storage.ts'
import { Templates } from './templates.ts'
import type { Wiring } from './wiring.ts'
import { World, type WorldOrigin } from './world.ts'

/** Puts the first partners, customers and subscriptions into a new world. */
export interface Seeding {
  seed(world: World, seed: string): Promise<void>
  /** What stands in the seed of that name, as a text that is another one as soon as anything of it is. */
  contentOf(seed: string): string
}

export interface WorldsOptions {
  /** The data folder; none keeps every world in memory. */
  readonly folder: string | undefined
  /** A PostgreSQL database that keeps the worlds instead. */
  readonly database?: string | undefined
  readonly wiring: Wiring
  readonly seeding: Seeding
  /** Where several servers of a process are to live through a past only once. */
  readonly templates?: Templates
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
  readonly #storage: Storage
  readonly #open = new Map<string, World>()
  readonly #templates: Templates
  /** Names of worlds that are being made, replaced or removed. */
  readonly #underway = new Set<string>()
  /** What tells the worlds that are open from earlier or later ones of their names. */
  readonly #stamps = new Map<string, string | undefined>()
  #named = 0
  #following: Promise<void> = Promise.resolve()

  constructor(options: WorldsOptions) {
    this.#options = options
    const { folder, database, wiring, templates = new Templates() } = options
    this.#templates = templates
    this.#storage =
      database === undefined
        ? new EmbeddedStorage(folder, wiring.tables)
        : new PostgresStorage(database, wiring.tables)
  }

  /** Opens the worlds that are there, and `main` in any case. */
  async start(): Promise<void> {
    await this.#storage.upgrade()
    await this.#storage.watch?.({
      hear: (name, notice) => this.#inOrder(() => this.#follow(name, notice)),
      catchUp: () => this.#inOrder(() => this.#catchUp()),
    })
    const names = (await this.#storage.names()).filter((name) => isWorldName(name))
    for (const name of names) await this.#openOrSeed(name)
    if (!this.#open.has('main')) await this.#openOrSeed('main')
  }

  find(name: string): World | undefined {
    return this.#open.get(name)
  }

  /** Being made, replaced or removed at this moment. */
  isUnderway(name: string): boolean {
    return this.#underway.has(name)
  }

  get(name: string): World {
    const world = this.#open.get(name)
    if (world === undefined) throw new WorldNameError('unknown', name)
    return world
  }

  list(): World[] {
    return [...this.#open.values()]
  }

  /** The connections of this server to a database that several can share; none to files. */
  get connections(): readonly PoolUse[] {
    return this.#storage.connections ?? []
  }

  /** False while something that other servers do could be missed. */
  get hearsOthers(): boolean {
    return this.#storage.hearsOthers ?? true
  }

  /** An empty, seeded or branched world. */
  async create(wanted: NewWorld): Promise<World> {
    const name = wanted.name ?? (await this.#freeName())
    if (!isWorldName(name)) throw new WorldNameError('malformed', name)
    if (this.#open.has(name) || this.#underway.has(name)) throw new WorldNameError('taken', name)
    return this.#replacing(name, () => this.#make(name, wanted))
  }

  /** Runs `work`, which makes a world, or makes it anew or no more; what others say of it meanwhile is not followed. */
  async #replacing<T>(name: string, work: () => Promise<T>): Promise<T> {
    this.#underway.add(name)
    try {
      return await work()
    } finally {
      this.#underway.delete(name)
    }
  }

  async #make(name: string, wanted: NewWorld): Promise<World> {
    if (wanted.from === undefined) return this.#openCopy(name, await this.#seeded(wanted))
    const source = this.get(wanted.from)
    const copy = await copyOut(source.engine, this.#tables, source.name)
    const branch = await this.#openCopy(name, copy)
    if (wanted.clock !== undefined) await branch.setClockMode(wanted.clock)
    return branch
  }

  /** What other servers did is followed one thing after the other. */
  #inOrder(work: () => Promise<void>): Promise<void> {
    const done = this.#following.then(work)
    this.#following = done.catch(() => undefined)
    return done
  }

  async #follow(name: string, notice: Notice): Promise<void> {
    // What is being made or replaced here is new when it is done.
    if (this.#underway.has(name)) return
    const known = this.#open.get(name)
    if (notice === 'changed' && known !== undefined) return known.refresh()
    if (notice === 'changed' || !isWorldName(name)) return
    const engine = await this.#storage.open(name)
    if (await isSetUp(engine, name)) await this.#openWorld(name, engine)
    else this.#open.delete(name)
    await known?.close()
  }

  /** Follows whatever other servers may have done to any world. */
  async #catchUp(): Promise<void> {
    const stamps = (await this.#storage.stamps?.()) ?? new Map<string, string>()
    for (const name of new Set([...stamps.keys(), ...this.#open.keys()])) {
      const isSame = this.#open.has(name) && this.#stamps.get(name) === stamps.get(name)
      await this.#follow(name, isSame ? 'changed' : 'replaced')
    }
  }

  async remove(name: string): Promise<void> {
    if (name === 'main') throw new WorldNameError('main', name)
    await this.#replacing(name, () => this.#drop(name))
  }

  /** Back to the seed, with the ids it had at first. */
  async reset(name: string): Promise<World> {
    const { origin, clock } = this.get(name)
    const copy = await this.#seeded({ ...origin, clock: clock.mode })
    return this.#replacing(name, async () => {
      await this.#drop(name)
      return this.#openCopy(name, copy)
    })
  }

  async exportText(name: string): Promise<string> {
    const world = this.get(name)
    return writeExport(await copyOut(world.engine, this.#tables, world.name), this.#tables)
  }

  /** Replaces the world of that name, or makes it. */
  async importText(name: string, text: string): Promise<World> {
    if (!isWorldName(name)) throw new WorldNameError('malformed', name)
    const copy = readExport(text, this.#tables)
    await this.#tryOut(copy)
    return this.#replacing(name, async () => {
      if (this.#open.has(name)) await this.#drop(name)
      return this.#openCopy(name, copy)
    })
  }

  /** Rows that no world can be made of must not cost the one that is there. */
  async #tryOut(copy: WorldCopy): Promise<void> {
    const engine = await this.#memory()
    try {
      await copyIn(engine, this.#tables, 'main', copy)
    } catch (error) {
      throw new UnreadableExport(
        `the rows of the file do not fit: ${error instanceof Error ? error.message : ''}`,
      )
    } finally {
      await engine.close()
    }
  }

  async close(): Promise<void> {
    this.#storage.hasten?.()
    await this.#following
    for (const world of this.#open.values()) await world.close()
    this.#open.clear()
    await this.#storage.close()
  }

  get #tables(): readonly DocumentTable<never>[] {
    return this.#options.wiring.tables
  }

  #memory(): Promise<Engine> {
    return new EmbeddedStorage(undefined, this.#tables).open('main')
  }

  async #openOrSeed(name: string): Promise<void> {
    const engine = await this.#storage.open(name)
    // Another server may set it up at the same time: one of them does, and both open it.
    if (!(await isSetUp(engine, name))) await copyIn(engine, this.#tables, name, await this.#seeded({}))
    await this.#openWorld(name, engine)
  }

  /**
   * A new world's rows, written at once, so that a crash leaves no half of a seed. With a fixed clock a past is always
   * the same, and one that has been lived through is a template; with a live one it ends at another instant each time.
   */
  async #seeded(wanted: NewWorld): Promise<WorldCopy> {
    const { defaults, seeding } = this.#options
    const origin = { seed: wanted.seed ?? defaults.seed, idSeed: wanted.idSeed ?? 'tenantry' }
    const mode = wanted.clock ?? defaults.clock
    if (mode === 'live') return this.#live(origin, { mode, now: wallNow(), aheadMs: 0 })
    const begin = defaults.fixedStart
    return this.#templates.of({ seed: seeding.contentOf(origin.seed), idSeed: origin.idSeed, begin }, () =>
      this.#live(origin, { mode, now: begin, aheadMs: 0 }),
    )
  }

  /** Lets a world live through its past in memory. */
  async #live(origin: WorldOrigin, clock: ClockState): Promise<WorldCopy> {
    const { wiring, seeding } = this.#options
    const engine = await this.#memory()
    try {
      await seeding.seed(await World.open('main', engine, wiring, { origin, clock }), origin.seed)
      return await copyOut(engine, this.#tables, 'main')
    } finally {
      await engine.close()
    }
  }

  async #openCopy(name: string, copy: WorldCopy): Promise<World> {
    const engine = await this.#storage.open(name)
    if (await copyIn(engine, this.#tables, name, copy)) return this.#openWorld(name, engine)
    await engine.close()
    throw new WorldNameError('taken', name)
  }

  async #openWorld(name: string, engine: Engine): Promise<World> {
    const { defaults, wiring } = this.#options
    // Read first: should the world be replaced meanwhile, it is opened once too often and not once too seldom.
    const stamp = (await this.#storage.stamps?.(name))?.get(name)
    const world = await World.open(name, engine, wiring, {
      origin: { seed: defaults.seed, idSeed: 'tenantry' },
      clock: { mode: defaults.clock, now: defaults.fixedStart, aheadMs: 0 },
    })
    this.#open.set(name, world)
    this.#stamps.set(name, stamp)
    return world
  }

  async #drop(name: string): Promise<void> {
    const world = this.get(name)
    this.#open.delete(name)
    await world.close()
    await this.#storage.remove(name)
  }

  /** Other servers may keep worlds in the same place. */
  async #freeName(): Promise<string> {
    const taken = new Set([...(await this.#storage.names()), ...this.#open.keys(), ...this.#underway])
    for (;;) {
      this.#named += 1
      const name = `world-${this.#named}`
      if (!taken.has(name)) return name
    }
  }
}

const isWorldName = (name: string): boolean => /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(name)
