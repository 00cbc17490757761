import { fault } from '@tenantry/contract/faults/fault.ts'
import { faults } from '@tenantry/contract/faults/index.ts'
import type { TransferRequest, TransferType } from '@tenantry/contract/resources/transfer.ts'

const names: Readonly<Record<string, TransferType>> = { '3': 3, modernazure: 3, '5': 5, newcommerce: 5 }
const page = 'https://learn.microsoft.com/partner-center/developer/create-a-transfer'

/** By number or by name; undefined for a transfer of the older program, which has no type. Faults: 900126. */
export function readTransferType({
  transferType,
}: Pick<TransferRequest, 'transferType'>): TransferType | undefined {
  if (transferType === undefined) return undefined
  const known = names[String(transferType).toLowerCase()]
  if (known !== undefined) return known
  throw fault(faults.enumValueIsUnknown, { value: transferType, documentationLink: page })
}
