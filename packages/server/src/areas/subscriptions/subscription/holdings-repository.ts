import type { CustomerId } from '../../../kernel/ids.ts'
import { documentTable } from '../../../store/table.ts'
import type { Documents } from '../../../store/documents.ts'
import type { Trx } from '../../../store/trx.ts'
import type { PromotionHoldings, SkuKey } from '../../catalogue/products/public.ts'

/** What a customer's tenant holds of one SKU, over all partners: limits do not ask who sold it. */
export interface Holding {
  readonly customerId: CustomerId
  /** `productId:skuId`. */
  readonly sku: SkuKey
  version: number
  /** Seats of subscriptions that have not ended. */
  readonly seats: number
  /** Subscriptions that have not ended. */
  readonly subscriptions: number
  /** Subscriptions ever, the ended ones included. */
  readonly lifetime: number
  /** Uses of promotions of this SKU in the tenant's lifetime. */
  readonly redemptions: { readonly count: number; readonly seats: number }
}

export const holdingTable = documentTable<Holding>()({
  name: 'holding',
  shape: 1,
  tenancy: 'world',
  key: ['customer', 'sku'],
  row: (holding) => ({ customer: holding.customerId, sku: holding.sku }),
})

export interface HoldingChange {
  readonly seats?: number
  readonly subscriptions?: number
  readonly lifetime?: number
  readonly redemptions?: { readonly count: number; readonly seats: number }
}

/** Seat pools and counts of every tenant of the world. */
export class Holdings {
  readonly #documents: Documents<Holding>

  constructor(scope: { readonly trx: Trx }) {
    this.#documents = scope.trx.documents(holdingTable)
  }

  /** Zeros where the tenant never had the SKU. */
  async of(customerId: CustomerId, sku: SkuKey): Promise<Holding> {
    return (await this.#documents.find({ customer: customerId, sku })) ?? none(customerId, sku)
  }

  async list(customerId: CustomerId): Promise<Holding[]> {
    return await this.#documents.list({ where: { customer: customerId }, orderBy: ['sku'] })
  }

  async forPromotions(customerId: CustomerId): Promise<PromotionHoldings> {
    return promotionHoldingsOf(await this.list(customerId))
  }

  async change(customerId: CustomerId, sku: SkuKey, by: HoldingChange): Promise<void> {
    const known = await this.#documents.find({ customer: customerId, sku })
    const before = known ?? none(customerId, sku)
    const after = {
      ...before,
      seats: before.seats + (by.seats ?? 0),
      subscriptions: before.subscriptions + (by.subscriptions ?? 0),
      lifetime: before.lifetime + (by.lifetime ?? 0),
      redemptions: {
        count: before.redemptions.count + (by.redemptions?.count ?? 0),
        seats: before.redemptions.seats + (by.redemptions?.seats ?? 0),
      },
    }
    if (known === undefined) await this.#documents.insert(after)
    else await this.#documents.update(after)
  }
}

/** What promotion rules ask for. */
export const promotionHoldingsOf = (held: readonly Holding[]): PromotionHoldings => ({
  ownedSkus: held.filter((one) => one.subscriptions > 0).map((one) => one.sku),
  everOwnedSkus: held.filter((one) => one.lifetime > 0).map((one) => one.sku),
  redemptions: Object.fromEntries(held.map((one) => [one.sku, one.redemptions])),
})

const none = (customerId: CustomerId, sku: SkuKey): Holding => ({
  customerId,
  sku,
  version: 1,
  seats: 0,
  subscriptions: 0,
  lifetime: 0,
  redemptions: { count: 0, seats: 0 },
})
