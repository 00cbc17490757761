import type { Fault } from '@tenantry/contract/faults/fault.ts'
import { billingOwnership } from '../../../../collaborators/billing-ownership.ts'
import type { Scope } from '../../../../work/scope.ts'
import { addDuration, hourMs, instant, type Instant } from '../../../../kernel/time.ts'
import { Subscriptions } from '../../../subscriptions/subscription/public.ts'
import type { TransferItem } from './items.ts'
import { judgeLines, loadBoth, planOf } from '../new-commerce/load-selection.ts'
import type { Sides } from './move-bundle.ts'
import { moveAzure, moveSubscription } from './move-item.ts'
import { tellBoth } from '../tell-both.ts'
import { failed } from './transfer-lines.ts'
import { transferLimits } from '../transfer-policies.ts'
import { Transfers } from '../transfer-repository.ts'
import { allLines, statusOfLines, withOutcome, type TransferLine, type TransferRecord } from '../transfer.ts'

export const planWork = (scope: Scope, { customerId, id }: TransferRecord, dueAt: Instant): Promise<void> =>
  scope.agenda.schedule({ dueAt, kind: 'carry-out-transfer', customer: customerId, subject: id })

/**
 * Moves the lines of an accepted transfer one by one: what is refused now stays where it was and says why. While the
 * billing does not answer it is tried again every hour, for three days.
 */
export async function carryOut(sides: Sides, transfer: TransferRecord): Promise<TransferRecord> {
  const { source } = sides
  const { retriedFor } = source.policy(transferLimits)
  const givesUpAt = addDuration(transfer.acceptedAt ?? source.now, retriedFor)
  if (!source.collaborator(billingOwnership).answers && source.now < givesUpAt) {
    await planWork(source, transfer, instant(source.now + hourMs))
    return transfer
  }
  const lines: TransferLine[] = []
  for (const line of transfer.lines) lines.push(await carryOutLine(sides, transfer, line))
  const status = statusOfLines(lines)
  const done = await new Transfers(source).save({
    ...transfer,
    lines,
    status,
    modifiedAt: source.now,
    completedAt: source.now,
  })
  const event = status === 'Failed' ? 'transfer-failed' : 'transfer-completed'
  await tellBoth(source, sides.target, done, event, transfer)
  return done
}

/** Looks again at what can have changed since the acceptance; earlier lines have changed it too. */
async function carryOutLine(
  sides: Sides,
  transfer: TransferRecord,
  line: TransferLine,
): Promise<TransferLine> {
  if (line.status !== 'InProgress') return line
  const held = await loadBoth(sides, transfer.customerId)
  const [judged] = judgeLines(sides, transfer, held, [line.subscriptionId], true)
  const item = judged?.facts.item
  if (item === undefined || judged?.refusal !== undefined)
    return await leave(sides, transfer, line, judged?.refusal)
  const plan = planOf(held.target, transfer)
  const taken = await move(sides, transfer, item, plan)
  const { transferGroupId } = line
  return withOutcome(line, { transferGroupId, status: 'Complete', orderId: taken.orderId })
}

function move(
  sides: Sides,
  transfer: TransferRecord,
  item: TransferItem,
  plan: ReturnType<typeof planOf>,
): Promise<{ readonly orderId: string }> {
  return item.kind === 'azure'
    ? moveAzure(sides, item, plan)
    : moveSubscription(sides, item, { partnerId: transfer.partnerOnRecord, planId: plan?.id })
}

/** It goes on as before with the sending partner. */
async function leave(
  { source }: Sides,
  { customerId }: TransferRecord,
  line: TransferLine,
  refusal: Fault | undefined,
): Promise<TransferLine> {
  const subscriptions = new Subscriptions(source)
  for (const { subscriptionId } of allLines({ lines: [line] })) {
    const member = await subscriptions.find(customerId, subscriptionId)
    if (member?.pendingOperation?.kind !== 'transfer') continue
    await subscriptions.save({ ...member, pendingOperation: undefined })
  }
  const { transferGroupId } = line
  return withOutcome(line, { transferGroupId, ...(refusal && failed(refusal)) })
}
