import { partiesOf } from '../../../kernel/tenant.ts'
import type { Scope } from '../../../work/scope.ts'
import type { TransferRecord } from './transfer.ts'

/**
 * The same work for the other partner of a transfer, which may be one that is only asked for: then no more is looked at
 * than whether that partner serves the customer.
 */
export const counterpartOf = (
  scope: Scope,
  transfer: Pick<TransferRecord, 'sourcePartnerTenantId' | 'targetPartnerTenantId'>,
): Promise<Scope> => scope.asCounterpart(partiesOf(transfer))
