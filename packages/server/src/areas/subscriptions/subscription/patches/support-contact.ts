import type { subscriptionEndpoints } from '@tenantry/contract/endpoints/subscription.ts'
import { link } from '@tenantry/contract/resources/common.ts'
import type { SupportContact } from '@tenantry/contract/resources/subscription.ts'
import type { Input } from '../../../../work/operation.ts'
import type { Scope } from '../../../../work/scope.ts'
import { getCustomer } from '../../../accounts/customers/public.ts'
import { publishedId } from '../reading/subscription-resource.ts'
import type { SubscriptionRecord } from '../subscription.ts'
import { Subscriptions } from '../subscription-repository.ts'

/** Until another one is named, whoever sold the subscription supports it (assumed). */
export async function getSupportContact(
  scope: Scope,
  { params }: Input<typeof subscriptionEndpoints.getSupportContact>,
): Promise<SupportContact> {
  await getCustomer(scope, params.customerId)
  const subscription = await new Subscriptions(scope).get(params.customerId, params.subscriptionId)
  return contactOf(scope, subscription)
}

/** @see partner-center/developer/update-a-subscription-s-support-contact */
export async function updateSupportContact(
  scope: Scope,
  { params, body }: Input<typeof subscriptionEndpoints.updateSupportContact>,
): Promise<SupportContact> {
  await getCustomer(scope, params.customerId)
  const subscriptions = new Subscriptions(scope)
  const before = await subscriptions.get(params.customerId, params.subscriptionId)

  const { supportTenantId, supportMpnId, name } = body
  const saved = await subscriptions.save({
    ...before,
    supportContact: { supportTenantId, supportMpnId, name },
  })
  scope.audit({
    customerId: params.customerId,
    oldValue: before.supportContact,
    newValue: saved.supportContact,
  })

  return contactOf(scope, saved)
}

function contactOf(scope: Scope, subscription: SubscriptionRecord): SupportContact {
  const { tenantId, partnerId, name } = scope.principal.partner
  const seller = { supportTenantId: tenantId, supportMpnId: partnerId, name }
  const path = `/customers/${subscription.customerId}/subscriptions/${publishedId(subscription)}/supportcontact`
  return {
    ...(subscription.supportContact ?? seller),
    links: { self: link(path) },
    attributes: { objectType: 'SupportContact' },
  }
}
