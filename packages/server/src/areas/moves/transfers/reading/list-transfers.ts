import type { transferEndpoints } from '@tenantry/contract/endpoints/transfers.ts'
import type { Operation } from '../../../../work/operation.ts'
import { getCustomer } from '../../../accounts/customers/public.ts'
import { transferAnswer } from './transfer-answer.ts'
import { Transfers } from '../transfer-repository.ts'

/** Those in which the caller has a part, whichever. Faults: 60003, 20002. */
export const listTransfers: Operation<typeof transferEndpoints.listTransfers> = async (scope, { params }) => {
  const { id } = await getCustomer(scope, params.customerId)
  return (await new Transfers(scope).list(id)).map((transfer) => transferAnswer(transfer, scope))
}
