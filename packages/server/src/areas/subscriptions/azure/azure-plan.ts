import { fault } from '@tenantry/contract/faults/fault.ts'
import { faults } from '@tenantry/contract/faults/index.ts'
import { link } from '@tenantry/contract/resources/common.ts'
import type { AzureEntitlement as AzureEntitlementResource } from '@tenantry/contract/resources/azure.ts'
import type { CustomerId, SubscriptionId } from '../../../kernel/ids.ts'
import { enforce, rule, ruleList } from '../../../kernel/rule.ts'
import type { Scope } from '../../../work/scope.ts'
import {
  findEntitlement,
  isAzurePlan,
  Subscriptions,
  type AzureEntitlement,
  type SubscriptionRecord,
} from '../subscription/public.ts'

/** The one product that is an Azure plan. @see partner-center/customers/azure-plan */
export const azurePlanSku = { productId: 'DZH318Z0BPS6', skuId: '0001' } as const

/** Usage of the older program and everything else have no Azure subscriptions under them. */
const subscriptionIsAzurePlan = rule<SubscriptionRecord>({
  name: 'subscriptionIsAzurePlan',
  holds: isAzurePlan,
  fault: () => fault(faults.notAnAzurePlan),
  decidedBy: ({ productFamily, commerce }) => ({ productFamily, commerce }),
  see: 'partner-center/developer/get-a-list-of-azure-entitlements-for-subscription',
})

const entitlementExists = rule<AzureEntitlement | undefined>({
  name: 'entitlementExists',
  holds: (entitlement) => entitlement !== undefined,
  fault: () => fault(faults.entitlementNotFound),
  see: 'partner-center/developer/cancel-an-azure-subscription',
})

/** Before every operation on the Azure subscriptions of a plan. */
export const azurePlanRules = ruleList('Azure subscriptions under a plan: the plan', [
  subscriptionIsAzurePlan,
])
export const entitlementRules = ruleList('Azure subscriptions under a plan: the subscription', [
  entitlementExists,
])

/** Faults: 20003, 900320. */
export async function getAzurePlan(
  scope: Scope,
  customerId: CustomerId,
  subscriptionId: SubscriptionId,
): Promise<SubscriptionRecord> {
  const plan = await new Subscriptions(scope).get(customerId, subscriptionId)
  enforce(azurePlanRules, plan, scope.trace)
  return plan
}

/** An Azure subscription of the plan. Faults: 800111. */
export function getEntitlement(
  scope: Pick<Scope, 'trace'>,
  plan: SubscriptionRecord,
  id: string,
): AzureEntitlement {
  const entitlement = findEntitlement(plan, id)
  enforce(entitlementRules, entitlement, scope.trace)
  return entitlement as AzureEntitlement
}

/** @see partner-center/developer/subscription-resources#azureentitlement */
export const entitlementAnswer = (
  { customerId, id: planId }: Pick<SubscriptionRecord, 'customerId' | 'id'>,
  { id, friendlyName, status }: AzureEntitlement,
): AzureEntitlementResource => ({
  id,
  friendlyName,
  status,
  subscriptionId: planId,
  links: { self: link(`/customers/${customerId}/subscriptions/${planId}/azureEntitlements/${id}`) },
})
