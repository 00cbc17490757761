import type { transferEndpoints } from '@tenantry/contract/endpoints/transfers.ts'
import type { TransferStatus } from '@tenantry/contract/resources/transfer.ts'
import type { Operation } from '../../../work/operation.ts'
import { enforce } from '../../../kernel/rule.ts'
import type { Scope } from '../../../work/scope.ts'
import { getHeldCustomer } from '../../accounts/customers/public.ts'
import { answerRules } from './answer-rules.ts'
import { counterpartOf } from './counterpart.ts'
import { loadOwnTransfer } from './load-transfer.ts'
import { callerOf, processedUntil } from './processing.ts'
import { tellBoth } from './tell-both.ts'
import { Transfers } from './transfer-repository.ts'
import type { TransferRecord } from './transfer.ts'

/** The sending partner takes its offer back. Faults: 900100, 900367, those of `answerRules`. */
export const withdrawTransfer: Operation<typeof transferEndpoints.withdrawTransfer> = async (
  scope,
  { params },
) => {
  await getHeldCustomer(scope, params.customerId)
  const { transfer, part } = await loadOwnTransfer(scope, params)
  enforce(answerRules, { transfer, part, mayAnswer: 'source', now: scope.now }, scope.trace)

  await endTransfer(scope, transfer, 'Deleted')
}

/** Nothing moves. */
export async function endTransfer(
  scope: Scope,
  transfer: TransferRecord,
  status: TransferStatus,
): Promise<TransferRecord> {
  const ended = await new Transfers(scope).save({
    ...transfer,
    status,
    modifiedAt: scope.now,
    modifiedBy: callerOf(scope),
    processedUntil: processedUntil(scope),
  })
  await tellBoth(scope, await counterpartOf(scope, ended), ended, 'transfer-updated', transfer)
  return ended
}
