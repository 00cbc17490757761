import type { EventType } from '../../../work/events.ts'
import type { Scope } from '../../../work/scope.ts'
import { transferAnswer } from './reading/transfer-answer.ts'
import type { TransferRecord } from './transfer.ts'

/** What becomes of a transfer is told, and audited, with both of its partners. */
export async function tellBoth(
  scope: Scope,
  counterpart: Scope,
  transfer: TransferRecord,
  type: Extract<EventType, `transfer-${string}`>,
  before?: TransferRecord,
): Promise<void> {
  const { customerId, customerName, status } = transfer
  for (const one of [scope, counterpart]) {
    one.audit({
      customerId,
      ...(customerName === undefined ? {} : { customerName }),
      ...(before === undefined ? {} : { oldValue: { status: before.status } }),
      newValue: transferAnswer(transfer, one),
    })
    await one.announce({ type, customerId, subject: transfer.id, details: { status } })
  }
}
