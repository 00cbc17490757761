import type { subscriptionEndpoints } from '@tenantry/contract/endpoints/subscription.ts'
import { collection, link, type CollectionOf } from '@tenantry/contract/resources/common.ts'
import type { Subscription } from '@tenantry/contract/resources/subscription.ts'
import type { Input } from '../../../../work/operation.ts'
import type { Scope } from '../../../../work/scope.ts'
import { getCustomer } from '../../../accounts/customers/public.ts'
import { withEndOfTerm } from '../end-of-term/extended-service-term.ts'
import { subscriptionResource } from './subscription-resource.ts'
import { Subscriptions } from '../subscription-repository.ts'

type Endpoint = typeof subscriptionEndpoints.listSubscriptions

/**
 * The customer's subscriptions, oldest first; those of one order, or those of one partner on record by pages.
 * @see partner-center/developer/get-all-of-a-customer-s-subscriptions
 */
export async function listSubscriptions(
  scope: Scope,
  { params, query }: Input<Endpoint>,
): Promise<CollectionOf<Subscription>> {
  await getCustomer(scope, params.customerId)
  const { order_id: orderId, mpn_id: partnerId, size, offset } = query
  const filter = {
    ...(orderId === undefined ? {} : { orderId: orderId.toLowerCase() }),
    ...(partnerId === undefined ? {} : { partnerId }),
  }
  const subscriptions = new Subscriptions(scope)

  const found = await subscriptions.list(params.customerId, filter, {
    ...(size === undefined ? {} : { size }),
    ...(offset === undefined || size === undefined ? {} : { offset }),
  })

  const items = found.map((one) => subscriptionResource(withEndOfTerm(scope, one), scope.now))
  const totalCount = size === undefined ? items.length : await subscriptions.count(params.customerId, filter)
  const self = link(`/customers/${params.customerId}/subscriptions`)
  return { ...collection(items), totalCount, ...(partnerId === undefined ? { links: { self } } : {}) }
}
