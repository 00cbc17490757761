import type { azureEndpoints } from '@tenantry/contract/endpoints/azure.ts'
import { fault } from '@tenantry/contract/faults/fault.ts'
import { extraFaults } from '@tenantry/contract/faults/index.ts'
import type { AzureEntitlement as AzureEntitlementResource } from '@tenantry/contract/resources/azure.ts'
import type { Input } from '../../../work/operation.ts'
import { present } from '../../../kernel/invariant.ts'
import { enforce, rule, ruleList, type Rule } from '../../../kernel/rule.ts'
import type { Scope } from '../../../work/scope.ts'
import { getHeldCustomer } from '../../accounts/customers/public.ts'
import {
  findEntitlement,
  changeEntitlement,
  changeSubscription,
  type AzureEntitlement,
  type SubscriptionRecord,
} from '../subscription/public.ts'
import { entitlementAnswer, getAzurePlan, getEntitlement } from './azure-plan.ts'

interface ReactivationFacts {
  readonly plan: SubscriptionRecord
  readonly entitlement: AzureEntitlement
}

const broken = ({ entitlement }: ReactivationFacts) =>
  fault(extraFaults.entitlementNotReactivable, { entitlementId: entitlement.id })

export const reactivationRules = ruleList<Rule<ReactivationFacts>>('Reactivate an Azure subscription', [
  rule<ReactivationFacts>({
    name: 'azurePlanIsActive',
    holds: ({ plan }) => plan.status === 'active',
    fault: broken,
    decidedBy: ({ plan }) => ({ status: plan.status }),
    see: 'partner-center/azure-plan-manage',
  }),
  rule<ReactivationFacts>({
    name: 'entitlementWasNotDisabledByAzure',
    holds: ({ entitlement }) => entitlement.inactiveBecause !== 'disabledByAzure',
    fault: broken,
    decidedBy: ({ entitlement }) => ({ inactiveBecause: entitlement.inactiveBecause }),
    see: 'assumed',
  }),
])

/**
 * Takes a cancellation back, also one that Azure has not carried out yet. One that is active stays so.
 * Faults: 60003, 20002, 20003, 900320, 800111, 900337.
 */
export async function reactivateAzureEntitlement(
  scope: Scope,
  { params }: Input<typeof azureEndpoints.reactivateAzureEntitlement>,
): Promise<AzureEntitlementResource> {
  const { id: customerId } = await getHeldCustomer(scope, params.customerId)
  const plan = await getAzurePlan(scope, customerId, params.subscriptionId)
  const entitlement = getEntitlement(scope, plan, params.entitlementId)
  enforce(reactivationRules, { plan, entitlement }, scope.trace)
  if (entitlement.status === 'active' && entitlement.cancellationRequestedAt === undefined)
    return entitlementAnswer(plan, entitlement)

  await scope.agenda.cancel('close-azure-entitlement', entitlement.id)
  const active = { status: 'active', inactiveBecause: undefined, cancellationRequestedAt: undefined } as const
  const changed = changeEntitlement(plan, entitlement.id, active)
  const saved = await changeSubscription(scope, plan, changed, 'azure-entitlement-updated')
  scope.audit({ customerId, newValue: { entitlementId: entitlement.id, status: 'active' } })

  return entitlementAnswer(saved, present(findEntitlement(saved, entitlement.id), 'it stays under its plan'))
}
