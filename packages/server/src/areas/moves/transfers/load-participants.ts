import type { Scope } from '../../../work/scope.ts'
import { Customers } from '../../accounts/customers/public.ts'
import { PartnerRegistry } from '../../accounts/partners/public.ts'
import { counterpartOf } from './counterpart.ts'
import type { ParticipantFacts } from './participant-rules.ts'
import type { TransferRecord } from './transfer.ts'

/** Who the two are, and whether the other one serves the customer too. */
export async function loadParticipants(
  scope: Scope,
  customerId: string,
  parties: Pick<TransferRecord, 'sourcePartnerTenantId' | 'targetPartnerTenantId'>,
): Promise<ParticipantFacts> {
  const { sourcePartnerTenantId, targetPartnerTenantId } = parties
  const isCallerTarget = targetPartnerTenantId === scope.tenant.partner
  const otherId = isCallerTarget ? sourcePartnerTenantId : targetPartnerTenantId
  const other = await new PartnerRegistry(scope).find(otherId)
  const held =
    other === undefined
      ? undefined
      : await new Customers(await counterpartOf(scope, parties)).find(customerId)
  return {
    customerId,
    caller: scope.principal.partner,
    otherId,
    other,
    otherServesCustomer: held?.relationship === 'reseller',
    isCallerTarget,
  }
}
