import type { subscriptionEndpoints } from '@tenantry/contract/endpoints/subscription.ts'
import { fault } from '@tenantry/contract/faults/fault.ts'
import { faults } from '@tenantry/contract/faults/index.ts'
import type { SubscriptionProvisioningStatus } from '@tenantry/contract/resources/subscription.ts'
import type { Input } from '../../../../work/operation.ts'
import { enforce, rule, ruleList } from '../../../../kernel/rule.ts'
import type { Scope } from '../../../../work/scope.ts'
import { formatInstant, startOfDay } from '../../../../kernel/time.ts'
import { getCustomer } from '../../../accounts/customers/public.ts'
import type { SubscriptionRecord } from '../subscription.ts'
import { Subscriptions } from '../subscription-repository.ts'

/** What the directory has no SKU for is never provisioned, and so has no such information. */
const isProvisionedInDirectory = rule<SubscriptionRecord>({
  name: 'subscriptionIsProvisionedInDirectory',
  holds: ({ provisioningId, commerce }) => provisioningId !== undefined || commerce === 'legacy',
  fault: () => fault(faults.provisioningStatusNotFound),
  see: 'partner-center/developer/get-subscription-provisioning-status',
})

export const provisioningRules = ruleList('Provisioning of a subscription', [isProvisionedInDirectory])

const statuses = { completed: 'success', pending: 'pending', failed: 'failed' } as const

/** @see partner-center/developer/get-subscription-provisioning-status */
export async function getSubscriptionProvisioningStatus(
  scope: Scope,
  { params }: Input<typeof subscriptionEndpoints.getSubscriptionProvisioningStatus>,
): Promise<SubscriptionProvisioningStatus> {
  await getCustomer(scope, params.customerId)
  const subscription = await new Subscriptions(scope).get(params.customerId, params.subscriptionId)

  enforce(provisioningRules, subscription, scope.trace)

  return {
    skuId: subscription.provisioningId ?? subscription.legacyOfferId ?? '',
    status: statuses[subscription.fulfilment],
    quantity: subscription.quantity,
    endDate: formatInstant(startOfDay(subscription.commitmentEnd)),
    attributes: { objectType: 'SubscriptionProvisioningStatus' },
  }
}
