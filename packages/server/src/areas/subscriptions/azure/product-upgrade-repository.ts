import type { Tenant } from '../../../kernel/tenant.ts'
import type { CustomerId } from '../../../kernel/ids.ts'
import { documentTable } from '../../../store/table.ts'
import type { Documents } from '../../../store/documents.ts'
import type { Trx } from '../../../store/trx.ts'
import type { ProductUpgradeRecord } from './product-upgrade.ts'

export const productUpgradeTable = documentTable<ProductUpgradeRecord>()({
  name: 'product_upgrade',
  shape: 1,
  tenancy: 'partner',
  key: ['id'],
  columns: { customer: 'text', attempt: 'bigint' },
  indexes: [['customer', 'attempt']],
  row: ({ id, customerId, attempt }) => ({ id, customer: customerId, attempt }),
})

/** The upgrades of one partner's customers. */
export class ProductUpgrades {
  readonly #documents: Documents<ProductUpgradeRecord>

  constructor(scope: { readonly trx: Trx; readonly tenant: Tenant }) {
    this.#documents = scope.trx.documents(productUpgradeTable, scope.tenant)
  }

  async find(id: string): Promise<ProductUpgradeRecord | undefined> {
    return await this.#documents.find({ id: id.toLowerCase() })
  }

  /** The customer's last one, which decides what can be bought and whether there can be another. */
  async latest(customerId: CustomerId): Promise<ProductUpgradeRecord | undefined> {
    const [latest] = await this.#documents.list({
      where: { customer: customerId },
      orderBy: ['attempt'],
      descending: true,
      limit: 1,
    })
    return latest
  }

  async add(upgrade: ProductUpgradeRecord): Promise<ProductUpgradeRecord> {
    return await this.#documents.insert(upgrade)
  }

  async save(upgrade: ProductUpgradeRecord): Promise<ProductUpgradeRecord> {
    return await this.#documents.update(upgrade)
  }
}
