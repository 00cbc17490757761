import type { transferEndpoints } from '@tenantry/contract/endpoints/transfers.ts'
import { fault } from '@tenantry/contract/faults/fault.ts'
import { everyFault, faults } from '@tenantry/contract/faults/index.ts'
import type { Locale } from '@tenantry/contract/locales/index.ts'
import type { TransferError } from '@tenantry/contract/resources/transfer.ts'
import type { Operation } from '../../../../work/operation.ts'
import { enforce, rule, ruleList } from '../../../../kernel/rule.ts'
import type { Scope } from '../../../../work/scope.ts'
import { hasAcceptedCustomerAgreement } from '../../../accounts/agreements/public.ts'
import { getTransactingCustomer } from '../../../accounts/customers/public.ts'
import { orderAnswer } from '../../../purchases/orders/public.ts'
import { publishedId } from '../../../subscriptions/subscription/public.ts'
import { azureRules } from '../carrying-out/accept-rules.ts'
import { answerRules } from '../answer-rules.ts'
import { counterpartOf } from '../counterpart.ts'
import { loadHeld, type Held } from './legacy-lines.ts'
import { loadParticipants } from '../load-participants.ts'
import { loadOwnTransfer } from '../load-transfer.ts'
import { moveBundle, type MovedBundle } from '../carrying-out/move-bundle.ts'
import { participantRules } from '../participant-rules.ts'
import { callerOf, processedUntil } from '../processing.ts'
import { tellBoth } from '../tell-both.ts'
import { lineAnswer } from '../reading/transfer-answer.ts'
import { statusOfLines, type TransferRecord } from '../transfer.ts'
import { Transfers } from '../transfer-repository.ts'

/** As long as one group moved the answer tells of the others; otherwise nothing has happened at all. */
const someBundleMoved = rule<readonly MovedBundle[]>({
  name: 'someBundleMoved',
  holds: (moved) => moved.some(({ order }) => order !== undefined),
  fault: (moved) =>
    fault(faults.transferOrderFailed).with(
      ...moved.map(
        ({ line }) => `Subscription: ${publishedId({ id: line.subscriptionId, commerce: 'legacy' })}`,
      ),
    ),
  decidedBy: (moved) => ({ groups: moved.length }),
  see: 'assumed',
})

/** The last rule of an acceptance, judged when its groups were tried. */
export const outcomeRules = ruleList('Accept a transfer of the older program: the outcome', [someBundleMoved])

/**
 * The receiving partner accepts: every base goes over with its add-ons, each to an order of its own. Faults: 900100,
 * 900367, those of `answerRules` and `participantRules`, the customer's account, 900139, 900103 where nothing moves.
 */
export const acceptTransfer: Operation<typeof transferEndpoints.acceptTransfer> = async (
  scope,
  { params },
) => {
  const { transfer, part } = await loadOwnTransfer(scope, params)
  enforce(answerRules, { transfer, part, mayAnswer: 'target', now: scope.now }, scope.trace)
  enforce(participantRules, await loadParticipants(scope, transfer.customerId, transfer), scope.trace)
  await getTransactingCustomer(scope, transfer.customerId)
  const source = await counterpartOf(scope, transfer)
  const held = await loadHeld(source, transfer.customerId)
  await passAzure(scope, transfer, held)

  const moved: MovedBundle[] = []
  for (const [group, line] of transfer.lines.entries())
    moved.push(await moveBundle({ source, target: scope }, held, line, String(group)))
  enforce(outcomeRules, moved, scope.trace)
  const completed = await complete(scope, transfer, moved)
  await tellBoth(scope, source, completed, 'transfer-completed', transfer)
  for (const { order } of moved) await tellOfOrder(scope, order)
  return {
    orders: moved.flatMap(({ order }) =>
      order === undefined ? [] : [orderAnswer(order, { fulfilment: new Map(), withPrice: false })],
    ),
    transferErrors: moved.flatMap((bundle) => transferError(bundle, scope.locale)),
    attributes: { objectType: 'TransferSubmitResult' },
  }
}

async function passAzure(scope: Scope, { customerId, lines }: TransferRecord, { byId }: Held): Promise<void> {
  const hasAzure = lines.some(({ subscriptionId }) => byId.get(subscriptionId)?.productFamily === 'azurePlan')
  const hasAcceptedAgreement = await hasAcceptedCustomerAgreement(scope, customerId)
  enforce(azureRules, { hasAzure, hasAcceptedAgreement }, scope.trace)
}

async function complete(
  scope: Scope,
  transfer: TransferRecord,
  moved: readonly MovedBundle[],
): Promise<TransferRecord> {
  const lines = moved.map(({ line }) => line)
  return await new Transfers(scope).save({
    ...transfer,
    lines,
    status: statusOfLines(lines),
    modifiedAt: scope.now,
    completedAt: scope.now,
    modifiedBy: callerOf(scope),
    processedUntil: processedUntil(scope),
  })
}

async function tellOfOrder(scope: Scope, order: MovedBundle['order']): Promise<void> {
  if (order === undefined) return
  const { customerId, id } = order
  await scope.announce({ type: 'order-placed', customerId, subject: id, details: { orderId: id } })
}

const transferError = ({ line }: MovedBundle, locale: Locale): TransferError[] => {
  const { fault } = line
  if (fault === undefined) return []
  const { transferError: description = '', status: _status, ...item } = lineAnswer(line, locale)
  return [
    {
      transferGroupId: line.transferGroupId ?? '',
      lineItems: [{ ...item, sourceSubscriptionId: item.subscriptionId }],
      code: everyFault[fault].code,
      description,
      attributes: { objectType: 'TransferError' },
    },
  ]
}
