import type { CustomerId } from '../../../kernel/ids.ts'
import { documentTable } from '../../../store/table.ts'
import type { Documents } from '../../../store/documents.ts'
import type { Trx } from '../../../store/trx.ts'
import { phoneServices, type OverageRecord } from './overage.ts'

export const overageTable = documentTable<OverageRecord>()({
  name: 'overage',
  shape: 1,
  tenancy: 'world',
  key: ['customer', 'type'],
  row: ({ customerId, type }) => ({ customer: customerId, type }),
})

/** Of all partners: the first that assigns a customer's overage has it. */
export class Overages {
  readonly #documents: Documents<OverageRecord>

  constructor(scope: { readonly trx: Trx }) {
    this.#documents = scope.trx.documents(overageTable)
  }

  async find(customerId: CustomerId): Promise<OverageRecord | undefined> {
    return await this.#documents.find({ customer: customerId, type: phoneServices })
  }

  async put(overage: OverageRecord): Promise<OverageRecord> {
    return await this.#documents.put(overage)
  }

  async remove(customerId: CustomerId): Promise<void> {
    await this.#documents.remove({ customer: customerId, type: phoneServices })
  }
}
