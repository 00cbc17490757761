import type { transferEndpoints } from '@tenantry/contract/endpoints/transfers.ts'
import type { Operation } from '../../../work/operation.ts'
import { getHeldCustomer } from '../../accounts/customers/public.ts'
import { counterpartOf } from './counterpart.ts'
import { createLegacyTransfer } from './legacy/create-legacy-transfer.ts'
import { createNewCommerceTransfer } from './new-commerce/create-new-commerce-transfer.ts'
import { readTransferType } from './read-request.ts'
import { tellBoth } from './tell-both.ts'
import { transferAnswer } from './reading/transfer-answer.ts'

/**
 * Begins a transfer of the older program or, with a type, of new commerce. Faults: 900126; those of
 * `transferRequestRules` or `demandRules`, of `participantRules`, the customer's account and the partners on record, of
 * `legacyLineRules` or 900101 and `azurePlanRules`, and 900135, in this order.
 */
export const createTransfer: Operation<typeof transferEndpoints.createTransfer> = async (
  scope,
  { params, body },
) => {
  const customer = await getHeldCustomer(scope, params.customerId)
  const transferType = readTransferType(body)
  const transfer =
    transferType === undefined
      ? await createLegacyTransfer(scope, customer, body)
      : await createNewCommerceTransfer(scope, customer, body, transferType)

  const answer = transferAnswer(transfer, scope)
  await tellBoth(scope, await counterpartOf(scope, transfer), transfer, 'transfer-created')
  return answer
}
