import type { transferEndpoints } from '@tenantry/contract/endpoints/transfers.ts'
import type { Routes } from '../../kernel/operation.ts'
import { acceptTransfer } from './accept-transfer.ts'
import { createTransfer } from './create-transfer.ts'
import { getTransfer } from './get-transfer.ts'
import { listTransferEligibilities } from './list-transfer-eligibilities.ts'
import { listTransfers } from './list-transfers.ts'
import { updateTransfer } from './update-transfer.ts'
import { withdrawTransfer } from './withdraw-transfer.ts'

export const routes: Routes<typeof transferEndpoints> = {
  createTransfer,
  listTransfers,
  getTransfer,
  updateTransfer,
  acceptTransfer,
  withdrawTransfer,
  listTransferEligibilities,
}
