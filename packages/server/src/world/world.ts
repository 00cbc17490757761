import type { Locale } from '@tenantry/contract/locales/index.ts'
import type { Collaborator } from '../collaborators/collaborator.ts'
import type { Principal } from '../work/principal.ts'
import { idSource } from '../kernel/ids.ts'
import type { DatedPolicy, PolicyRow } from '../kernel/policy.ts'
import type { Instant } from '../kernel/time.ts'
import type { Trace } from '../kernel/trace.ts'
import { DocumentMemory } from '../store/document-memory.ts'
import type { Engine, SqlConnection, Tally } from '../store/engine.ts'
import { ParsedDocuments } from '../store/parsed-documents.ts'
import { Trx } from '../store/trx.ts'
import { agendaTable, metaTable, type AgendaRecord } from '../store/world-tables.ts'
import { Attempt, identityTable, type Memories } from './attempt.ts'
import { WorldClock, type ClockMode, type ClockState } from './clock.ts'
import { scopeOf, type ScopeParts, type WorkingScope } from './scope-of.ts'
import { Settings } from './settings.ts'
import type { Wiring } from './wiring.ts'

export interface WorldOrigin {
  readonly seed: string
  readonly idSeed: string
}

export interface Caller {
  readonly principal: Principal
  readonly locale: Locale
  readonly trace: Trace
  /** Where it is counted what is asked of the database. */
  readonly tally?: Tally
  /** It will probably ask the database one question only. */
  readonly isSingleRead?: boolean
}

/** The agenda entry that a scope is made for: taken off the agenda already. */
export interface RunningEntry {
  readonly entry: AgendaRecord
  /** Told of each entry that its handler plans. */
  readonly scheduled: (dueAt: Instant) => void
}

/**
 * The unit of isolation: one database, one clock, one agenda, one seed for ids. Everything that happens in it goes
 * through `read` or `write`.
 */
export class World {
  readonly name: string
  readonly engine: Engine
  readonly wiring: Wiring
  readonly settings = new Settings()
  #clock: WorldClock
  #origin: WorldOrigin
  #reads = 0
  readonly #memories: Memories | undefined
  /** The same for work without a caller: an advance goes through all of a world. */
  readonly #passing: Memories | undefined
  /** What is kept where nothing else may be. */
  readonly #parsed = new ParsedDocuments()
  #passingPrefix: string | undefined
  readonly #writes = new Map<string, number>()
  #nextDue = Number.POSITIVE_INFINITY
  /** The agenda entry that failed and at which the clock stands, until an advance gets past it. */
  failing: AgendaRecord | undefined
  /** Grows with each change of partners, apps, users or keys: verified tokens are remembered only that long. */
  identityVersion = 0

  private constructor(name: string, engine: Engine, wiring: Wiring, origin: WorldOrigin, clock: ClockState) {
    this.name = name
    this.engine = engine
    this.wiring = wiring
    this.#origin = origin
    this.#clock = new WorldClock(clock)
    // Where others may write to the database too, nothing that was read may be kept.
    if (engine.sharesTables) return
    const [read, write] = [new DocumentMemory({ isLasting: true }), new DocumentMemory({ isLasting: true })]
    this.#memories = { read, write }
    this.#passing = { read: read.forPassing(), write: write.forPassing() }
  }

  /** Opens a migrated database; `fresh` is what to write into one that holds no world yet. */
  static async open(
    name: string,
    engine: Engine,
    wiring: Wiring,
    fresh: { origin: WorldOrigin; clock: ClockState },
  ): Promise<World> {
    const stored = await engine.write((connection) =>
      Trx.during(connection, { dialect: engine, world: name }, (trx) => originIn(trx, fresh)),
    )
    const world = new World(name, engine, wiring, stored.origin as WorldOrigin, stored.clock as ClockState)
    await world.transact('read', async (trx) => {
      await world.settings.load(trx)
      await world.findNextDue(trx)
    })
    return world
  }

  get origin(): WorldOrigin {
    return this.#origin
  }

  get clock(): WorldClock {
    return this.#clock
  }

  get now(): Instant {
    return this.#clock.now
  }

  /** True when an agenda entry is due: with a live clock, time has passed by itself. */
  get isBehind(): boolean {
    return this.#nextDue <= this.#clock.now
  }

  /** Reads anew what is kept in memory: another server of this world changed it. */
  async refresh(): Promise<void> {
    const due = this.#nextDue
    const writes = this.writesTo([metaTable.name])
    const clock = await this.transact('read', async (trx) => {
      await this.settings.load(trx)
      await this.findNextDue(trx)
      return findClock(trx)
    })
    // What was planned here meanwhile may be missing in what was read; too early a time is put right when it comes.
    this.#nextDue = Math.min(this.#nextDue, due)
    this.#follow(clock)
    this.identityVersion += 1
    // What was set here meanwhile may have been put back to what it was before.
    if (writes !== this.writesTo([metaTable.name])) await this.refresh()
  }

