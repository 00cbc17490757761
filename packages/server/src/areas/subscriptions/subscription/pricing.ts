import type { Chargeable, ChargedCycle, LineRounding } from '../../books/ledger/public.ts'
import { termRank, cycleMonths } from './term.ts'
import { cycleOf, type SubscriptionRecord } from './subscription.ts'
import { compareDates, type PlainDate } from '../../../kernel/time.ts'

/** What the ledger needs to charge for a subscription. */
export function chargeableOf(subscription: SubscriptionRecord, rounding: LineRounding): Chargeable {
  const months = cycleMonths(subscription)
  return {
    customerId: subscription.customerId,
    subscriptionId: subscription.id,
    orderId: subscription.orderId,
    productId: subscription.productId,
    skuId: subscription.skuId,
    termPrice: subscription.termPrice,
    listPrice: subscription.listPrice ?? subscription.termPrice,
    currency: subscription.currency,
    termMonths: Math.max(months, termRank(subscription.termDuration)),
    cycleMonths: months,
    promotionId: subscription.promotionId,
    rounding,
  }
}

/** The cycle that is charged for already, as far as it is not over on `day`. */
export const chargedCycle = (subscription: SubscriptionRecord, day: PlainDate): ChargedCycle =>
  cycleOf(
    subscription,
    compareDates(day, subscription.chargedThrough) > 0 ? subscription.chargedThrough : day,
  )

/** Usage is rated elsewhere and later; a term without cycles is charged once. */
export const isChargedByCycle = (subscription: SubscriptionRecord): boolean =>
  subscription.productFamily !== 'azurePlan' &&
  subscription.commerce === 'nce' &&
  subscription.billingCycle !== 'none' &&
  subscription.billingCycle !== 'one_time'
