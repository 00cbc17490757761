import type { Scope } from '../../../work/scope.ts'
import { catalogueOf } from '../../catalogue/products/public.ts'
import { charge, lineRounding, writeCharges } from '../../books/ledger/public.ts'
import {
  cancellationWindows,
  changeSubscription,
  chargeableOf,
  cycleOf,
  Holdings,
  openWindow,
  promotionHoldingsOf,
  type SubscriptionRecord,
} from '../subscription/public.ts'
import { expire, renewed, renewedLegacy } from './end-of-term.ts'
import { planRenewal, renewalAsksForHoldings } from './next-term.ts'

/**
 * Begins the next term, or ends the subscription where that cannot be. @see partner-center/customers/subscription-
 * lifecycle
 */
export async function renewSubscription(scope: Scope, subscription: SubscriptionRecord): Promise<void> {
  if (subscription.commerce === 'legacy') {
    await changeSubscription(scope, subscription, renewedLegacy(subscription), 'subscription-renewed')
    return
  }
  const catalogue = catalogueOf(scope)
  const holdings = renewalAsksForHoldings(catalogue, subscription)
    ? await new Holdings(scope).forPromotions(subscription.customerId)
    : promotionHoldingsOf([])
  const renewal = planRenewal(catalogue, holdings, subscription, scope.now)
  if ('refused' in renewal) {
    await refuse(scope, subscription, renewal.refused)
    return
  }

  const { next } = renewal
  const window = openWindow(
    { productFamily: next.item.productFamily, isTrial: false, ...next },
    scope.now,
    scope.policy(cancellationWindows),
  )
  const after = renewed(subscription, next, window, scope.now)
  const cycle = cycleOf(after, after.termStart)
  const item = chargeableOf(after, scope.policy(lineRounding))
  const event = subscription.isTrial ? 'trialConversion' : 'renewal'
  await writeCharges(scope, [charge(item, event, after.quantity, cycle)])
  await changeSubscription(scope, subscription, after, 'subscription-renewed')
}

/** A renewal that fails is treated as if none had been asked for (assumed); the event says why. */
export async function refuse(scope: Scope, subscription: SubscriptionRecord, reason: string): Promise<void> {
  await scope.announce({
    type: 'subscription-renewal-failed',
    customerId: subscription.customerId,
    subject: subscription.id,
    details: { reason },
  })
  await changeSubscription(scope, subscription, expire(subscription), 'subscription-expired')
}
