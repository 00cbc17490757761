import type { TransferRequest } from '@tenantry/contract/resources/transfer.ts'
import { billingOwnership } from '../../../../collaborators/billing-ownership.ts'
import { present } from '../../../../kernel/invariant.ts'
import { enforce } from '../../../../kernel/rule.ts'
import type { Scope } from '../../../../work/scope.ts'
import { getTransactingCustomer, type CustomerRecord } from '../../../accounts/customers/public.ts'
import { partnerOnRecordFacts, partnerOnRecordRules } from '../../../accounts/partners/public.ts'
import { counterpartOf } from '../counterpart.ts'
import { intakeRules } from '../intake-rules.ts'
import { legacyLineRules } from './legacy-line-rules.ts'
import { bundleOf, lineFacts, lineOf, loadHeld, type Held } from './legacy-lines.ts'
import { loadParticipants } from '../load-participants.ts'
import { participantRules } from '../participant-rules.ts'
import { transferRequestRules } from './transfer-request-rules.ts'
import type { TransferLine, TransferRecord } from '../transfer.ts'
import { Transfers } from '../transfer-repository.ts'
import { callerOf } from '../processing.ts'

/** One subscription that is named, with the partner on record that it is to have. */
interface NamedLine {
  readonly subscriptionId: string
  readonly partnerIdOnRecord: string | undefined
}

/** The sending partner offers subscriptions of the older program to another partner, which has to answer. */
export async function createLegacyTransfer(
  scope: Scope,
  customer: CustomerRecord,
  request: TransferRequest,
): Promise<TransferRecord> {
  enforce(transferRequestRules, { request, callerId: scope.tenant.partner }, scope.trace)
  const parties = {
    sourcePartnerTenantId: scope.tenant.partner,
    targetPartnerTenantId: (request.targetPartnerTenantId ?? '').toLowerCase(),
  }
  const participants = await loadParticipants(scope, customer.id, parties)
  enforce(participantRules, participants, scope.trace)
  await getTransactingCustomer(scope, customer.id)
  const named = namedLines(request)
  await passPartnersOnRecord(scope, parties, named)
  const held = await loadHeld(scope, customer.id)
  const ids = named.map(({ subscriptionId }) => subscriptionId)
  enforce(legacyLineRules, { lines: lineFacts(held, ids) }, scope.trace)
  const lines = transferLines(held, named)
  // What hangs on a base was not named, but may be offered to somebody else as well.
  const addOns = lines.flatMap((line) => line.addOns.map(({ subscriptionId }) => subscriptionId))
  enforce(legacyLineRules, { lines: lineFacts(held, [...ids, ...addOns]) }, scope.trace)
  enforce(intakeRules, scope.collaborator(billingOwnership), scope.trace)

  return await new Transfers(scope).add({
    id: scope.newId(),
    version: 1,
    place: scope.nextPlace(),
    customerId: customer.id,
    customerName: customer.companyProfile.companyName,
    ...parties,
    sourcePartnerName: scope.principal.partner.name,
    targetPartnerName: present(participants.other, 'the rules made sure of the partner').name,
    status: 'Active',
    createdAt: scope.now,
    modifiedAt: scope.now,
    modifiedBy: callerOf(scope),
    lines,
  })
}

const namedLines = ({ lineItems = [] }: TransferRequest): NamedLine[] =>
  lineItems.flatMap(({ subscriptionId, partnerIdOnRecord, addonItems = [] }) => [
    { subscriptionId, partnerIdOnRecord },
    ...addonItems.map((addOn) => ({ subscriptionId: addOn.subscriptionId, partnerIdOnRecord })),
  ])

/** It is the receiving partner's reseller, so it is that partner for whom it is judged. */
async function passPartnersOnRecord(
  scope: Scope,
  parties: Pick<TransferRecord, 'sourcePartnerTenantId' | 'targetPartnerTenantId'>,
  named: readonly NamedLine[],
): Promise<void> {
  const receiver = await counterpartOf(scope, parties)
  for (const partnerId of new Set(named.flatMap(({ partnerIdOnRecord }) => partnerIdOnRecord ?? []))) {
    const use = { commerce: 'legacy', purpose: 'update' } as const
    enforce(partnerOnRecordRules, await partnerOnRecordFacts(receiver, partnerId, use), scope.trace)
  }
}

/** One line for each base; an add-on that was named stands with the others of its base. */
function transferLines(held: Held, named: readonly NamedLine[]): TransferLine[] {
  const subscriptions = named.map(({ subscriptionId, partnerIdOnRecord }) => ({
    partnerIdOnRecord,
    subscription: present(held.byId.get(subscriptionId.toLowerCase()), 'the rules made sure of it'),
  }))
  return subscriptions
    .filter(({ subscription }) => subscription.parentSubscriptionId === undefined)
    .map(({ subscription, partnerIdOnRecord }, place) =>
      lineOf(subscription, place, partnerIdOnRecord, bundleOf(held, subscription).addOns),
    )
}
