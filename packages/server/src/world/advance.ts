import type { Principal } from '../work/principal.ts'
import type { DomainEvent } from '../work/events.ts'
import { formatInstant, type Instant } from '../kernel/time.ts'
import { Trace } from '../kernel/trace.ts'
import { giveWay } from '../kernel/turns.ts'
import { EngineUnavailable } from '../store/engine.ts'
import type { Foreseen } from '../store/foresee.ts'
import type { Trx } from '../store/trx.ts'
import { agendaTable, type AgendaRecord } from '../store/world-tables.ts'
import { laterClock, type ClockState } from './clock.ts'
import { findClock, putClock, type World } from './world.ts'

/** How many agenda entries share one durable commit, at the most, and for how long they may hold the writer. */
const batchSizeMax = 1_000
const batchBudgetMs = 15
/** The same where the next batch has to wait until this one is on the disk. */
const wholeBatchBudgetMs = 100
/** After so long the event loop turns, for those who read meanwhile. */
const turnAfterMs = 5
/** How many of them are read at once: few where that is no wait, as what a batch does not reach is read again. */
const fetchedMax = 25
const fetchedFromFarMax = 100
/** An advance over many renewals tells only so many of its events; all of them are in the outbox. */
const toldEventsMax = 1_000

export interface Advanced {
  readonly from: Instant
  readonly now: Instant
  /** How many agenda entries ran. */
  readonly ran: number
  readonly events: readonly { readonly at: Instant; readonly type: string; readonly subject: string }[]
  /** True when there were more events than are told. */
  readonly truncated: boolean
}

/** An entry's handler failed. What ran before it is kept, and the clock stands at the entry's instant. */
export class AdvanceStopped extends Error {
  override readonly name = 'AdvanceStopped'
}

/**
 * Runs what is due up to `to`, oldest first and ties by sequence, each entry at its own instant; then rests at `to`.
 * One advance at a time per world: a second one waits for the first.
 */
export function advance(world: World, until: Instant): Promise<Advanced> {
  return inTurn(world, async () => {
    const from = world.now
    // A live clock has run on since somebody asked for the present.
    const to = Math.max(from, until) as Instant
    const told: { at: Instant; type: string; subject: string }[] = []
    let events = 0
    let ran = 0
    try {
      for (;;) {
        const batches = await runBatches(world, to, true)
        for (const batch of batches) {
          ran += batch.ran
          events += batch.events.length
          for (const { at, event } of batch.events.slice(0, toldEventsMax - told.length))
            told.push({ at, type: event.type, subject: event.subject })
        }
        if (isOver(batches)) break
        await giveWay()
      }
    } finally {
      world.clock.standAt(undefined)
    }
    return { from, now: to, ran, events: told, truncated: events > told.length }
  })
}

/** Runs what a live clock has made due. */
export async function catchUp(world: World): Promise<void> {
  const now = world.now
  await inTurn(world, async () => {
    try {
      while (!isOver(await runBatches(world, now, false))) await giveWay()
    } finally {
      world.clock.standAt(undefined)
    }
  })
}

/** When the next entry is due, if there is one. */
export const nextDueAt = async (world: World): Promise<Instant | undefined> =>
  world.transact(
    'read',
    async (trx) => (await firstEntries(trx, undefined, 1))[0]?.dueAt as Instant | undefined,
  )

const turns = new WeakMap<World, Promise<unknown>>()

function inTurn<T>(world: World, work: () => Promise<T>): Promise<T> {
  const before = turns.get(world) ?? Promise.resolve()
  const mine = before.then(work, work)
  turns.set(
    world,
    mine.catch(() => undefined),
  )
  return mine
}

export interface Batch {
  ran: number
  readonly events: { at: Instant; event: DomainEvent }[]
  isLast: boolean
  stopped: EntryFailed | undefined
}

/** Undoes the batch it happens in; those before it are run again without it. */
export class EntryFailed extends Error {
  override readonly name = 'EntryFailed'
  readonly entry: AgendaRecord
  /** How many entries of the batch ran before it. */
  readonly position: number

  constructor(entry: AgendaRecord, position: number, cause: unknown) {
    super(`${entry.kind} of ${entry.subject} failed`, { cause })
    this.entry = entry
    this.position = position
  }
}

/** True after the last one; throws where an entry stopped them. */
function isOver(batches: readonly Batch[]): boolean {
  const last = batches.at(-1)
  if (last?.stopped !== undefined) throw stoppedBy(last.stopped)
  return last?.isLast ?? false
}

/** A failing entry leaves nothing of itself, and is rare enough that the others need no savepoint each. */
async function runBatches(world: World, to: Instant, movesClock: boolean): Promise<Batch[]> {
  const batches: Batch[] = []
  const run = (sizeMax: number, stopped?: EntryFailed) =>
    world.transactInParts(async (trx) => {
      const batch: Batch = { ran: 0, events: [], isLast: false, stopped }
      const reached = await runDue(world, trx, to, batch, sizeMax)
      const restsAt = (stopped?.entry.dueAt as Instant | undefined) ?? reached
      const clock = movesClock ? await moveClock(world, trx, restsAt) : undefined
      await world.findNextDue(trx)
      const settle = () => {
        stand(world, batch, restsAt, clock)
        batches.push(batch)
      }
      return { isLast: batch.isLast || stopped !== undefined, settle }
    })
  try {
    await run(batchSizeMax)
  } catch (error) {
    if (!(error instanceof EntryFailed)) throw error
    await run(error.position, error)
  }
  return batches
}

