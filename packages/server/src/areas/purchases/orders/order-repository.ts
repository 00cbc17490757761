import { fault } from '@tenantry/contract/faults/fault.ts'
import { faults } from '@tenantry/contract/faults/index.ts'
import type { Tenant } from '../../../kernel/tenant.ts'
import { documentTable } from '../../../store/table.ts'
import type { Documents } from '../../../store/documents.ts'
import type { Trx } from '../../../store/trx.ts'
import type { OrderRecord } from './order.ts'

export const orderTable = documentTable<OrderRecord>()({
  name: 'purchase_order',
  shape: 1,
  tenancy: 'partner',
  key: ['customer', 'id'],
  columns: { created: 'bigint', billing_cycle: 'text' },
  indexes: [['customer', 'created', 'id']],
  row: (order) => ({
    customer: order.customerId,
    id: order.id,
    created: order.createdAt,
    billing_cycle: order.billingCycle,
  }),
})

/** The orders of one partner's customers. */
export class Orders {
  readonly #documents: Documents<OrderRecord>

  constructor(scope: { readonly trx: Trx; readonly tenant: Tenant }) {
    this.#documents = scope.trx.documents(orderTable, scope.tenant)
  }

  async find(customerId: string, id: string): Promise<OrderRecord | undefined> {
    return await this.#documents.find({ customer: customerId, id: id.toLowerCase() })
  }

  /** Those that this transaction has written. */
  async listWritten(): Promise<OrderRecord[]> {
    return await this.#documents.touched()
  }

  /** Faults: 20000. */
  async get(customerId: string, id: string): Promise<OrderRecord> {
    const order = await this.find(customerId, id)
    if (order === undefined) throw fault(faults.orderNotFound)
    return order
  }

  /** Newest first, as the published answer; `until` leaves out later ones. */
  async list(
    customerId: string,
    filter: { readonly billingCycle?: string; readonly until: number },
  ): Promise<OrderRecord[]> {
    return await this.#documents.list({
      where: {
        customer: customerId,
        ...(filter.billingCycle === undefined ? {} : { billing_cycle: filter.billingCycle }),
      },
      range: { created: { atMost: filter.until } },
      orderBy: ['created', 'id'],
      descending: true,
    })
  }

  async listSince(customerId: string, since: number): Promise<OrderRecord[]> {
    return await this.#documents.list({
      where: { customer: customerId },
      range: { created: { above: since } },
    })
  }

  async countSince(customerId: string, since: number): Promise<number> {
    return await this.#documents.count({
      where: { customer: customerId },
      range: { created: { above: since } },
    })
  }

  async add(order: OrderRecord): Promise<OrderRecord> {
    return await this.#documents.insert(order)
  }

  async save(order: OrderRecord): Promise<OrderRecord> {
    return await this.#documents.update(order)
  }
}
