import type { Tenant } from '../../../kernel/tenant.ts'
import type { Instant } from '../../../kernel/time.ts'
import { documentTable } from '../../../store/table.ts'
import type { Documents } from '../../../store/documents.ts'
import type { Trx } from '../../../store/trx.ts'

/** That the inventory of a SKU was asked for, for one customer and one Azure region. The last time counts. */
export interface InventoryCheck {
  version: number
  readonly customerId: string
  readonly productId: string
  readonly skuId: string
  /** In lower case; empty where the SKU asks for no region. */
  readonly armRegionName: string
  readonly at: Instant
}

export const inventoryCheckTable = documentTable<InventoryCheck>()({
  name: 'inventory_check',
  shape: 1,
  tenancy: 'partner',
  key: ['customer', 'sku', 'region'],
  row: ({ customerId, productId, skuId, armRegionName }) => ({
    customer: customerId,
    sku: `${productId}:${skuId}`,
    region: armRegionName,
  }),
})

/** What one partner has asked for. */
export class InventoryChecks {
  readonly #documents: Documents<InventoryCheck>

  constructor(scope: { readonly trx: Trx; readonly tenant: Tenant }) {
    this.#documents = scope.trx.documents(inventoryCheckTable, scope.tenant)
  }

  async note(check: Omit<InventoryCheck, 'version'>): Promise<void> {
    await this.#documents.put({ version: 1, ...check })
  }

  async list(customerId: string): Promise<InventoryCheck[]> {
    return await this.#documents.list({ where: { customer: customerId } })
  }
}
