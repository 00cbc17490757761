import type { Scope } from '../../../work/scope.ts'
import { hasEnded, Subscriptions } from '../../subscriptions/subscription/public.ts'
import type { FulfilmentBySubscription } from './order.ts'

/** How far the subscriptions of a customer's orders have come; of one order when `orderId` is given. */
export async function findFulfilment(
  scope: Pick<Scope, 'trx' | 'tenant'>,
  customerId: string,
  orderId?: string,
): Promise<FulfilmentBySubscription> {
  const filter = orderId === undefined ? {} : { orderId }
  const subscriptions = await new Subscriptions(scope).list(customerId, filter)
  return new Map(subscriptions.map((one) => [one.id, { fulfilment: one.fulfilment, isEnded: hasEnded(one) }]))
}
