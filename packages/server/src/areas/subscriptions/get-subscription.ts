import type { subscriptionEndpoints } from '@tenantry/contract/endpoints/subscriptions.ts'
import type { Subscription } from '@tenantry/contract/resources/subscription.ts'
import type { Input } from '../../kernel/operation.ts'
import type { Scope } from '../../kernel/scope.ts'
import { getCustomer } from '../customers/public.ts'
import { subscriptionResource } from './subscription-resource.ts'
import { Subscriptions } from './subscription-repository.ts'

/** @see partner-center/developer/get-a-subscription-by-id */
export async function getSubscription(
  scope: Scope,
  { params }: Input<typeof subscriptionEndpoints.getSubscription>,
): Promise<Subscription> {
  await getCustomer(scope, params.customerId)
  const subscription = await new Subscriptions(scope).get(params.customerId, params.subscriptionId)
  return subscriptionResource(subscription, scope.now)
}
