import type { LedgerEntry } from '@tenantry/contract/operator/resources/ledger.ts'
import type {
  Preview,
  PreviewedChange,
  PreviewedEvent,
} from '@tenantry/contract/operator/resources/rehearsal.ts'
import { ChargeLines } from '../../areas/books/ledger/public.ts'
import { findFulfilment, orderAnswer, Orders, type OrderRecord } from '../../areas/purchases/orders/public.ts'
import { PartnerRegistry } from '../../areas/accounts/partners/public.ts'
import {
  Subscriptions,
  subscriptionResource,
  withEndOfTerm,
  type SubscriptionRecord,
} from '../../areas/subscriptions/subscription/public.ts'
import { tenantOfPartner, type Tenant } from '../../kernel/tenant.ts'
import type { DomainEvent } from '../../work/events.ts'
import { present } from '../../kernel/invariant.ts'
import { inForce, type DatedPolicy } from '../../kernel/policy.ts'
import { formatInstant, type Instant } from '../../kernel/time.ts'
import type { Trx } from '../../store/trx.ts'
import type { World } from '../../world/world.ts'
import { lineView } from '../ledger-routes.ts'

/** What was written for one of the partners whose work it was. */
interface OwnEffects {
  readonly tenant: Tenant
  readonly changes: readonly PreviewedChange[]
  readonly ledger: readonly LedgerEntry[]
}

export interface PreviewedEffects {
  readonly perPartner: readonly OwnEffects[]
  readonly events: readonly PreviewedEvent[]
}

export const noEffects: PreviewedEffects = { perPartner: [], events: [] }

interface Reading {
  readonly trx: Trx
  readonly tenant: Tenant
}

const orderResource = async (reading: Reading, order: OrderRecord) =>
  orderAnswer(order, {
    fulfilment: await findFulfilment(reading, order.customerId, order.id),
    withPrice: true,
  })

/** As an answer would print it: what follows the term hangs on the policies of the day and on the account. */
async function subscriptionView(
  world: World,
  { trx, tenant }: Reading,
  subscription: SubscriptionRecord,
  now: Instant,
) {
  const partner = present(
    await new PartnerRegistry({ trx }).find(tenant.partner),
    'a subscription belongs to a partner of the world',
  )
  const policy = <T>(asked: DatedPolicy<T>): T => inForce(world.settings.policyRows(asked), now)
  return subscriptionResource(withEndOfTerm({ policy, principal: { partner } }, subscription), now)
}

/** What a transaction has written for each of its partners, before it is undone. */
export async function writtenForAll(
  world: World,
  trx: Trx,
  partnerTenantIds: readonly string[],
  now: Instant,
): Promise<OwnEffects[]> {
  const written: OwnEffects[] = []
  for (const tenantId of new Set(partnerTenantIds)) {
    const tenant = tenantOfPartner({ tenantId })
    written.push(await writtenFor(world, { trx, tenant }, now))
  }
  return written
}

async function writtenFor(world: World, reading: Reading, now: Instant): Promise<OwnEffects> {
  const partnerTenantId = reading.tenant.partner
  const changes: PreviewedChange[] = []
  for (const order of await new Orders(reading).listWritten()) {
    const { id, customerId } = order
    const after = await orderResource(reading, order)
    changes.push({ resource: 'Order', partnerTenantId, id, customerId, before: null, after })
  }
  for (const subscription of await new Subscriptions(reading).listWritten()) {
    const { id, customerId } = subscription
    const after = await subscriptionView(world, reading, subscription, now)
    changes.push({ resource: 'Subscription', partnerTenantId, id, customerId, before: null, after })
  }
  const ledger = (await new ChargeLines(reading).listWritten()).map(lineView)
  return { tenant: reading.tenant, changes, ledger }
}

/** Puts what is now beside what would be. */
export async function comparedWithPresent(
  world: World,
  { perPartner, events }: PreviewedEffects,
): Promise<Pick<Preview, 'changes' | 'ledger' | 'events'>> {
  const changes: PreviewedChange[] = []
  for (const own of perPartner) changes.push(...(await withPresent(world, own.tenant, own.changes)))
  return { changes, ledger: perPartner.flatMap(({ ledger }) => ledger), events: [...events] }
}

async function withPresent(
  world: World,
  tenant: Tenant,
  changes: readonly PreviewedChange[],
): Promise<PreviewedChange[]> {
  return world.transact('read', async (trx) => {
    const reading = { trx, tenant }
    const presentOf = async ({ resource, customerId, id }: PreviewedChange): Promise<unknown> => {
      if (resource === 'Order') {
        const order = await new Orders(reading).find(customerId, id)
        return order && orderResource(reading, order)
      }
      const subscription = await new Subscriptions(reading).find(customerId, id)
      return subscription && subscriptionView(world, reading, subscription, world.now)
    }
    const compared: PreviewedChange[] = []
    for (const change of changes) compared.push({ ...change, before: (await presentOf(change)) ?? null })
    return compared
  })
}

export const eventView = (at: Instant, { type, subject, details }: DomainEvent): PreviewedEvent => ({
  at: formatInstant(at),
  type,
  subject,
  ...(details === undefined ? {} : { details }),
})
