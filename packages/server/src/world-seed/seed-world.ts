import { compliance } from '../collaborators/compliance.ts'
import { PartnerRegistry, partnerOfEntry } from '../areas/accounts/partners/public.ts'
import type { Scope } from '../work/scope.ts'
import { systemPrincipal } from '../work/principal.ts'
import { addDuration, type Instant } from '../kernel/time.ts'
import { Trace } from '../kernel/trace.ts'
import { advance } from '../world/advance.ts'
import type { World } from '../world/world.ts'
import { seedCustomer } from './seed-customer.ts'
import { buyHolding, settleHolding, turnRenewalOff } from './seed-holding.ts'
import { readWorldFile, type CustomerEntry, type Holding } from './world-file.ts'

interface Purchase {
  readonly customer: CustomerEntry
  readonly holding: Holding
  readonly at: Instant
}

/**
 * Lets the first inhabitants of a world live through their past: the clock is set back to the oldest purchase, every
 * holding is bought by the operations that clients use, and the agenda runs up to the world's beginning. So its ledger,
 * its renewals and its events are those that would have come about.
 */
export async function seedWorld(world: World, seed: string): Promise<void> {
  const { partners, customers } = readWorldFile(seed)
  const start = world.clock.state
  const begin = world.now
  const purchases = customers
    .flatMap((customer) =>
      customer.holdings.map((holding) => ({ customer, holding, at: before(begin, holding.startedAgo) })),
    )
    .sort((a, b) => a.at - b.at)
  const first = Math.min(begin, ...purchases.map(({ at }) => at)) as Instant
  await world.storeClock({ mode: 'fixed', now: before(first, 'P1D'), aheadMs: 0 })

  await world.transact('write', async (trx) => {
    const registry = new PartnerRegistry({ trx })
    for (const entry of partners) await registry.put(partnerOfEntry(entry))
  })
  await tagTenants(world, customers)
  for (const customer of customers) {
    for (const { tenantId } of customer.partners) {
      await as(world, tenantId, (scope) => seedCustomer(scope, customer))
    }
  }
  const bought = await buyInOrder(world, purchases)
  await advance(world, begin)
  for (const { customer, holding } of purchases) {
    const id = bought.get(`${customer.tenantId}/${holding.key}`) ?? ''
    await as(world, holding.partnerTenantId, (scope) => settleHolding(scope, customer.tenantId, id, holding))
  }
  await world.storeClock({ ...start, now: begin })
}

/** The ids of the subscriptions, by customer and key. */
async function buyInOrder(
  world: World,
  purchases: readonly Purchase[],
): Promise<ReadonlyMap<string, string>> {
  const bought = new Map<string, string>()
  for (const { customer, holding, at } of purchases) {
    await advance(world, at)
    const parent = bought.get(`${customer.tenantId}/${holding.addOnTo ?? ''}`)
    const id = await as(world, holding.partnerTenantId, (scope) =>
      buyHolding(scope, customer, holding, parent),
    )
    if (holding.state === 'expired') {
      await as(world, holding.partnerTenantId, (scope) => turnRenewalOff(scope, customer.tenantId, id))
    }
    bought.set(`${customer.tenantId}/${holding.key}`, id)
  }
  return bought
}

/** A sku for a government cloud asks for marks of the tenant; they are the vendor's to give. */
async function tagTenants(world: World, customers: readonly CustomerEntry[]): Promise<void> {
  const tagged = customers.filter(({ tenantTags = [] }) => tenantTags.length > 0)
  if (tagged.length === 0) return
  const state = world.settings.collaboratorState(compliance)
  const tenantTags = Object.fromEntries(tagged.map(({ tenantId, tenantTags = [] }) => [tenantId, tenantTags]))
  await world.setCollaborator(compliance, { ...state, tenantTags: { ...state.tenantTags, ...tenantTags } })
}

async function as<T>(world: World, partnerTenantId: string, work: (scope: Scope) => Promise<T>): Promise<T> {
  const partner = await world.transact('read', (trx) => new PartnerRegistry({ trx }).find(partnerTenantId))
  if (partner === undefined)
    throw new TypeError(`the world file names an unknown partner: ${partnerTenantId}`)
  const caller = { principal: systemPrincipal(partner), locale: 'en-US' as const, trace: new Trace() }
  return world.write(caller, ({ scope }) => work(scope))
}

/** Durations in the file count back from the world's beginning. */
const before = (instant: Instant, duration: string): Instant => addDuration(instant, `-${duration}`)
