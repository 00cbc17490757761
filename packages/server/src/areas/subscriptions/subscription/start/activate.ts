import { dateOf, type PlainDate } from '../../../../kernel/time.ts'
import type { Scope } from '../../../../work/scope.ts'
import { ChargeLines } from '../../../books/ledger/public.ts'
import { changeSubscription } from '../change-subscription.ts'
import { isChargedByCycle } from '../pricing.ts'
import { cycleOf, type SubscriptionRecord } from '../subscription.ts'
import { termDays } from '../term.ts'
import { chargeFirstCycle } from './start-subscription.ts'

/**
 * The customer has activated a marketplace product with its publisher: its term begins on that day, and so do its
 * charges. @see partner-center/customers/saas-fulfillment-life-cycle
 */
export async function activate(scope: Scope, subscription: SubscriptionRecord): Promise<SubscriptionRecord> {
  const today = dateOf(scope.now)
  if (await isChargedAlready(scope, subscription))
    return changeSubscription(scope, subscription, started(subscription, today))
  const begun = fromActivation(subscription, today)
  await chargeFirstCycle(scope, begun)
  return changeSubscription(scope, subscription, begun)
}

/** Bought when a purchase was still charged at once: its term runs already. */
const isChargedAlready = async (scope: Scope, { customerId, id }: SubscriptionRecord): Promise<boolean> =>
  (await new ChargeLines(scope).list({ customerId, subscriptionId: id }, { limit: 1 })).length > 0

const started = (subscription: SubscriptionRecord, today: PlainDate): SubscriptionRecord => ({
  ...subscription,
  ...(subscription.status === 'pending' && subscription.fulfilment === 'completed'
    ? { status: 'active', statusSince: today }
    : {}),
  awaitsActivation: false,
})

function fromActivation(subscription: SubscriptionRecord, today: PlainDate): SubscriptionRecord {
  const { termDuration, customTermEndDate } = subscription
  const days = termDays(today, termDuration, customTermEndDate)
  const begun: SubscriptionRecord = { ...started(subscription, today), ...days }
  return {
    ...begun,
    chargedThrough: isChargedByCycle(begun) ? cycleOf(begun, today).end : days.commitmentEnd,
  }
}
