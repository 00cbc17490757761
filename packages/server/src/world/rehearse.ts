import type { Principal } from '../work/principal.ts'
import type { Instant } from '../kernel/time.ts'
import type { Trx } from '../store/trx.ts'
import { EntryFailed, firstEntries, runEntry, stoppedBy, type Batch } from './advance.ts'
import type { World } from './world.ts'

/** All of it is one transaction, so there must be an end. */
const entriesMax = 1_000

export interface RehearsedAdvance extends Pick<Batch, 'ran' | 'events'> {
  /** False where it stopped at the limit of entries before it had reached its end. */
  readonly isWhole: boolean
  /** For whom something ran. */
  readonly principals: readonly Principal[]
}

/**
 * Runs what is due up to `to` and undoes it; `look` sees the world as it would be. With a `subject` only that one's
 * entries run.
 */
export async function rehearse<T>(
  world: World,
  to: Instant,
  subject: string | undefined,
  look: (trx: Trx, advance: RehearsedAdvance) => Promise<T>,
): Promise<T> {
  try {
    return await world.tryOutAlone(async (trx) => look(trx, await runUpTo(world, trx, to, subject)))
  } catch (error) {
    throw error instanceof EntryFailed ? stoppedBy(error) : error
  }
}

/** Runs what is due up to `to` in a transaction that will be undone, oldest first; the clock stays where it is. */
export async function runUpTo(
  world: World,
  trx: Trx,
  to: Instant,
  subject: string | undefined,
): Promise<RehearsedAdvance> {
  const principals = new Map<string, Principal>()
  const batch: Batch = { ran: 0, events: [], isLast: false, stopped: undefined }
  while (batch.ran < entriesMax && !batch.isLast) {
    const [entry] = await firstEntries(trx, to, 1, subject)
    if (entry === undefined) batch.isLast = true
    else await runEntry(world, trx, entry, batch, principals)
  }
  const { ran, events, isLast: isWhole } = batch
  return { ran, events, isWhole, principals: [...principals.values()] }
}
