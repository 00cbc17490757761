import type { AnswerOf } from '@tenantry/contract/endpoint.ts'
import type { subscriptionEndpoints } from '@tenantry/contract/endpoints/subscription.ts'
import { collection, link } from '@tenantry/contract/resources/common.ts'
import type { Input } from '../../../../work/operation.ts'
import type { Scope } from '../../../../work/scope.ts'
import { getCustomer } from '../../../accounts/customers/public.ts'
import { activationLink } from '../start/activation-link.ts'
import { Subscriptions } from '../subscription-repository.ts'

type Endpoint = typeof subscriptionEndpoints.listSubscriptionActivationLinks

/** One link, or none where nothing is to be activated. Faults: 60003, 20002, 20003. */
export async function listSubscriptionActivationLinks(
  scope: Scope,
  { params }: Input<Endpoint>,
): Promise<AnswerOf<Endpoint>> {
  const { customerId, subscriptionId } = params
  await getCustomer(scope, customerId)
  const subscription = await new Subscriptions(scope).get(customerId, subscriptionId)

  const found = activationLink(subscription, scope.principal.partner.environment)

  return {
    ...collection(found === undefined ? [] : [found]),
    links: { self: link(`/customers/${customerId}/subscriptions/${subscription.id}/activationlinks`) },
  }
}
