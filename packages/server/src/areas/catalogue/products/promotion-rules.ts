import { compareDecimals, decimal, multiplyDecimals, plus, formatDecimal } from '../../../kernel/decimal.ts'
import type { Instant } from '../../../kernel/time.ts'
import {
  skuKey,
  type Catalogue,
  type PromotedProduct,
  type Promotion,
  type PromotionHoldings,
  type PromotionLine,
} from './catalogue.ts'
import { promotionKey } from './shipped.ts'
import { isInWindow } from './world-catalogue.ts'

/** Why a line cannot have a promotion, by the published names. */
export type PromotionProblem =
  | { readonly type: 'InvalidPromotion' }
  | {
      readonly type: 'Term'
      readonly eligibleTerms: readonly { readonly duration: string; readonly billingCycle: string }[]
    }
  | { readonly type: 'PrerequisiteProductOwnership' }
  | { readonly type: 'OfferPurchasedPreviously' }
  | {
      readonly type: 'RedemptionLimit'
      readonly maxPromotionRedemptionCount: number
      readonly remainingPromotionRedemptionCount: number
    }
  | {
      readonly type: 'SeatCount'
      readonly minimumRequiredSeats: number
      readonly maximumRequiredSeats: number
      readonly availableSeats: number
    }

/**
 * Every reason against the promotion, in the order in which the page lists them. Seats and redemptions count over all
 * partners of the customer, by the `product:sku` of the promotion.
 * @see partner-center/developer/verify-promotion-eligibility
 */
export function promotionProblems(
  promotion: Promotion,
  line: PromotionLine,
  holdings: PromotionHoldings,
  now: Instant,
): PromotionProblem[] {
  if (!isOfferedFor(promotion, line, now)) return [{ type: 'InvalidPromotion' }]
  const used = holdings.redemptions[promotionKey(promotion.id)] ?? { count: 0, seats: 0 }
  return [
    ...termProblem(promotion, line),
    ...ownershipProblem(promotion, holdings),
    ...firstPurchaseProblem(promotion, line, holdings),
    ...redemptionProblem(promotion, used.count),
    ...seatProblem(promotion, line, used.seats),
  ]
}

/** The item, the market and the segment are the promotion's and it runs now. */
const isOfferedFor = (promotion: Promotion, line: PromotionLine, now: Instant): boolean =>
  promotion.requiredProducts.some((item) => isItem(item, line)) &&
  promotion.segment === line.segment &&
  promotion.countries.includes(line.country) &&
  isInWindow(promotion, now)

const isItem = (item: PromotedProduct, line: PromotionLine): boolean =>
  item.productId === line.productId && item.skuId === line.skuId

const isPromoted = (item: PromotedProduct, line: PromotionLine): boolean =>
  isItem(item, line) && item.termDuration === line.termDuration && item.billingCycle === line.billingCycle

function termProblem(promotion: Promotion, line: PromotionLine): PromotionProblem[] {
  if (promotion.requiredProducts.some((item) => isPromoted(item, line))) return []
  const eligibleTerms = promotion.requiredProducts
    .filter((item) => isItem(item, line))
    .map((item) => ({ duration: item.termDuration, billingCycle: item.billingCycle }))
  return [{ type: 'Term', eligibleTerms }]
}

/** The outer list is AND, the inner one OR (assumed; the samples have one entry in each). */
function ownershipProblem(promotion: Promotion, holdings: PromotionHoldings): PromotionProblem[] {
  const isMet = promotion.ownedProducts.every((group) =>
    group.some((key) => holdings.ownedSkus.includes(key)),
  )
  return isMet ? [] : [{ type: 'PrerequisiteProductOwnership' }]
}

function firstPurchaseProblem(
  promotion: Promotion,
  line: PromotionLine,
  holdings: PromotionHoldings,
): PromotionProblem[] {
  const wasOwned = holdings.everOwnedSkus.includes(skuKey(line.productId, line.skuId))
  return promotion.isFirstPurchaseOnly && wasOwned ? [{ type: 'OfferPurchasedPreviously' }] : []
}

function redemptionProblem(promotion: Promotion, count: number): PromotionProblem[] {
  const max = promotion.maxRedemptions
  if (max === undefined || count < max) return []
  return [
    {
      type: 'RedemptionLimit',
      maxPromotionRedemptionCount: max,
      remainingPromotionRedemptionCount: Math.max(0, max - count),
    },
  ]
}

function seatProblem(promotion: Promotion, line: PromotionLine, seats: number): PromotionProblem[] {
  if (promotion.seats === undefined) return []
  const { min, max } = promotion.seats
  const available = Math.max(0, max - seats)
  if (line.quantity >= min && line.quantity <= available) return []
  return [
    { type: 'SeatCount', minimumRequiredSeats: min, maximumRequiredSeats: max, availableSeats: available },
  ]
}

/** The promotion with that id, if the line may have it; an order that names another one is refused with 27007. */
export function findValidPromotion(
  catalogue: Catalogue,
  promotionId: string,
  line: PromotionLine,
  holdings: PromotionHoldings,
  now: Instant,
): Promotion | undefined {
  const promotion = catalogue.findPromotion(promotionId)
  if (promotion === undefined) return undefined
  return promotionProblems(promotion, line, holdings, now).length === 0 ? promotion : undefined
}

/** The promotions of the line's item that run now in its market. */
export const promotionsOfItem = (catalogue: Catalogue, line: PromotionLine): Promotion[] =>
  catalogue
    .promotions({ country: line.country, segment: line.segment })
    .filter((promotion) => promotion.requiredProducts.some((item) => isItem(item, line)))

/**
 * The promotion that a line gets by itself: of those that it may have the one with the lowest price, ties by id
 * (assumed; the page only says that one is applied).
 * @see partner-center/developer/new-commerce-promotions
 */
export function bestPromotion(
  catalogue: Catalogue,
  line: PromotionLine,
  holdings: PromotionHoldings,
  now: Instant,
  unitPrice: string,
): Promotion | undefined {
  return promotionsOfItem(catalogue, line)
    .filter((promotion) => promotion.isAutoApplicable)
    .filter((promotion) => promotionProblems(promotion, line, holdings, now).length === 0)
    .map((promotion) => ({ promotion, price: decimal(discountedPrice(promotion, line, unitPrice)) }))
    .sort((a, b) => compareDecimals(a.price, b.price) || (a.promotion.id < b.promotion.id ? -1 : 1))[0]
    ?.promotion
}

/** The unit price for the whole term under the promotion, exact; the list price where it is not for that term. */
export function discountedPrice(
  promotion: Promotion,
  line: Pick<PromotionLine, 'productId' | 'skuId' | 'termDuration' | 'billingCycle'>,
  unitPrice: string,
): string {
  const item = promotion.requiredProducts.find(
    (candidate) =>
      candidate.productId === line.productId &&
      candidate.skuId === line.skuId &&
      candidate.termDuration === line.termDuration &&
      candidate.billingCycle === line.billingCycle,
  )
  if (item === undefined) return unitPrice
  if (item.policyType === 'FlatRate') return item.value
  const share = decimal(item.value)
  const rest = plus(decimal('1'), { unscaled: -share.unscaled, scale: share.scale })
  return formatDecimal(multiplyDecimals(decimal(unitPrice), rest))
}
