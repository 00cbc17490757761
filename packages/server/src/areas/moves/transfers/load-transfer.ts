import { present } from '../../../kernel/invariant.ts'
import { enforce } from '../../../kernel/rule.ts'
import type { Scope } from '../../../work/scope.ts'
import { partRules } from './part-rules.ts'
import { partOf, type Part, type TransferRecord } from './transfer.ts'
import { Transfers } from './transfer-repository.ts'

export interface OwnTransfer {
  readonly transfer: TransferRecord
  readonly part: Part
}

/** The transfer of a path, for changing it, and which of its partners the caller is. Faults: 900100, 900367. */
export async function loadOwnTransfer(
  scope: Scope,
  { customerId, transferId }: { readonly customerId: string; readonly transferId: string },
): Promise<OwnTransfer> {
  const transfers = new Transfers(scope)
  const transfer = await transfers.find(customerId, transferId)
  const exists = transfer !== undefined || (await transfers.exists(customerId, transferId))
  const part = transfer && partOf(transfer, scope.tenant)
  enforce(partRules, { exists, part }, scope.trace)
  return {
    transfer: present(transfer, 'partRules let a missing transfer pass'),
    part: present(part, 'partRules let a stranger pass'),
  }
}
