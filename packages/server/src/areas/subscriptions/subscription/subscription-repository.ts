import { fault } from '@tenantry/contract/faults/fault.ts'
import { faults } from '@tenantry/contract/faults/index.ts'
import type { Tenant } from '../../../kernel/tenant.ts'
import type { CustomerId, OrderId, SubscriptionId } from '../../../kernel/ids.ts'
import { documentTable } from '../../../store/table.ts'
import type { Documents } from '../../../store/documents.ts'
import type { Trx } from '../../../store/trx.ts'
import type { SubscriptionRecord } from './subscription.ts'

export const subscriptionTable = documentTable<SubscriptionRecord>()({
  name: 'subscription',
  shape: 1,
  tenancy: 'partner',
  key: ['customer', 'id'],
  columns: {
    created: 'bigint',
    order_id: 'text',
    partner_on_record: 'text',
    parent: 'text',
    product: 'text',
    sku: 'text',
    status: 'text',
  },
  indexes: [
    ['customer', 'created', 'id'],
    ['customer', 'order_id', 'created', 'id'],
    ['customer', 'partner_on_record', 'created', 'id'],
    ['customer', 'parent', 'created', 'id'],
  ],
  row: (subscription) => ({
    customer: subscription.customerId,
    id: subscription.id,
    created: subscription.createdAt,
    order_id: subscription.orderId,
    partner_on_record: subscription.partnerId ?? '',
    parent: subscription.parentSubscriptionId ?? '',
    product: subscription.productId,
    sku: subscription.skuId,
    status: subscription.status,
  }),
})

export interface SubscriptionFilter {
  readonly orderId?: OrderId
  readonly partnerId?: string
  readonly parentSubscriptionId?: SubscriptionId
  readonly productId?: string
  readonly skuId?: string
  readonly status?: readonly SubscriptionRecord['status'][]
}

/** The subscriptions of one partner's customers. */
export class Subscriptions {
  readonly #documents: Documents<SubscriptionRecord>

  constructor(scope: { readonly trx: Trx; readonly tenant: Tenant }) {
    this.#documents = scope.trx.documents(subscriptionTable, scope.tenant)
  }

  async find(customerId: CustomerId, id: SubscriptionId): Promise<SubscriptionRecord | undefined> {
    return await this.#documents.find({ customer: customerId, id: id.toLowerCase() })
  }

  /** Faults with 20003 when the customer has no such subscription. */
  async get(customerId: CustomerId, id: SubscriptionId): Promise<SubscriptionRecord> {
    const found = await this.find(customerId, id)
    if (found === undefined) throw fault(faults.subscriptionNotFound, { subscriptionId: id })
    return found
  }

  /** Oldest first. An offset is counted in the index, and the page read from there on. */
  async list(
    customerId: CustomerId,
    filter: SubscriptionFilter = {},
    page: { readonly size?: number; readonly offset?: number } = {},
  ): Promise<SubscriptionRecord[]> {
    const query = { where: conditions(customerId, filter), orderBy: ['created', 'id'] }
    const { size, offset = 0 } = page
    const after = offset === 0 ? undefined : await this.#documents.placeAt(query, offset - 1)
    if (offset > 0 && after === undefined) return []
    return await this.#documents.list({
      ...query,
      ...(after === undefined ? {} : { after }),
      ...(size === undefined ? {} : { limit: size }),
    })
  }

  /** Those that this transaction has written. */
  async listWritten(): Promise<SubscriptionRecord[]> {
    return await this.#documents.touched()
  }

  async count(customerId: CustomerId, filter: SubscriptionFilter = {}): Promise<number> {
    return await this.#documents.count({ where: conditions(customerId, filter) })
  }

  async add(subscription: SubscriptionRecord): Promise<SubscriptionRecord> {
    return await this.#documents.insert(subscription)
  }

  /** Stores a changed subscription and counts its version up, of which the ETag is made. */
  async save(subscription: SubscriptionRecord): Promise<SubscriptionRecord> {
    return await this.#documents.update(subscription)
  }
}

const conditions = (customerId: CustomerId, filter: SubscriptionFilter) => ({
  customer: customerId,
  ...(filter.orderId === undefined ? {} : { order_id: filter.orderId }),
  ...(filter.partnerId === undefined ? {} : { partner_on_record: filter.partnerId }),
  ...(filter.parentSubscriptionId === undefined ? {} : { parent: filter.parentSubscriptionId }),
  ...(filter.productId === undefined ? {} : { product: filter.productId }),
  ...(filter.skuId === undefined ? {} : { sku: filter.skuId }),
  ...(filter.status === undefined ? {} : { status: filter.status }),
})
