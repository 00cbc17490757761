import type { Scope } from '../../../work/scope.ts'
import { dateOf } from '../../../kernel/time.ts'
import {
  addEntitlement,
  changeSubscription,
  suspend,
  type SubscriptionRecord,
} from '../../subscriptions/subscription/public.ts'

/**
 * The Azure subscription goes under the Azure plan with its id and its name; what was its commerce side is suspended
 * and reports no more usage. @see partner-center/azure-plan-transition
 */
export async function moveUnderPlan(
  scope: Scope,
  source: SubscriptionRecord,
  plan: SubscriptionRecord,
): Promise<void> {
  const withEntitlement = addEntitlement(plan, {
    id: source.entitlementId ?? source.id,
    friendlyName: source.friendlyName,
    status: 'active',
    createdAt: source.createdAt,
  })
  await changeSubscription(scope, plan, withEntitlement, 'azure-entitlement-created')
  const suspended = suspend(source, dateOf(scope.now))
  await changeSubscription(scope, source, {
    ...suspended,
    migratedTo: { subscriptionId: plan.id, by: 'partner' },
  })
}
