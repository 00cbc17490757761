import { PartnerRegistry } from '../../areas/accounts/partners/public.ts'
import { tenantOfPartner } from '../../kernel/tenant.ts'
import type { Trx } from '../../store/trx.ts'
import { agendaTable, outboxTable } from '../../store/world-tables.ts'
import type { World } from '../../world/world.ts'
import { patience, within } from './patience.ts'

/** What a world's tables say about it now. */
export interface WorldGauges {
  readonly world: string
  readonly agendaEntries: number
  /** How many seconds of the world's time the oldest due entry is behind; 0 when none is due. */
  readonly agendaLagSeconds: number
  readonly outboxRows: number
}

/** Each world is as many series, and a server that is used for tests can have hundreds. */
const worldsMax = 100

/**
 * Of the first worlds that were opened. One whose database does not answer is left out: readiness tells. All that else
 * was counted must not wait for it.
 */
export async function readWorldGauges(worlds: readonly World[]): Promise<WorldGauges[]> {
  const limit = patience()
  const read: WorldGauges[] = []
  for (const world of worlds.slice(0, worldsMax)) {
    if (limit.aborted) break
    const gauges = world.transact('read', (trx) => gaugesOf(world, trx))
    read.push(...(await within(limit, gauges).then(asList, () => [])))
  }
  return read
}

const asList = (gauges: WorldGauges): WorldGauges[] => [gauges]

async function gaugesOf(world: World, trx: Trx): Promise<WorldGauges> {
  const agenda = trx.documents(agendaTable)
  const [oldest] = await agenda.list({ orderBy: ['due_at', 'sequence'], limit: 1 })
  let outboxRows = 0
  for (const partner of await new PartnerRegistry({ trx }).list()) {
    outboxRows += await trx.documents(outboxTable, tenantOfPartner(partner)).count()
  }
  return {
    world: world.name,
    agendaEntries: await agenda.count(),
    agendaLagSeconds: oldest === undefined ? 0 : Math.max(0, world.now - oldest.dueAt) / 1000,
    outboxRows,
  }
}
