import type { Scope } from '../../../../work/scope.ts'
import { dateOf } from '../../../../kernel/time.ts'
import { changeSubscription } from '../change-subscription.ts'
import { suspend, type SubscriptionRecord } from '../subscription.ts'
import { Subscriptions } from '../subscription-repository.ts'

/**
 * In the older program the add-ons of a base are suspended with it. @see partner-center/developer/suspend-a-
 * subscription
 */
export async function suspendAddOns(scope: Scope, base: SubscriptionRecord): Promise<void> {
  const addOns = await new Subscriptions(scope).list(base.customerId, { parentSubscriptionId: base.id })
  for (const addOn of addOns) {
    if (addOn.status === 'active') await changeSubscription(scope, addOn, suspend(addOn, dateOf(scope.now)))
  }
}
