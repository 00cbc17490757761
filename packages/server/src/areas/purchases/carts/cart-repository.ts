import { fault } from '@tenantry/contract/faults/fault.ts'
import { faults } from '@tenantry/contract/faults/index.ts'
import type { Tenant } from '../../../kernel/tenant.ts'
import { documentTable } from '../../../store/table.ts'
import type { Documents } from '../../../store/documents.ts'
import type { Trx } from '../../../store/trx.ts'
import type { CartRecord } from './cart.ts'

export const cartTable = documentTable<CartRecord>()({
  name: 'cart',
  shape: 1,
  tenancy: 'partner',
  key: ['customer', 'id'],
  columns: { submitting_until: 'bigint' },
  indexes: [['customer', 'submitting_until']],
  row: (cart) => ({ customer: cart.customerId, id: cart.id, submitting_until: cart.submittingUntil ?? null }),
})

/** The carts of one partner's customers. */
export class Carts {
  readonly #documents: Documents<CartRecord>

  constructor(scope: { readonly trx: Trx; readonly tenant: Tenant }) {
    this.#documents = scope.trx.documents(cartTable, scope.tenant)
  }

  async find(customerId: string, id: string): Promise<CartRecord | undefined> {
    return await this.#documents.find({ customer: customerId, id: id.toLowerCase() })
  }

  /** Faults: 800008. */
  async get(customerId: string, id: string): Promise<CartRecord> {
    const cart = await this.find(customerId, id)
    if (cart === undefined) throw fault(faults.cartNotFound)
    return cart
  }

  /** Carts whose orders are being written at `now`. */
  async listSubmitting(customerId: string, now: number): Promise<CartRecord[]> {
    return await this.#documents.list({
      where: { customer: customerId },
      range: { submitting_until: { above: now } },
    })
  }

  async add(cart: CartRecord): Promise<CartRecord> {
    return await this.#documents.insert(cart)
  }

  async save(cart: CartRecord): Promise<CartRecord> {
    return await this.#documents.update(cart)
  }
}
