import type { Tenant } from '../../identity/principal.ts'
import type { Trx } from '../../store/trx.ts'
import { azurePlanSku } from '../azure/public.ts'
import { subscriptionTable } from '../subscriptions/public.ts'

/** How many Azure plans a partner has with all its customers: a limit of sandboxes. */
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
}
