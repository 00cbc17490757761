import type { AnswerOf } from '@tenantry/contract/endpoint.ts'
import type { azureEndpoints } from '@tenantry/contract/endpoints/azure.ts'
import type { Overage } from '@tenantry/contract/resources/azure.ts'
import { collection } from '@tenantry/contract/resources/common.ts'
import type { DomainEvent } from '../../../work/events.ts'
import type { Input } from '../../../work/operation.ts'
import { enforce } from '../../../kernel/rule.ts'
import type { Scope } from '../../../work/scope.ts'
import { getCustomer, getHeldCustomer } from '../../accounts/customers/public.ts'
import { partnerOnRecordFacts, partnerOnRecordRules } from '../../accounts/partners/public.ts'
import { Subscriptions } from '../subscription/public.ts'
import { overageAnswer, phoneServices, type OverageRecord } from './overage.ts'
import { Overages } from './overage-repository.ts'
import { overageRules, planOf } from './overage-rules.ts'

/** The reseller is judged as for a change of a subscription (assumed). */
const purpose = { commerce: 'newCommerce', purpose: 'update' } as const

/** What the caller has assigned; another partner's assignment does not show (assumed). Faults: 60003, 20002. */
export async function getOverage(
  scope: Scope,
  { params }: Input<typeof azureEndpoints.getOverage>,
): Promise<AnswerOf<typeof azureEndpoints.getOverage>> {
  const { id: customerId } = await getCustomer(scope, params.customerId)
  const current = await new Overages(scope).find(customerId)

  return collection(current?.partner === scope.tenant.partner ? [overageAnswer(current, true)] : [])
}

/**
 * Assigns the customer's overage to an Azure subscription, or ends it. Only an indirect provider's `partnerId` counts.
 * Faults: 60003, 20002, those of `overageRules`, in their order, and those of a partner on record.
 * @see partner-center/developer/update-subscription-overage
 */
export async function updateOverage(
  scope: Scope,
  { params, body }: Input<typeof azureEndpoints.updateOverage>,
): Promise<Overage> {
  const { id: customerId } = await getHeldCustomer(scope, params.customerId)
  const { partner } = scope.principal
  const overages = new Overages(scope)
  const subscriptions = await new Subscriptions(scope).list(customerId)
  const current = await overages.find(customerId)
  const facts = { ...body, partner: partner.tenantId, subscriptions, current }
  enforce(overageRules, facts, scope.trace)
  const partnerId = partner.type === 'indirectProvider' ? body.partnerId : undefined
  if (partnerId !== undefined)
    enforce(partnerOnRecordRules, await partnerOnRecordFacts(scope, partnerId, purpose), scope.trace)

  const assigned: OverageRecord = {
    customerId,
    type: phoneServices,
    version: 1,
    partner: partner.tenantId,
    azureEntitlementId: body.azureEntitlementId.toLowerCase(),
    partnerId: partnerId ?? planOf(facts)?.partnerId ?? partner.partnerId,
    since: scope.now,
  }
  if (body.overageEnabled) await overages.put(assigned)
  else if (current !== undefined) await overages.remove(customerId)
  await scope.announce({ type: 'overage-updated', customerId, subject: assigned.azureEntitlementId })
  const answer = overageAnswer(assigned, body.overageEnabled)
  scope.audit({ customerId, newValue: answer })
  return answer
}

/** A partner that has let the customer go leaves its overage to others. */
export async function followCustomerRemoval(scope: Scope, { customerId }: DomainEvent): Promise<void> {
  const overages = new Overages(scope)
  const current = await overages.find(customerId)
  if (current?.partner === scope.tenant.partner) await overages.remove(customerId)
}