async function moveClock(world: World, trx: Trx, restsAt: Instant): Promise<ClockState> {
  // Another server of this world may have gone further meanwhile.
  const stored = await findClock(trx)
  const mine = world.clock.stateAt(restsAt)
  const clock = stored === undefined ? mine : laterClock(mine, stored)
  await putClock(trx, clock)
  return clock
}

/** The batch is durable: the clock stands where it ended. */
function stand(world: World, batch: Batch, restsAt: Instant, clock: ClockState | undefined): void {
  if (clock !== undefined) world.clock.adopt(clock)
  world.failing = batch.stopped?.entry
  const { mode, now } = world.clock.state
  if (!batch.isLast && (mode === 'live' || restsAt >= now)) world.clock.standAt(restsAt)
}

/** Runs entries until the batch is full or nothing is due; answers where the clock stands then. */
async function runDue(world: World, trx: Trx, to: Instant, batch: Batch, sizeMax: number): Promise<Instant> {
  const startedMs = performance.now()
  const budgetMs = world.engine.writeInParts === undefined ? wholeBatchBudgetMs : batchBudgetMs
  let turnedMs = startedMs
  const principals = new Map<string, Principal>()
  let queue: AgendaRecord[] = []
  let reached = world.now
  while (batch.ran < sizeMax) {
    if (queue.length === 0) {
      queue = await firstEntries(trx, to, trx.isFar ? fetchedFromFarMax : fetchedMax)
      await foreseeFor(world, trx, queue, principals)
    }
    const entry = queue.shift()
    if (entry === undefined) {
      batch.isLast = true
      return to
    }
    const earliestNew = await runEntry(world, trx, entry, batch, principals)
    reached = entry.dueAt as Instant
    // An entry that was written down meanwhile may come before some of those already fetched.
    const last = queue.at(-1)
    if (last !== undefined && earliestNew < last.dueAt)
      queue = queue.filter(({ dueAt }) => dueAt <= earliestNew)
    const nowMs = performance.now()
    if (nowMs - startedMs > budgetMs) break
    if (nowMs - turnedMs < turnAfterMs) continue
    await giveWay()
    turnedMs = performance.now()
  }
  return reached
}

/** Looks for what entries will ask for, all at once where each question would be a wait. */
async function foreseeFor(
  world: World,
  trx: Trx,
  entries: readonly AgendaRecord[],
  principals: Map<string, Principal>,
): Promise<void> {
  const { foreseenOf } = world.wiring
  if (!trx.isFar || foreseenOf === undefined) return
  const wanted: Foreseen[] = []
  for (const entry of entries) {
    const principal = await principalOf(world, trx, entry.partner, principals)
    wanted.push(...foreseenOf(trx, principal, entry))
  }
  await trx.foresee(wanted)
}

/** As whom the agenda acts for a partner. */
async function principalOf(
  world: World,
  trx: Trx,
  partner: string,
  principals: Map<string, Principal>,
): Promise<Principal> {
  const known = principals.get(partner)
  if (known !== undefined) return known
  const found = await world.wiring.systemPrincipalOf(trx, partner)
  principals.set(partner, found)
  return found
}

export async function runEntry(
  world: World,
  trx: Trx,
  entry: AgendaRecord,
  batch: Batch,
  principals: Map<string, Principal>,
): Promise<number> {
  const at = entry.dueAt as Instant
  let earliestNew = Number.POSITIVE_INFINITY
  try {
    const handler = world.wiring.schedule[entry.kind]
    await trx.documents(agendaTable).remove({ due_at: entry.dueAt, sequence: entry.sequence })
    if (handler === undefined) throw new TypeError(`no handler is registered for ${entry.kind}`)
    const principal = await principalOf(world, trx, entry.partner, principals)
    const caller = { principal, locale: 'en-US' as const, trace: new Trace() }
    const { scope, announced } = world.scopeFor(trx, caller, at, await trx.nextSequence(), {
      entry,
      scheduled: (dueAt) => {
        earliestNew = Math.min(earliestNew, dueAt)
      },
    })
    await handler(scope, { ...entry, dueAt: at })
    for (const event of announced) batch.events.push({ at, event })
    batch.ran += 1
  } catch (error) {
    // A database that is away says nothing about the entry: it runs when there is one again.
    if (error instanceof EngineUnavailable) throw error
    throw new EntryFailed(entry, batch.ran, error)
  }
  return earliestNew
}

export const stoppedBy = ({ entry, cause }: EntryFailed): AdvanceStopped =>
  new AdvanceStopped(
    `${entry.kind} of ${entry.subject} at ${formatInstant(entry.dueAt as Instant)} failed: ${messageOf(cause)}`,
    { cause },
  )

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

export const firstEntries = (
  trx: Trx,
  to: Instant | undefined,
  limit: number,
  subject?: string,
): Promise<AgendaRecord[]> =>
  trx.documents(agendaTable).list({
    orderBy: ['due_at', 'sequence'],
    limit,
    ...(subject === undefined ? {} : { where: { subject } }),
    ...(to === undefined ? {} : { range: { due_at: { atMost: to } } }),
  })
