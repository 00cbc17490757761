import type { AnswerOf } from '@tenantry/contract/endpoint.ts'
import type { azureEndpoints } from '@tenantry/contract/endpoints/azure.ts'
import type { AzureEntitlement } from '@tenantry/contract/resources/azure.ts'
import { collection } from '@tenantry/contract/resources/common.ts'
import type { Input } from '../../../work/operation.ts'
import type { Scope } from '../../../work/scope.ts'
import { getCustomer } from '../../accounts/customers/public.ts'
import { entitlementAnswer, getAzurePlan, getEntitlement } from './azure-plan.ts'

/** Oldest first. Faults: 60003, 20002, 20003, 900320. */
export async function listAzureEntitlements(
  scope: Scope,
  { params }: Input<typeof azureEndpoints.listAzureEntitlements>,
): Promise<AnswerOf<typeof azureEndpoints.listAzureEntitlements>> {
  await getCustomer(scope, params.customerId)
  const plan = await getAzurePlan(scope, params.customerId, params.subscriptionId)

  return collection((plan.azureEntitlements ?? []).map((one) => entitlementAnswer(plan, one)))
}

/** Faults: 60003, 20002, 20003, 900320, 800111. */
export async function getAzureEntitlement(
  scope: Scope,
  { params }: Input<typeof azureEndpoints.getAzureEntitlement>,
): Promise<AzureEntitlement> {
  await getCustomer(scope, params.customerId)
  const plan = await getAzurePlan(scope, params.customerId, params.subscriptionId)

  return entitlementAnswer(plan, getEntitlement(scope, plan, params.entitlementId))
}
