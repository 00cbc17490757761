import type { ScheduleHandlers } from '../../../../work/scope.ts'
import { carryOut } from './carry-out.ts'
import { counterpartOf } from '../counterpart.ts'
import { tellBoth } from '../tell-both.ts'
import { Transfers } from '../transfer-repository.ts'
import { isOpen, isRunning } from '../transfer.ts'

/** What the agenda does for transfers of new commerce. Entries can be stale: each looks at the transfer anew. */
export const transferSchedule: ScheduleHandlers = {
  'expire-transfer': async (scope, { customer, subject }) => {
    const transfers = new Transfers(scope)
    const transfer = await transfers.find(customer, subject)
    if (transfer === undefined || !isOpen(transfer)) return
    const expired = await transfers.save({ ...transfer, status: 'Expired', modifiedAt: scope.now })
    await tellBoth(scope, await counterpartOf(scope, expired), expired, 'transfer-updated', transfer)
  },
  'carry-out-transfer': async (scope, { customer, subject }) => {
    const transfer = await new Transfers(scope).find(customer, subject)
    if (transfer === undefined || !isRunning(transfer)) return
    await carryOut({ source: scope, target: await counterpartOf(scope, transfer) }, transfer)
  },
}
