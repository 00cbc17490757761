import type { BillingCycleType } from '@tenantry/contract/resources/cart.ts'
import { decimal, formatDecimal, prorate } from '../../../kernel/decimal.ts'
import type { Instant } from '../../../kernel/time.ts'
import {
  bestPromotion,
  discountedPrice,
  findValidPromotion,
  type Catalogue,
  type Promotion,
  type PromotionHoldings,
  type PromotionLine,
} from '../../catalogue/products/public.ts'
import type { SubscriptionRecord } from '../subscription/public.ts'
import type { TargetOffer } from './eligibility/offer-rules.ts'

/** What the moved seats will be bought as. */
export interface TargetPlan {
  readonly offer: Pick<TargetOffer, 'productId' | 'skuId'>
  readonly termDuration: string
  readonly billingCycle: BillingCycleType
  readonly quantity: number
}

/** Of one unit for the whole term, with the promotion and before it. */
export interface TargetPrice {
  readonly termPrice: string
  readonly listPrice: string
}

/** Digits kept when a price list of another currency is converted. */
const convertedDigits = 6

/**
 * The price of one unit for the whole term, in the currency that the source is billed in, or undefined where the price
 * list has none. A promotion is looked up by its id, whether or not it is still valid: it was at the start.
 */
export function targetTermPrice(
  catalogue: Catalogue,
  source: SubscriptionRecord,
  plan: TargetPlan,
  promotionId: string | undefined,
): TargetPrice | undefined {
  const price = listPrice(catalogue, source, plan)
  if (price === undefined) return undefined
  const promotion = promotionId === undefined ? undefined : catalogue.findPromotion(promotionId)
  const reduced =
    promotion === undefined
      ? price.unitPrice
      : discountedPrice(promotion, promotionLine(source, plan), price.unitPrice)
  const rate = catalogue.exchangeRate(price.currency, source.currency)
  if (rate === undefined) return undefined
  const inCurrency = (amount: string): string =>
    rate.numerator === rate.denominator
      ? amount
      : formatDecimal(prorate(decimal(amount), rate.numerator, rate.denominator, convertedDigits, 'half-up'))
  return { termPrice: inCurrency(reduced), listPrice: inCurrency(price.unitPrice) }
}

/**
 * The promotion of a new target: the one asked for, else the best of those that apply by themselves. Undefined where an
 * asked one may not be had, too.
 * @see partner-center/developer/new-commerce-promotions
 */
export function promotionForTarget(
  catalogue: Catalogue,
  source: SubscriptionRecord,
  plan: TargetPlan,
  asked: string | undefined,
  holdings: PromotionHoldings,
  now: Instant,
): Promotion | undefined {
  // A conversion of a trial takes no promotion. @see partner-center/customers/offer-your-customers-trials
  if (source.isTrial) return undefined
  const line = promotionLine(source, plan)
  if (asked !== undefined) return findValidPromotion(catalogue, asked, line, holdings, now)
  const price = listPrice(catalogue, source, plan)
  return price === undefined ? undefined : bestPromotion(catalogue, line, holdings, now, price.unitPrice)
}

const listPrice = (catalogue: Catalogue, source: SubscriptionRecord, plan: TargetPlan) =>
  catalogue.priceOfSku({
    productId: plan.offer.productId,
    skuId: plan.offer.skuId,
    country: source.country,
    segment: source.segment,
    termDuration: plan.termDuration,
    billingCycle: plan.billingCycle,
  })

const promotionLine = (source: SubscriptionRecord, plan: TargetPlan): PromotionLine => ({
  productId: plan.offer.productId,
  skuId: plan.offer.skuId,
  country: source.country,
  segment: source.segment,
  termDuration: plan.termDuration,
  billingCycle: plan.billingCycle,
  quantity: plan.quantity,
})
