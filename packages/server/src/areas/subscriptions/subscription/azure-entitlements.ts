import type { Instant } from '../../../kernel/time.ts'
import type { AzureEntitlement, SubscriptionRecord } from './subscription.ts'

/** An Azure plan with one more Azure subscription. The first one gives the plan its entitlement id. */
export const addEntitlement = (
  plan: SubscriptionRecord,
  entitlement: AzureEntitlement,
): SubscriptionRecord => ({
  ...plan,
  entitlementId: plan.entitlementId ?? entitlement.id,
  azureEntitlements: [...(plan.azureEntitlements ?? []), entitlement],
})

/** An Azure plan without one of its Azure subscriptions, which goes on elsewhere. */
export function removeEntitlement(plan: SubscriptionRecord, id: string): SubscriptionRecord {
  const azureEntitlements = (plan.azureEntitlements ?? []).filter((one) => one.id !== id)
  const entitlementId = plan.entitlementId === id ? azureEntitlements[0]?.id : plan.entitlementId
  return { ...plan, entitlementId, azureEntitlements }
}

export const changeEntitlement = (
  plan: SubscriptionRecord,
  id: string,
  changes: Partial<Omit<AzureEntitlement, 'id'>>,
): SubscriptionRecord => ({
  ...plan,
  azureEntitlements: (plan.azureEntitlements ?? []).map((one) =>
    one.id === id ? { ...one, ...changes } : one,
  ),
})

/**
 * With a plan comes an Azure subscription, unless it was bought to take others over.
 * @see partner-center/developer/create-azure-plan
 */
export const withFirstEntitlement = (
  plan: SubscriptionRecord,
  id: string,
  now: Instant,
): SubscriptionRecord =>
  plan.azureEntitlements === undefined
    ? addEntitlement(plan, { id, friendlyName: 'Microsoft Azure', status: 'active', createdAt: now })
    : plan

/** GUIDs are compared without regard to case. */
export const findEntitlement = (plan: SubscriptionRecord, id: string): AzureEntitlement | undefined =>
  plan.azureEntitlements?.find((one) => one.id === id.toLowerCase())
