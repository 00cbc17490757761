import type { TransferRequest, TransferType } from '@tenantry/contract/resources/transfer.ts'
import { billingOwnership } from '../../../../collaborators/billing-ownership.ts'
import { present } from '../../../../kernel/invariant.ts'
import { enforce } from '../../../../kernel/rule.ts'
import type { Scope } from '../../../../work/scope.ts'
import { addDuration } from '../../../../kernel/time.ts'
import { azurePlanSku } from '../../../subscriptions/azure/public.ts'
import { catalogueOf } from '../../../catalogue/products/public.ts'
import { getTransactingCustomer, type CustomerRecord } from '../../../accounts/customers/public.ts'
import {
  partnerOnRecordFacts,
  partnerOnRecordRules,
  PartnerRegistry,
} from '../../../accounts/partners/public.ts'
import {
  isAzurePlan,
  isLegacyAzure,
  Subscriptions,
  type SubscriptionRecord,
} from '../../../subscriptions/subscription/public.ts'
import { azurePlanRules, type AzurePlanFacts } from './azure-plan-rules.ts'
import { counterpartOf } from '../counterpart.ts'
import { demandRules, runningRules, sourceOf, type DemandFacts } from './creation-rules.ts'
import { intakeRules } from '../intake-rules.ts'
import { loadParticipants } from '../load-participants.ts'
import { participantRules } from '../participant-rules.ts'
import { callerOf } from '../processing.ts'
import { transferLimits } from '../transfer-policies.ts'
import { Transfers } from '../transfer-repository.ts'
import type { TransferRecord } from '../transfer.ts'

/** The receiving partner asks for what another partner has, which names it when it accepts. */
export async function createNewCommerceTransfer(
  scope: Scope,
  customer: CustomerRecord,
  request: TransferRequest,
  transferType: TransferType,
): Promise<TransferRecord> {
  const demand = await demandFacts(scope, request)
  enforce(demandRules, demand, scope.trace)
  const parties = {
    sourcePartnerTenantId: sourceOf(demand)?.tenantId ?? (request.sourcePartnerTenantId ?? '').toLowerCase(),
    targetPartnerTenantId: scope.tenant.partner,
  }
  enforce(participantRules, await loadParticipants(scope, customer.id, parties), scope.trace)
  await getTransactingCustomer(scope, customer.id)
  await passPartnerOnRecord(scope, request.partnerOnRecord)
  const source = await counterpartOf(scope, parties)
  const transfers = await new Transfers(source).list(customer.id, 'source')
  enforce(runningRules, { transfers }, scope.trace)
  enforce(azurePlanRules, await azureFacts(scope, customer, request, transferType), scope.trace)
  enforce(intakeRules, scope.collaborator(billingOwnership), scope.trace)

  const expiresAt = addDuration(scope.now, scope.policy(transferLimits).pendingFor)
  const { customerEmailId, targetPartnerEmailId, partnerOnRecord } = request
  const transfer = await new Transfers(scope).add({
    id: scope.newId(),
    version: 1,
    place: scope.nextPlace(),
    customerId: customer.id,
    customerName: request.customerName ?? customer.companyProfile.companyName,
    transferType,
    ...parties,
    sourcePartnerName: present(sourceOf(demand), 'the rules made sure of the partner').name,
    targetPartnerName: scope.principal.partner.name,
    customerEmailId,
    targetPartnerEmailId: targetPartnerEmailId ?? parties.targetPartnerTenantId,
    targetProductTypes: request.targetProductTypes ?? undefined,
    partnerOnRecord,
    status: 'Pending',
    createdAt: scope.now,
    modifiedAt: scope.now,
    expiresAt,
    modifiedBy: callerOf(scope),
    lines: [],
  })
  await scope.agenda.schedule({
    dueAt: expiresAt,
    kind: 'expire-transfer',
    customer: customer.id,
    subject: transfer.id,
  })
  return transfer
}

async function demandFacts(scope: Scope, request: TransferRequest): Promise<DemandFacts> {
  const registry = new PartnerRegistry(scope)
  const named = request.sourcePartnerTenantId?.trim() ?? ''
  const address = request.sourcePartnerDomain ?? request.sourcePartnerEmailId?.split('@').at(-1)
  const domain = address?.trim().toLowerCase() ?? ''
  const byDomain = domain === '' ? undefined : await registry.findByName(domain)
  return {
    request,
    caller: scope.principal.partner,
    byTenant: named === '' ? undefined : await registry.find(named),
    domain: domain === '' ? undefined : domain,
    byDomain: byDomain?.programmes[0].status === 'offboarded' ? undefined : byDomain,
    excludedPartners: scope.collaborator(billingOwnership).excludedPartners,
  }
}

async function passPartnerOnRecord(scope: Scope, partnerId: string | undefined): Promise<void> {
  if (partnerId === undefined) return
  const use = { commerce: 'newCommerce', purpose: 'purchase' } as const
  enforce(partnerOnRecordRules, await partnerOnRecordFacts(scope, partnerId, use), scope.trace)
}

/** Azure is asked for by its name, or by a transfer that is for Azure alone (assumed). */
const asksForAzure = ({ targetProductTypes }: TransferRequest, transferType: TransferType): boolean =>
  targetProductTypes?.some((type) => type.startsWith('Azure')) ?? transferType === 3

async function azureFacts(
  scope: Scope,
  { id, market }: CustomerRecord,
  request: TransferRequest,
  transferType: TransferType,
): Promise<AzurePlanFacts> {
  const held = await new Subscriptions(scope).list(id)
  const isBest = ({ status }: SubscriptionRecord) => (status === 'active' ? 0 : 1)
  return {
    asksForAzure: asksForAzure(request, transferType),
    hasActiveLegacyAzure: held.some((one) => isLegacyAzure(one) && one.status === 'active'),
    plans: held.filter(isAzurePlan).sort((a, b) => isBest(a) - isBest(b)),
    isOnSale: catalogueOf(scope).sellable({ ...azurePlanSku, country: market }) !== undefined,
    isIndirectProvider: scope.principal.partner.type === 'indirectProvider',
    partnerOnRecord: request.partnerOnRecord,
  }
}