  /** A transaction without a caller: the operator's, the token service's, the agenda's. */
  transact<T>(kind: 'read' | 'write', work: (trx: Trx) => Promise<T>): Promise<T> {
    return this.#transact(kind, work, undefined)
  }

  async #transact<T>(
    kind: 'read' | 'write',
    work: (trx: Trx) => Promise<T>,
    partner: string | undefined,
    { tally, isSingleRead }: Pick<Caller, 'tally' | 'isSingleRead'> = {},
  ): Promise<T> {
    const memories = partner === undefined ? this.#passing : this.#memories
    const attempt = new Attempt(kind, memories, this.#nextDue)
    const result = await this.engine[kind]((connection) => this.#run(connection, attempt, work), partner, {
      tally,
      isSingle: isSingleRead,
    }).catch((error: unknown) => this.#giveUp(attempt, error))
    this.#noteChanges(attempt)
    return result
  }

  /**
   * Runs `part` again and again without a caller, while it says that there is more and nobody waits: each in a commit
   * of its own, the next one beginning before the disk has it. What a part leaves is settled when it is durable.
   */
  async transactInParts(part: (trx: Trx) => Promise<Part>): Promise<void> {
    const { engine } = this
    if (engine.writeInParts === undefined) return (await this.transact('write', part)).settle()
    let attempt = new Attempt('write', this.#passing, this.#nextDue)
    const runPart = async (connection: SqlConnection): Promise<boolean> => {
      const mine = new Attempt('write', this.#passing, this.#nextDue)
      attempt = mine
      const { isLast, settle } = await this.#run(connection, mine, part)
      connection.onPublished?.(() => {
        this.#noteChanges(mine)
        settle()
      })
      return !isLast
    }
    await engine.writeInParts(runPart).catch((error: unknown) => this.#giveUp(attempt, error))
  }

  #run<T>(connection: SqlConnection, attempt: Attempt, work: (trx: Trx) => Promise<T>): Promise<T> {
    const isReadOnly = attempt.kind === 'read'
    const memory = attempt.memory ?? new DocumentMemory({ isLasting: false, parsed: this.#parsed })
    const place = { dialect: this.engine, world: this.name }
    const done = Trx.during(
      connection,
      place,
      async (trx) => {
        attempt.trx = trx
        const result = await work(trx)
        if (!isReadOnly) attempt.tell(connection, trx, this.#nextDue)
        return result
      },
      { isReadOnly, memory },
    )
    return done.catch((error: unknown) => {
      attempt.forget()
      throw error
    })
  }

  #giveUp(attempt: Attempt, error: unknown): never {
    // Its commit may have failed, when the work itself had not.
    attempt.forget()
    // What it would have done is still to be done: the agenda must not wait for what came after it.
    this.#nextDue = Math.min(this.#nextDue, attempt.dueBefore)
    throw error
  }

  #noteChanges({ trx }: Attempt): void {
    const changed = trx?.changedTables ?? []
    for (const table of changed) this.#writes.set(table, (this.#writes.get(table) ?? 0) + 1)
    if (changed.includes(identityTable)) this.identityVersion += 1
  }

  /** Runs `work` on the last durable state. It may run again from the start. */
  read<T>(caller: Caller, work: (working: WorkingScope) => Promise<T>): Promise<T> {
    this.#reads += 1
    // Reads write nothing, so they cannot count on the world's sequence; theirs lies below zero.
    const sequence = -this.#reads
    const { length } = caller.trace
    return this.#transact(
      'read',
      (trx) => {
        caller.trace.backTo(length)
        return work(this.scopeFor(trx, caller, this.now, sequence))
      },
      caller.principal.partner.tenantId,
      caller,
    )
  }

  /** Runs `work` in one durable transaction. It may run again from the start. */
  write<T>(caller: Caller, work: (working: WorkingScope) => Promise<T>): Promise<T> {
    const { length } = caller.trace
    return this.#transact(
      'write',
      async (trx) => {
        caller.trace.backTo(length)
        if (this.engine.sharesTables) this.#follow(await findClock(trx))
        return work(this.scopeFor(trx, caller, this.now, await trx.nextSequence()))
      },
      caller.principal.partner.tenantId,
      caller,
    )
  }

  /** Another server may have moved the clock, and its notice still be on its way: what is written must not go back. */
  #follow(stored: Parameters<WorldClock['adopt']>[0] | undefined): void {
    if (stored !== undefined && !this.#clock.isUnderway) this.#clock.adopt(stored)
  }

  /** Runs `work` as `write` does, and undoes it. */
  tryOut<T>(caller: Caller, work: (working: WorkingScope) => Promise<T>): Promise<T> {
    return undone((keep) => this.write(caller, async (working) => keep(await work(working))))
  }

  /** Runs `work` without a caller, and undoes it. */
  tryOutAlone<T>(work: (trx: Trx) => Promise<T>): Promise<T> {
    return undone((keep) => this.transact('write', async (trx) => keep(await work(trx))))
  }

  scopeFor(trx: Trx, caller: Caller, now: Instant, sequence: number, running?: RunningEntry): WorkingScope {
    const parts: ScopeParts = {
      ...caller,
      trx,
      now,
      sequence,
      idSeed: this.#origin.idSeed,
      settings: this.settings,
      wiring: this.wiring,
      scheduled: (dueAt) => {
        this.#nextDue = Math.min(this.#nextDue, dueAt)
        running?.scheduled(dueAt)
      },
      running: running?.entry,
    }
    return scopeOf(parts)
  }

  /** Grows with each commit that wrote to one of the tables: what was read of them may be kept until then. */
  writesTo(tables: readonly string[]): number {
    return tables.reduce((sum, table) => sum + (this.#writes.get(table) ?? 0), 0)
  }

  /** Ids for what is not stored: request ids a client left out. */
  passingId(): string {
    this.#reads += 1
    this.#passingPrefix ??= idSource(this.#origin.idSeed, 0).newId().slice(0, 24)
    return this.#passingPrefix + this.#reads.toString(16).padStart(12, '0')
  }

  async findNextDue(trx: Trx): Promise<void> {
    const [first] = await trx.documents(agendaTable).list({ orderBy: ['due_at', 'sequence'], limit: 1 })
    this.#nextDue = first?.dueAt ?? Number.POSITIVE_INFINITY
  }

  async setClockMode(mode: ClockMode): Promise<void> {
    await this.storeClock(this.#clock.stateAt(this.now, mode))
  }

  async storeClock(state: ClockState): Promise<void> {
    await this.transact('write', (trx) => putClock(trx, state))
    this.#clock.adopt(state)
  }

  async setPolicy<T>(policy: DatedPolicy<T>, rows: readonly PolicyRow<T>[]): Promise<void> {
    const adopt = await this.transact('write', (trx) => this.settings.storePolicy(trx, policy, rows))
    adopt()
  }

  async setCollaborator<T>(collaborator: Collaborator<T>, state: T): Promise<void> {
    const adopt = await this.transact('write', (trx) =>
      this.settings.storeCollaborator(trx, collaborator, state),
    )
    adopt()
  }

  /** A named document of the world's own: signing keys, the operator's key. */
  async findMeta(name: string): Promise<unknown> {
    return this.transact('read', async (trx) => (await trx.documents(metaTable).find({ name }))?.value)
  }

  async putMeta(name: string, value: unknown): Promise<void> {
    await this.transact('write', (trx) => trx.documents(metaTable).put({ version: 1, name, value }))
  }

  async close(): Promise<void> {
    await this.engine.close()
  }
}

/** What one part of larger work leaves. */
export interface Part {
  readonly isLast: boolean
  /** Called when it is durable, in the moment in which reads come to see it where the database can say it. */
  settle(): void
}

/** Origin and clock of the world in a database; of a fresh one where there is none yet. */
async function originIn(
  trx: Trx,
  fresh: { origin: WorldOrigin; clock: ClockState },
): Promise<{ origin: unknown; clock: unknown }> {
  const meta = trx.documents(metaTable)
  const origin = await meta.find({ name: 'origin' })
  const clock = await meta.find({ name: 'clock' })
  if (origin !== undefined && clock !== undefined) return { origin: origin.value, clock: clock.value }
  await meta.insert({ version: 1, name: 'origin', value: fresh.origin })
  await meta.insert({ version: 1, name: 'clock', value: fresh.clock })
  await meta.insert({ version: 1, name: 'sequence', value: null })
  return fresh
}

/** Ends a transaction that was to leave nothing. */
class Undone<T> extends Error {
  readonly result: T

  constructor(result: T) {
    super('this was only tried out')
    this.result = result
  }
}

async function undone<T>(transaction: (keep: (result: T) => never) => Promise<never>): Promise<T> {
  const keep = (result: T): never => {
    throw new Undone(result)
  }
  return transaction(keep).catch((error: unknown) => {
    if (error instanceof Undone) return error.result as T
    throw error
  })
}

export const findClock = async (trx: Trx): Promise<ClockState | undefined> =>
  (await trx.documents(metaTable).find({ name: 'clock' }))?.value as ClockState | undefined

export const putClock = (trx: Trx, state: ClockState) =>
  trx.documents(metaTable).put({ version: 1, name: 'clock', value: state })
