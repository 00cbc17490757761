import type { subscriptionEndpoints } from '@tenantry/contract/endpoints/subscriptions.ts'
import type { Subscription } from '@tenantry/contract/resources/subscription.ts'
import type { Input } from '../../kernel/operation.ts'
import type { Scope } from '../../kernel/scope.ts'
import { subscriptionResource } from './subscription-resource.ts'
import { Subscriptions } from './subscription-repository.ts'

/** The path was checked before. Faults: 20003. @see partner-center/developer/get-a-subscription-by-id */
export async function getSubscription(
  scope: Scope,
  { params }: Input<typeof subscriptionEndpoints.getSubscription>,
): Promise<Subscription> {
  const subscription = await new Subscriptions(scope).get(params.customerId, params.subscriptionId)
  return subscriptionResource(subscription, scope.now)
}
