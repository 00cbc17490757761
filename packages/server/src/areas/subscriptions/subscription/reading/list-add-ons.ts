import type { subscriptionEndpoints } from '@tenantry/contract/endpoints/subscription.ts'
import { collection, type CollectionOf } from '@tenantry/contract/resources/common.ts'
import type { Subscription } from '@tenantry/contract/resources/subscription.ts'
import type { Input } from '../../../../work/operation.ts'
import type { Scope } from '../../../../work/scope.ts'
import { getCustomer } from '../../../accounts/customers/public.ts'
import { withEndOfTerm } from '../end-of-term/extended-service-term.ts'
import { subscriptionResource } from './subscription-resource.ts'
import { Subscriptions } from '../subscription-repository.ts'

/**
 * The subscriptions that were bought below this one. @see partner-center/developer/get-a-list-of-add-ons-for-a-
 * subscription
 */
export async function listAddOns(
  scope: Scope,
  { params }: Input<typeof subscriptionEndpoints.listAddOns>,
): Promise<CollectionOf<Subscription>> {
  await getCustomer(scope, params.customerId)
  const subscriptions = new Subscriptions(scope)
  const base = await subscriptions.get(params.customerId, params.subscriptionId)

  const addOns = await subscriptions.list(params.customerId, { parentSubscriptionId: base.id })
  return collection(addOns.map((addOn) => subscriptionResource(withEndOfTerm(scope, addOn), scope.now)))
}
