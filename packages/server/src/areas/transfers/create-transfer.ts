import type { transferEndpoints } from '@tenantry/contract/endpoints/transfers.ts'
import type { Operation } from '../../kernel/operation.ts'
import { getHeldCustomer } from '../customers/public.ts'
import { counterpartOf } from './counterpart.ts'
import { createLegacyTransfer } from './create-legacy-transfer.ts'
import { tellBoth } from './tell-both.ts'
import { transferAnswer } from './transfer-answer.ts'

/**
 * Begins a transfer. Faults: those of `transferRequestRules`, `participantRules`, the customer's account, the partners
 * on record, `legacyLineRules` and 900135, in this order.
 */
export const createTransfer: Operation<typeof transferEndpoints.createTransfer> = async (
  scope,
  { params, body },
) => {
  const customer = await getHeldCustomer(scope, params.customerId)
  const transfer = await createLegacyTransfer(scope, customer, body)

  const answer = transferAnswer(transfer, scope.tenant)
  await tellBoth(scope, await counterpartOf(scope, transfer), transfer, 'transfer-created')
  return answer
}
