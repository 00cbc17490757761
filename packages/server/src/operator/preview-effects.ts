import { ChargeLines } from '../areas/ledger/public.ts'
import { Orders } from '../areas/orders/public.ts'
import { Subscriptions, subscriptionResource } from '../areas/subscriptions/public.ts'
import { orderAnswer } from '../areas/orders/public.ts'
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

/** What a transaction has written for one partner, before it is undone. */
export async function writtenFor(
  scope: { readonly trx: Trx; readonly tenant: Tenant },
  now: Instant,
): Promise<Pick<PreviewedEffects, 'changes' | 'ledger'>> {
  const subscriptions = await new Subscriptions(scope).listWritten()
  const fulfilment = new Map(
    subscriptions.map((one) => [one.id, { fulfilment: one.fulfilment, isEnded: one.status === 'deleted' }]),
  )
  const orders = await new Orders(scope).listWritten()
  const lines = await new ChargeLines(scope).listWritten()
  return {
    changes: [
      ...orders.map((order) => ({
        resource: 'Order',
        id: order.id,
        customerId: order.customerId,
        before: null,
        after: orderAnswer(order, { fulfilment, withPrice: true }),
      })),
      ...subscriptions.map((one) => ({
        resource: 'Subscription',
        id: one.id,
        customerId: one.customerId,
        before: null,
        after: subscriptionResource(one, now),
      })),
    ],
    ledger: lines.map(lineView),
  }
}

/** Puts what is now beside what would be. */
export async function withPresent(
  world: World,
  tenant: Tenant,
  changes: readonly PreviewedChange[],
): Promise<PreviewedChange[]> {
  return world.transact('read', async (trx) => {
    const subscriptions = new Subscriptions({ trx, tenant })
    const orders = new Orders({ trx, tenant })
    const present = async ({ resource, customerId, id }: PreviewedChange): Promise<unknown> => {
      if (resource === 'Order') {
        const order = await orders.find(customerId, id)
        return order && orderAnswer(order, { fulfilment: new Map(), withPrice: true })
      }
      const subscription = await subscriptions.find(customerId, id)
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
