import type { transferEndpoints } from '@tenantry/contract/endpoints/transfers.ts'
import type { Operation } from '../../../../work/operation.ts'
import { getCustomer } from '../../../accounts/customers/public.ts'
import { transferAnswer } from './transfer-answer.ts'
import { Transfers } from '../transfer-repository.ts'

/** Faults: 60003, 20002, 900100. */
export const getTransfer: Operation<typeof transferEndpoints.getTransfer> = async (scope, { params }) => {
  await getCustomer(scope, params.customerId)
  return transferAnswer(await new Transfers(scope).get(params.customerId, params.transferId), scope)
}
