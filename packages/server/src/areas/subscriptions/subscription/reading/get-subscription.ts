import type { subscriptionEndpoints } from '@tenantry/contract/endpoints/subscription.ts'
import type { Subscription } from '@tenantry/contract/resources/subscription.ts'
import { written, type Input, type Reply } from '../../../../work/operation.ts'
import type { Scope } from '../../../../work/scope.ts'
import { withEndOfTerm } from '../end-of-term/extended-service-term.ts'
import { Subscriptions } from '../subscription-repository.ts'
import { subscriptionText } from './subscription-text.ts'

/** The path was checked before. Faults: 20003. @see partner-center/developer/get-a-subscription-by-id */
export async function getSubscription(
  scope: Scope,
  { params }: Input<typeof subscriptionEndpoints.getSubscription>,
): Promise<Reply<Subscription>> {
  const subscription = await new Subscriptions(scope).get(params.customerId, params.subscriptionId)
  return written(subscriptionText(withEndOfTerm(scope, subscription), scope.now))
}
