import type { transferEndpoints } from '@tenantry/contract/endpoints/transfers.ts'
import type { Routes } from '../../../work/operation.ts'
import { acceptTransfer } from './legacy/accept-transfer.ts'
import { createTransfer } from './create-transfer.ts'
import { getTransfer } from './reading/get-transfer.ts'
import { listTransferEligibilities } from './reading/list-transfer-eligibilities.ts'
import { listTransfers } from './reading/list-transfers.ts'
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
