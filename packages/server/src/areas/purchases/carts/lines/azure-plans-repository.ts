import type { Tenant } from '../../../../kernel/tenant.ts'
import type { Trx } from '../../../../store/trx.ts'
import { azurePlanSku } from '../../../subscriptions/azure/public.ts'
import { isLegacyAzure, subscriptionTable } from '../../../subscriptions/subscription/public.ts'

/** How much Azure a partner has with all its customers: a limit of sandboxes. */
export class AzurePlans {
  readonly #scope: { readonly trx: Trx; readonly tenant: Tenant }

  constructor(scope: { readonly trx: Trx; readonly tenant: Tenant }) {
    this.#scope = scope
  }

  async count(): Promise<number> {
    return await this.#scope.trx
      .documents(subscriptionTable, this.#scope.tenant)
      .count({ where: { product: azurePlanSku.productId, status: ['pending', 'active', 'suspended'] } })
  }

  /** Active subscriptions of Microsoft Azure of the older program, which have no product. */
  async countLegacy(): Promise<number> {
    const older = await this.#scope.trx
      .documents(subscriptionTable, this.#scope.tenant)
      .list({ where: { product: '', status: 'active' } })
    return older.filter(isLegacyAzure).length
  }
}
