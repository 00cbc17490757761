import { ChargeLines } from '../areas/ledger/public.ts'
import { findFulfilment, orderAnswer, Orders, type OrderRecord } from '../areas/orders/public.ts'
import { Subscriptions, subscriptionResource } from '../areas/subscriptions/public.ts'
import type { Tenant } from '../identity/principal.ts'
import type { DomainEvent } from '../kernel/events.ts'
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

/** What a transaction has written for one partner, before it is undone. */
export async function writtenFor(
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
    const after = subscriptionResource(subscription, now)
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
    const present = async ({ resource, customerId, id }: PreviewedChange): Promise<unknown> => {
      if (resource === 'Order') {
        const order = await new Orders(reading).find(customerId, id)
        return order && orderResource(reading, order)
      }
      const subscription = await new Subscriptions(reading).find(customerId, id)
      return subscription && subscriptionResource(subscription, world.now)
    }
    const compared: PreviewedChange[] = []
    for (const change of changes) compared.push({ ...change, before: (await present(change)) ?? null })
    return compared
  })
}

export const eventView = (at: Instant, { type, subject, details }: DomainEvent) => ({
  at: formatInstant(at),
  type,
  subject,
  ...(details === undefined ? {} : { details }),
})
