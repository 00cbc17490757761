import type { TransferUpdate } from '@tenantry/contract/resources/transfer.ts'
import { billingOwnership } from '../../../../collaborators/billing-ownership.ts'
import { enforce } from '../../../../kernel/rule.ts'
import type { Scope } from '../../../../work/scope.ts'
import { addDuration } from '../../../../kernel/time.ts'
import { getTransactingCustomer } from '../../../accounts/customers/public.ts'
import { Subscriptions } from '../../../subscriptions/subscription/public.ts'
import { azureRules } from '../carrying-out/accept-rules.ts'
import { carryOut, planWork } from '../carrying-out/carry-out.ts'
import { counterpartOf } from '../counterpart.ts'
import { runningRules } from './creation-rules.ts'
import { isOfAzure } from '../carrying-out/items.ts'
import { lockedMembers, type JudgedLine } from './line-rules.ts'
import { judgeLines, loadBoth, selectionFacts, withoutNested } from './load-selection.ts'
import { loadParticipants } from '../load-participants.ts'
import type { OwnTransfer } from '../load-transfer.ts'
import type { Sides } from '../carrying-out/move-bundle.ts'
import { participantRules } from '../participant-rules.ts'
import { callerOf, processedUntil } from '../processing.ts'
import { tellBoth } from '../tell-both.ts'
import { lineOfJudged } from '../carrying-out/transfer-lines.ts'
import { Transfers } from '../transfer-repository.ts'
import type { TransferRecord } from '../transfer.ts'
import { judgementRules, selectionRules, updateRules } from './update-rules.ts'

/**
 * A transfer of new commerce is cancelled by the receiving partner or accepted by the sending one. Faults: those of
 * `updateRules`, and for an acceptance of `participantRules`, the customer's account, 900101, those of
 * `selectionRules`, 900139, and the first line's where no line can move.
 */
export async function updateNewCommerceTransfer(
  scope: Scope,
  { transfer, part }: OwnTransfer,
  update: TransferUpdate,
): Promise<TransferRecord> {
  enforce(updateRules, { transfer, part, update, now: scope.now }, scope.trace)
  return part === 'target' ? await cancelTransfer(scope, transfer) : await accept(scope, transfer, update)
}

async function cancelTransfer(scope: Scope, transfer: TransferRecord): Promise<TransferRecord> {
  const cancelled = await new Transfers(scope).save({ ...transfer, ...changedBy(scope), status: 'Canceled' })
  await scope.agenda.cancel('expire-transfer', transfer.id)
  await tellBoth(scope, await counterpartOf(scope, cancelled), cancelled, 'transfer-updated', transfer)
  return cancelled
}

const changedBy = (scope: Scope) => ({
  modifiedAt: scope.now,
  modifiedBy: callerOf(scope),
  processedUntil: processedUntil(scope),
})

async function accept(
  scope: Scope,
  transfer: TransferRecord,
  { lineItems = [] }: TransferUpdate,
): Promise<TransferRecord> {
  const { customerId } = transfer
  enforce(participantRules, await loadParticipants(scope, customerId, transfer), scope.trace)
  await getTransactingCustomer(scope, customerId)
  const transfers = await new Transfers(scope).list(customerId, 'source')
  enforce(runningRules, { transfers }, scope.trace)
  const sides = { source: scope, target: await counterpartOf(scope, transfer) }
  const ids = lineItems.map(({ subscriptionId }) => subscriptionId)
  const judged = await judge(sides, transfer, ids)

  const accepted = await new Transfers(scope).save({
    ...transfer,
    ...changedBy(scope),
    status: 'InProgress',
    acceptedAt: scope.now,
    lines: judged.map((line, place) => lineOfJudged(line, place, transfer)),
  })
  await scope.agenda.cancel('expire-transfer', transfer.id)
  for (const line of judged) if (line.refusal === undefined) await lock(scope, line)
  await tellBoth(scope, sides.target, accepted, 'transfer-updated', transfer)
  const dueAt = addDuration(scope.now, scope.collaborator(billingOwnership).latency)
  if (dueAt <= scope.now) return await carryOut(sides, accepted)
  await planWork(scope, accepted, dueAt)
  return accepted
}

async function judge(sides: Sides, transfer: TransferRecord, ids: readonly string[]): Promise<JudgedLine[]> {
  const { trace } = sides.source
  const held = await loadBoth(sides, transfer.customerId)
  const selection = await selectionFacts(sides, transfer, held, ids)
  enforce(selectionRules, selection, trace)
  const { items, hasAcceptedAgreement } = selection
  enforce(azureRules, { hasAzure: items.some(isOfAzure), hasAcceptedAgreement }, trace)
  const judged = judgeLines(sides, transfer, held, withoutNested(held, ids), false)
  enforce(judgementRules, judged, trace)
  return judged
}

/** Until it has moved nothing else is done with it. */
async function lock(scope: Scope, line: JudgedLine): Promise<void> {
  for (const member of lockedMembers(line)) {
    const pendingOperation = { kind: 'transfer', since: scope.now } as const
    await new Subscriptions(scope).save({ ...member, pendingOperation })
  }
}
