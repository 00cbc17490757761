import {
  bestPromotion,
  discountedPrice,
  promotionProblems,
  type Promotion,
  type PromotionHoldings,
  type PromotionLine,
  type SellableItem,
} from '../../../catalogue/products/public.ts'
import type { RequestedLine } from '../cart.ts'
import type { PurchaseContext } from './purchase-context.ts'

export interface ChosenPromotion {
  readonly id: string
  /** One unit for the whole term, exact, in the price list's currency. */
  readonly unitPrice: string
}

/** A promotion that an earlier line of the same request uses up in part. */
export interface EarlierUse {
  readonly promotionId: string
  readonly quantity: number
}

/**
 * The promotion of a line: the one the client asked for, or the best that applies by itself. One that was asked for and
 * is not to be had makes the line wrong; without a wish the line is simply sold at the list price.
 * @see partner-center/developer/create-a-cart
 */
export function choosePromotion(
  context: Pick<PurchaseContext, 'catalogue' | 'promotionHoldings' | 'now'>,
  line: RequestedLine,
  item: SellableItem,
  listPrice: string | undefined,
  earlier: readonly EarlierUse[],
): { chosen: 'none' | 'applies' | 'invalid'; promotion: ChosenPromotion | undefined } {
  const { catalogue, now } = context
  const wanted = promotionLine(line, item)
  const holdings = withEarlierUses(context.promotionHoldings, earlier)
  if (line.promotionId === undefined) {
    const best =
      listPrice === undefined ? undefined : bestPromotion(catalogue, wanted, holdings, now, listPrice)
    return { chosen: 'none', promotion: best && priced(best, wanted, listPrice) }
  }
  const asked = catalogue.findPromotion(line.promotionId)
  const applies = asked !== undefined && promotionProblems(asked, wanted, holdings, now).length === 0
  return applies
    ? { chosen: 'applies', promotion: priced(asked, wanted, listPrice) }
    : { chosen: 'invalid', promotion: undefined }
}

const priced = (
  promotion: Promotion,
  line: PromotionLine,
  listPrice: string | undefined,
): ChosenPromotion => ({
  id: promotion.id,
  unitPrice: discountedPrice(promotion, line, listPrice ?? '0'),
})

const promotionLine = (line: RequestedLine, { product, sku, availability }: SellableItem): PromotionLine => ({
  productId: product.id,
  skuId: sku.id,
  country: availability.country,
  segment: availability.segment,
  termDuration: line.termDuration ?? '',
  billingCycle: line.billingCycle ?? 'none',
  quantity: line.quantity,
})

/** Uses are counted by the promotion's `product:sku`: its last part is reissued. */
function withEarlierUses(holdings: PromotionHoldings, earlier: readonly EarlierUse[]): PromotionHoldings {
  if (earlier.length === 0) return holdings
  const redemptions: Record<string, { count: number; seats: number }> = { ...holdings.redemptions }
  for (const { promotionId, quantity } of earlier) {
    const key = promotionId.split(':').slice(0, 2).join(':')
    const before = redemptions[key] ?? { count: 0, seats: 0 }
    redemptions[key] = { count: before.count + 1, seats: before.seats + quantity }
  }
  return { ...holdings, redemptions }
}
