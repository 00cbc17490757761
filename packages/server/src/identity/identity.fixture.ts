import { partnerTable, PartnerRegistry, partnerOfEntry } from '../areas/accounts/partners/public.ts'
import type { PartnerRecord } from '../work/partner.ts'
import { parseInstant } from '../kernel/time.ts'
import { migrate } from '../store/migrate.ts'
import { SqliteEngine } from '../store/sqlite/sqlite.ts'
import { worldTables } from '../store/tables.ts'
import { readWorldFile } from '../world-seed/world-file.ts'
import { World } from '../world/world.ts'
import type { Wiring } from '../world/wiring.ts'
import { systemPrincipal } from '../work/principal.ts'
import { refreshTokenTable } from './tokens/refresh-tokens.ts'

/** For tests: a world in memory with the partners of the default world and nothing else, its clock standing. */
export async function identityWorld(now = '2026-01-15T09:00:00Z'): Promise<World> {
  const wiring: Wiring = {
    tables: [...worldTables, partnerTable, refreshTokenTable],
    listeners: {},
    schedule: {},
    collaborators: [],
    policies: [],
    systemPrincipalOf: async () => systemPrincipal(defaultPartner('contoso')),
  }
  const engine = new SqliteEngine(':memory:')
  await migrate(engine, wiring.tables)
  const world = await World.open('test', engine, wiring, {
    origin: { seed: 'test', idSeed: 'test' },
    clock: { mode: 'fixed', now: parseInstant(now), aheadMs: 0 },
  })
  for (const partner of partners) await changePartner(world, partner)
  return world
}

const partners = readWorldFile('default').partners.map((entry) => partnerOfEntry(entry))

/** By the first label of its domain. */
export function defaultPartner(label: string): PartnerRecord {
  const found = partners.find(({ domains }) => domains[0] === `${label}.onmicrosoft.com`)
  if (found === undefined) throw new Error(`the default world has no partner ${label}`)
  return structuredClone(found)
}

export const changePartner = (world: World, partner: PartnerRecord): Promise<PartnerRecord> =>
  world.transact('write', (trx) => new PartnerRegistry({ trx }).put(structuredClone(partner)))
