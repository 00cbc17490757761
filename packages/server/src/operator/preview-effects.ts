import { ChargeLines } from '../areas/ledger/public.ts'
import { findFulfilment, orderAnswer, Orders, type OrderRecord } from '../areas/orders/public.ts'
import { PartnerRegistry } from '../areas/partners/public.ts'
import {
  Subscriptions,
  subscriptionResource,
  withEndOfTerm,
  type SubscriptionRecord,
} from '../areas/subscriptions/public.ts'
import type { Tenant } from '../identity/principal.ts'
import type { DomainEvent } from '../kernel/events.ts'
import { present } from '../kernel/invariant.ts'
import { inForce, type DatedPolicy } from '../kernel/policy.ts'
import { formatInstant, type Instant } from '../kernel/time.ts'
import type { Trx } from '../store/trx.ts'
import type { World } from '../world/world.ts'
import { lineView } from './ledger-routes.ts'

/** A resource as it would be, beside what it is now. */
export interface PreviewedChange {
  readonly resource: string
  readonly id: string
  readonly customerId: string
  readonly before: unknown
  readonly after: unknown
}

export interface PreviewedEffects {
  readonly changes: readonly PreviewedChange[]
  readonly ledger: readonly ReturnType<typeof lineView>[]
  readonly events: readonly object[]
}

export const noEffects: PreviewedEffects = { changes: [], ledger: [], events: [] }

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

/** What a transaction has written for one partner, before it is undone. */
export async function writtenFor(
  world: World,
  reading: Reading,
  now: Instant,
): Promise<Pick<PreviewedEffects, 'changes' | 'ledger'>> {
  const changes: PreviewedChange[] = []
  for (const order of await new Orders(reading).listWritten()) {
    const { id, customerId } = order
    const after = await orderResource(reading, order)
    changes.push({ resource: 'Order', id, customerId, before: null, after })
  }
  for (const subscription of await new Subscriptions(reading).listWritten()) {
    const { id, customerId } = subscription
    const after = await subscriptionView(world, reading, subscription, now)
    changes.push({ resource: 'Subscription', id, customerId, before: null, after })
  }
  return { changes, ledger: (await new ChargeLines(reading).listWritten()).map(lineView) }
}

/** Puts what is now beside what would be. */
export async function withPresent(
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

export const eventView = (at: Instant, { type, subject, details }: DomainEvent) => ({
  at: formatInstant(at),
  type,
  subject,
  ...(details === undefined ? {} : { details }),
})
