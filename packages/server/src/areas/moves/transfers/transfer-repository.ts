import { fault } from '@tenantry/contract/faults/fault.ts'
import { faults } from '@tenantry/contract/faults/index.ts'
import type { Tenant } from '../../../kernel/tenant.ts'
import { documentTable } from '../../../store/table.ts'
import type { Documents } from '../../../store/documents.ts'
import type { Trx } from '../../../store/trx.ts'
import { partOf, type Part, type TransferRecord } from './transfer.ts'

/** Two partners have a part in each row, so that it is no one partner's: the repository shows it to both. */
export const transferTable = documentTable<TransferRecord>()({
  name: 'transfer',
  shape: 1,
  tenancy: 'world',
  key: ['customer', 'id'],
  columns: { source: 'text', target: 'text', place: 'bigint' },
  indexes: [
    ['source', 'customer', 'place'],
    ['target', 'customer', 'place'],
  ],
  row: (transfer) => ({
    customer: transfer.customerId,
    id: transfer.id,
    source: transfer.sourcePartnerTenantId,
    target: transfer.targetPartnerTenantId,
    place: transfer.place,
  }),
})

/** The transfers in which one partner has a part. */
export class Transfers {
  readonly #documents: Documents<TransferRecord>
  readonly #tenant: Tenant

  constructor(scope: { readonly trx: Trx; readonly tenant: Tenant }) {
    this.#documents = scope.trx.documents(transferTable)
    this.#tenant = scope.tenant
  }

  async find(customerId: string, id: string): Promise<TransferRecord | undefined> {
    const found = await this.#documents.find({ customer: customerId, id: id.toLowerCase() })
    return found !== undefined && partOf(found, this.#tenant) !== undefined ? found : undefined
  }

  /** Faults: 900100. */
  async get(customerId: string, id: string): Promise<TransferRecord> {
    const found = await this.find(customerId, id)
    if (found === undefined) throw fault(faults.transferNotFound)
    return found
  }

  /** Whether the customer has such a transfer at all, between whomever. */
  async exists(customerId: string, id: string): Promise<boolean> {
    return (await this.#documents.find({ customer: customerId, id: id.toLowerCase() })) !== undefined
  }

  /** Oldest first; those in which the partner has one part, or any. */
  async list(customerId: string, part?: Part): Promise<TransferRecord[]> {
    const parts = part === undefined ? (['source', 'target'] as const) : [part]
    const found = await Promise.all(
      parts.map((column) =>
        this.#documents.list({
          where: { [column]: this.#tenant.partner, customer: customerId },
          orderBy: ['place'],
        }),
      ),
    )
    return found.flat().sort((a, b) => a.place - b.place)
  }

  async add(transfer: TransferRecord): Promise<TransferRecord> {
    return await this.#documents.insert(transfer)
  }

  async save(transfer: TransferRecord): Promise<TransferRecord> {
    return await this.#documents.update({ ...transfer })
  }
}
