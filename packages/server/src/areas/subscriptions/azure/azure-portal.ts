import { present } from '../../../kernel/invariant.ts'
import type { CustomerId, SubscriptionId } from '../../../kernel/ids.ts'
import type { Scope } from '../../../work/scope.ts'
import {
  addEntitlement,
  changeEntitlement,
  changeSubscription,
  findEntitlement,
  isAzurePlan,
  Subscriptions,
  type AzureEntitlement,
  type SubscriptionRecord,
} from '../subscription/public.ts'

/*
 * What happens in the Azure portal and not in Partner Center: there the customer, or a partner with its rights, makes
 * Azure subscriptions under an Azure plan, and there Azure disables them. The operator does it here.
 */

export interface AzureSubscription {
  readonly plan: SubscriptionRecord
  readonly entitlement: AzureEntitlement
}

/** Those under the customer's Azure plans with this partner, oldest plan first. */
export async function listAzureSubscriptions(
  scope: Scope,
  customerId: CustomerId,
): Promise<AzureSubscription[]> {
  const plans = (await new Subscriptions(scope).list(customerId)).filter(isAzurePlan)
  return plans.flatMap((plan) => (plan.azureEntitlements ?? []).map((entitlement) => ({ plan, entitlement })))
}

/** `undefined` when that is no active Azure plan of the customer's, or it is full. */
export async function createAzureSubscription(
  scope: Scope,
  asked: {
    readonly customerId: CustomerId
    readonly subscriptionId: SubscriptionId
    readonly friendlyName: string
    /** How many Azure subscriptions a plan may have. */
    readonly most: number
  },
): Promise<AzureSubscription | undefined> {
  const plan = await new Subscriptions(scope).find(asked.customerId, asked.subscriptionId)
  if (plan === undefined || !isAzurePlan(plan) || plan.status !== 'active') return undefined
  if ((plan.azureEntitlements ?? []).length >= asked.most) return undefined
  const { friendlyName } = asked
  const entitlement = { id: scope.newId(), friendlyName, status: 'active', createdAt: scope.now } as const
  const saved = await changeSubscription(
    scope,
    plan,
    addEntitlement(plan, entitlement),
    'azure-entitlement-created',
  )
  return { plan: saved, entitlement }
}

/** Renamed, disabled by Azure (spending, abuse), or enabled again. `undefined` when there is no such one. */
export async function changeAzureSubscription(
  scope: Scope,
  customerId: CustomerId,
  id: string,
  changes: { readonly friendlyName?: string; readonly status?: AzureEntitlement['status'] },
): Promise<AzureSubscription | undefined> {
  const found = (await listAzureSubscriptions(scope, customerId)).find(
    ({ entitlement }) => entitlement.id === id.toLowerCase(),
  )
  if (found === undefined) return undefined
  const { status, friendlyName = found.entitlement.friendlyName } = changes
  const inactiveBecause = status === 'inactive' ? ('disabledByAzure' as const) : undefined
  const after = changeEntitlement(found.plan, found.entitlement.id, {
    friendlyName,
    ...(status === undefined ? {} : { status, inactiveBecause, cancellationRequestedAt: undefined }),
  })
  const plan = await changeSubscription(scope, found.plan, after, 'azure-entitlement-updated')
  return {
    plan,
    entitlement: present(findEntitlement(plan, id), 'a changed Azure subscription is still there'),
  }
}

/** The resource provider of reservations is unregistered. False when the subscription was not registered. */
export async function removeRegistration(
  scope: Scope,
  customerId: CustomerId,
  subscriptionId: SubscriptionId,
): Promise<boolean> {
  const subscription = await new Subscriptions(scope).find(customerId, subscriptionId)
  if (subscription?.registration === undefined) return false
  await scope.agenda.cancel('complete-registration', subscription.id)
  await changeSubscription(scope, subscription, { ...subscription, registration: undefined })
  return true
}
