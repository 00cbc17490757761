import type { Scope } from '../../../work/scope.ts'
import { ChargeLines, lineRounding, refund, writeCharges } from '../../books/ledger/public.ts'
import {
  cancel,
  changeSubscription,
  chargeableOf,
  chargedCycle,
  type SubscriptionRecord,
} from '../subscription/public.ts'

/**
 * Cancels an extended service term on the day that its partner has chosen. The rest of the month is given back, that
 * day included, as if the partner had cancelled then. @see partner-center/customers/extended-service-terms
 */
export async function cancelOnDay(scope: Scope, subscription: SubscriptionRecord): Promise<void> {
  const { customerId, id, quantity, currency, cancellation, cancelOn, chargedThrough } = subscription
  if (cancelOn === undefined) return
  if (cancellation !== undefined && cancelOn <= chargedThrough) {
    const charged = await new ChargeLines(scope).net(customerId, id, cancellation.opensAt, currency)
    const cycle = chargedCycle(subscription, cancelOn)
    const item = chargeableOf(subscription, scope.policy(lineRounding))
    await writeCharges(scope, [refund(item, quantity, cycle, cancelOn, charged, 'prorated')])
  }
  await changeSubscription(scope, subscription, cancel(subscription, cancelOn), 'subscription-deleted')
}
