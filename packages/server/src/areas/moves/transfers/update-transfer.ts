import type { transferEndpoints } from '@tenantry/contract/endpoints/transfers.ts'
import type { Operation } from '../../../work/operation.ts'
import { enforce } from '../../../kernel/rule.ts'
import { getHeldCustomer } from '../../accounts/customers/public.ts'
import { answerRules } from './answer-rules.ts'
import { loadOwnTransfer } from './load-transfer.ts'
import { transferAnswer } from './reading/transfer-answer.ts'
import { isOfNewCommerce } from './transfer.ts'
import { updateNewCommerceTransfer } from './new-commerce/update-new-commerce-transfer.ts'
import { endTransfer } from './withdraw-transfer.ts'

/**
 * A transfer of the older program is rejected by its receiving partner; one of new commerce is cancelled or accepted.
 * Faults: 900100, 900367, those of `answerRules` or of `updateNewCommerceTransfer`.
 */
export const updateTransfer: Operation<typeof transferEndpoints.updateTransfer> = async (
  scope,
  { params, body },
) => {
  await getHeldCustomer(scope, params.customerId)
  const own = await loadOwnTransfer(scope, params)
  if (isOfNewCommerce(own.transfer))
    return transferAnswer(await updateNewCommerceTransfer(scope, own, body), scope)
  const { status, transferType } = body
  const update = { status, transferType }
  enforce(answerRules, { ...own, mayAnswer: 'target', update, now: scope.now }, scope.trace)

  return transferAnswer(await endTransfer(scope, own.transfer, 'Reject'), scope)
}
