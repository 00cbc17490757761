import { endpoints } from '@tenantry/contract/endpoints/index.ts'
import { PartnerRegistry } from './areas/accounts/partners/public.ts'
import { areas } from './areas/index.ts'
import { subscriptionTable } from './areas/subscriptions/subscription/public.ts'
import { collaborators } from './collaborators/index.ts'
import { area as identity } from './identity/area.ts'
import { invariant } from './kernel/invariant.ts'
import { worldTables } from './store/tables.ts'
import type { AreaParts, Listener } from './work/area.ts'
import type { BoundEndpoint } from './work/bound-endpoint.ts'
import type { EventType } from './work/events.ts'
import type { Operation, Routes } from './work/operation.ts'
import { systemPrincipal, tenantOf } from './work/principal.ts'
import { seedWorld } from './world-seed/seed-world.ts'
import { contentOf } from './world-seed/world-file.ts'
import type { Wiring } from './world/wiring.ts'
import type { Seeding } from './world/worlds.ts'

type EndpointName = keyof typeof endpoints

type Together<U> = (U extends unknown ? (one: U) => void : never) extends (all: infer A) => void ? A : never

type Served = Together<(typeof areas)[number]['routes']>

/** An endpoint that no area has does not compile, nor one of an area that the contract does not publish. */
const routes: Routes<typeof endpoints> & (keyof Served extends EndpointName ? unknown : never) = areas.reduce(
  (all, area) => ({ ...all, ...area.routes }),
  {},
) as Served

/** Every published operation with its endpoint. */
export const boundEndpoints: readonly BoundEndpoint[] = Object.entries(endpoints).map(([name, endpoint]) => ({
  name,
  endpoint,
  operation: routes[name as EndpointName] as Operation<typeof endpoint>,
}))

const everyArea: readonly AreaParts[] = [identity, ...areas]

/**
 * Who follows what: first who may refuse, then from the right to the left, since an area stands on those left of it.
 */
function listenersTo(event: EventType): Listener[] {
  const followers = everyArea.flatMap(({ listeners }) => listeners[event] ?? []).toReversed()
  const refusing = followers.filter(({ checks = [] }) => checks.length > 0)
  return [...new Set([...refusing, ...followers])].map(({ follow }) => follow)
}

const events = new Set(everyArea.flatMap(({ listeners }) => Object.keys(listeners) as EventType[]))

/** What a world needs of the areas. */
export const wiring: Wiring = {
  tables: [...worldTables, ...everyArea.flatMap(({ tables }) => tables)],
  listeners: Object.fromEntries([...events].map((event) => [event, listenersTo(event)])),
  schedule: Object.assign({}, ...everyArea.map(({ schedule }) => schedule)) as Wiring['schedule'],
  collaborators,
  policies: everyArea.flatMap(({ policies }) => policies).toSorted((a, b) => (a.name < b.name ? -1 : 1)),
  // Most entries are a subscription's.
  foreseenOf: (trx, principal, { customer, subject }) => [
    trx.documents(subscriptionTable, tenantOf(principal)).foreseen({ customer, id: subject }),
  ],
  systemPrincipalOf: async (trx, partnerTenantId) => {
    const partner = await new PartnerRegistry({ trx }).find(partnerTenantId)
    invariant(partner !== undefined, `the agenda names an unknown partner: ${partnerTenantId}`)
    return systemPrincipal(partner)
  },
}

export const seeding: Seeding = { seed: seedWorld, contentOf }
