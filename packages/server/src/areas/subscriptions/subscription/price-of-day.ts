import type { BillingCycleType } from '@tenantry/contract/resources/cart.ts'
import { decimal, formatDecimal, prorate } from '../../../kernel/decimal.ts'
import type { Instant } from '../../../kernel/time.ts'
import {
  bestPromotion,
  discountedPrice,
  findValidPromotion,
  type Catalogue,
  type PromotionHoldings,
  type PromotionLine,
} from '../../catalogue/products/public.ts'
import type { SubscriptionRecord } from './subscription.ts'

/** What is priced, for the customer and in the currency of a subscription. */
export interface PricedItem {
  readonly productId: string
  readonly skuId: string
  readonly termDuration: string
  readonly billingCycle: BillingCycleType
  readonly quantity: number
  /** Kept if the item may still have it; otherwise the best that applies by itself takes its place. */
  readonly promotionId?: string | undefined
  /** A trial that converts gets no promotion. @see partner-center/customers/offer-your-customers-trials */
  readonly isWithoutPromotion?: boolean
}

export interface PriceOfDay {
  /** One unit for the whole term, promotion deducted. */
  readonly termPrice: string
  /** The same before the promotion. */
  readonly listPrice: string
  readonly promotionId: string | undefined
}

export interface PriceSources {
  readonly catalogue: Catalogue
  readonly holdings: PromotionHoldings
  readonly now: Instant
}

/** Digits that a price converted into another currency keeps. */
const convertedDigits = 6

/**
 * The price of an item at this moment, as a renewal or a change of the term finds it. Undefined where the price list
 * has no row or no rate.
 */
export function priceOfDay(
  { catalogue, holdings, now }: PriceSources,
  subscription: SubscriptionRecord,
  item: PricedItem,
): PriceOfDay | undefined {
  const { country, segment, currency } = subscription
  const price = catalogue.priceOfSku({ ...item, country, segment })
  if (price === undefined) return undefined
  const rate = catalogue.exchangeRate(price.currency, currency)
  if (price.currency !== currency && rate === undefined) return undefined

  const line: PromotionLine = { ...item, country, segment }
  const kept =
    item.promotionId === undefined
      ? undefined
      : findValidPromotion(catalogue, item.promotionId, line, withoutFirstPurchase(holdings, line), now)
  const best = kept ?? bestPromotion(catalogue, line, holdings, now, price.unitPrice)
  const promotion = item.isWithoutPromotion === true ? undefined : best
  const unitPrice =
    promotion === undefined ? price.unitPrice : discountedPrice(promotion, line, price.unitPrice)
  const inCurrency = (amount: string): string =>
    price.currency === currency || rate === undefined ? amount : converted(amount, rate)
  return {
    termPrice: inCurrency(unitPrice),
    listPrice: inCurrency(price.unitPrice),
    promotionId: promotion?.id,
  }
}

/**
 * A promotion for first purchases is not lost by the subscription that was that purchase, nor by its own use
 * (assumed).
 */
const withoutFirstPurchase = (holdings: PromotionHoldings, line: PromotionLine): PromotionHoldings => ({
  ...holdings,
  everOwnedSkus: holdings.everOwnedSkus.filter((sku) => sku !== `${line.productId}:${line.skuId}`),
  redemptions: {},
})

const converted = (price: string, rate: { numerator: bigint; denominator: bigint }): string =>
  formatDecimal(prorate(decimal(price), rate.numerator, rate.denominator, convertedDigits, 'half-up'))
