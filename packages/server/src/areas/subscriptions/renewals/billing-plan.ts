import type { Scope } from '../../../work/scope.ts'
import { addDays, monthNumber } from '../../../kernel/time.ts'
import { charge, type Charge, type LineRounding } from '../../books/ledger/public.ts'
import { catalogueOf } from '../../catalogue/products/public.ts'
import {
  chargeableOf,
  cycleMonths,
  cycleOf,
  Holdings,
  priceOfDay,
  type SubscriptionRecord,
} from '../subscription/public.ts'

/**
 * A billing plan that was chosen for the next charge has a price of its own, that of the day it begins (assumed). Where
 * the price list has none the old price stays. @see partner-center/billing/common-billing-scenarios-onetime-recurring
 */
export async function atPriceOfNextPlan(
  scope: Scope,
  subscription: SubscriptionRecord,
): Promise<SubscriptionRecord> {
  const { nextCharge, productId, skuId, termDuration, quantity, promotionId } = subscription
  if (nextCharge === undefined) return subscription
  const { billingCycle } = nextCharge.product
  const holdings = await new Holdings(scope).forPromotions(subscription.customerId)
  const sources = { catalogue: catalogueOf(scope), holdings, now: scope.now }
  const item = { productId, skuId, termDuration, billingCycle, quantity, promotionId }
  return { ...subscription, ...priceOfDay(sources, subscription, item) }
}

/**
 * The cycle that begins after `before` was charged last. A year that is part-used when it begins to be billed as a
 * whole is charged by the months that are left of it.
 * @see partner-center/billing/common-billing-scenarios-onetime-recurring
 */
export function cycleCharge(
  before: SubscriptionRecord,
  after: SubscriptionRecord,
  rounding: LineRounding,
): Charge {
  const cycle = cycleOf(after, after.chargedThrough)
  const from = addDays(before.chargedThrough, 1)
  const item = chargeableOf(after, rounding)
  if (before.billingCycle === after.billingCycle) return charge(item, 'cycle', after.quantity, cycle)
  const left = monthNumber(addDays(cycle.end, 1)) - monthNumber(from)
  const share = from > cycle.start ? { part: left, whole: cycleMonths(after) } : undefined
  return charge(item, 'billingPlanChange', after.quantity, cycle, { from, ...(share && { share }) })
}
