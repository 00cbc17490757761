import type { azureEndpoints } from '@tenantry/contract/endpoints/azure.ts'
import { fault } from '@tenantry/contract/faults/fault.ts'
import { extraFaults } from '@tenantry/contract/faults/index.ts'
import type { AzureEntitlement } from '@tenantry/contract/resources/azure.ts'
import { azure } from '../../../collaborators/azure.ts'
import type { Input } from '../../../work/operation.ts'
import { present } from '../../../kernel/invariant.ts'
import { enforce, rule, ruleList } from '../../../kernel/rule.ts'
import type { Scope } from '../../../work/scope.ts'
import { addDuration } from '../../../kernel/time.ts'
import { getHeldCustomer } from '../../accounts/customers/public.ts'
import { findEntitlement, changeEntitlement, changeSubscription } from '../subscription/public.ts'
import { entitlementAnswer, getAzurePlan, getEntitlement } from './azure-plan.ts'
import { closeEntitlement } from './close-entitlement.ts'

/** The page shows one reason; that there is no other is assumed. */
const cancellationReasonIsKnown = rule<string>({
  name: 'cancellationReasonIsKnown',
  holds: (reason) => reason.toLowerCase() === 'compromise',
  fault: (reason) => fault(extraFaults.cancellationReasonIsInvalid, { reason }),
  decidedBy: (reason) => ({ reason }),
  see: 'partner-center/developer/cancel-an-azure-subscription',
})

export const cancellationRules = ruleList('Cancel an Azure subscription', [cancellationReasonIsKnown])

/**
 * Shuts an Azure subscription down, whose resources may be in the wrong hands. Azure needs some minutes, so the answer
 * still says active. Again for one that is cancelled, nothing happens.
 * Faults: 60003, 20002, 20003, 900320, 800111, 900307.
 */
export async function cancelAzureEntitlement(
  scope: Scope,
  { params, body }: Input<typeof azureEndpoints.cancelAzureEntitlement>,
): Promise<AzureEntitlement> {
  const { id: customerId } = await getHeldCustomer(scope, params.customerId)
  const plan = await getAzurePlan(scope, customerId, params.subscriptionId)
  const entitlement = getEntitlement(scope, plan, params.entitlementId)
  enforce(cancellationRules, body.cancellationReason, scope.trace)
  if (entitlement.status === 'inactive' || entitlement.cancellationRequestedAt !== undefined)
    return entitlementAnswer(plan, entitlement)

  scope.audit({ customerId, newValue: { entitlementId: entitlement.id, ...body } })
  const { cancellationTakes } = scope.collaborator(azure)
  if (cancellationTakes === 'PT0S') {
    const closed = await closeEntitlement(scope, plan, entitlement.id)
    return entitlementAnswer(
      closed,
      present(findEntitlement(closed, entitlement.id), 'it stays under its plan'),
    )
  }
  const asked = changeEntitlement(plan, entitlement.id, { cancellationRequestedAt: scope.now })
  await changeSubscription(scope, plan, asked, 'azure-entitlement-updated')
  await scope.agenda.schedule({
    dueAt: addDuration(scope.now, cancellationTakes),
    kind: 'close-azure-entitlement',
    customer: customerId,
    subject: entitlement.id,
    body: { subscriptionId: plan.id },
  })
  return entitlementAnswer(plan, entitlement)
}
