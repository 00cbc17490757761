import type { BillingCycleType } from '@tenantry/contract/resources/cart.ts'
import type { Instant, PlainDate } from '../../../kernel/time.ts'
import { skuKey, type Catalogue, type PromotionHoldings } from '../../catalogue/products/public.ts'
import { itemMembers, priceOfDay, type SubscriptionRecord } from '../subscription/public.ts'

/** What a subscription renews to, with its price of the day. */
export interface NextItem {
  readonly item: ReturnType<typeof itemMembers>
  readonly quantity: number
  readonly termDuration: string
  readonly billingCycle: BillingCycleType
  readonly customTermEndDate: PlainDate | undefined
  readonly termPrice: string
  readonly listPrice: string
  readonly promotionId: string | undefined
}

/** The item of the next term: the instructions' if there are any; after an extension, what was before it. */
const wantedOf = (subscription: SubscriptionRecord) => {
  const { nextTerm, nextCharge, extension } = subscription
  const present = extension === undefined ? subscription : { ...subscription, ...extension }
  return nextTerm?.product ?? nextCharge?.product ?? present
}

/** True when a renewal looks at what the customer holds: only promotions ask for it. */
export function renewalAsksForHoldings(catalogue: Catalogue, subscription: SubscriptionRecord): boolean {
  const { productId, skuId, promotionId } = wantedOf(subscription)
  return promotionId !== undefined || catalogue.isPromoted(skuKey(productId, skuId))
}

export type Renewal = { readonly next: NextItem } | { readonly refused: 'notRenewable' | 'noPrice' }

/**
 * What comes after this term: the instructions if there are any, otherwise the same again, with the billing cycle that
 * was planned for the next charge; after an extended service term what was before it. What can no longer be sold does
 * not renew. The price is that of the day, a promotion stays only while it runs.
 * @see partner-center/developer/create-scheduled-changes
 */
export function planRenewal(
  catalogue: Catalogue,
  holdings: PromotionHoldings,
  subscription: SubscriptionRecord,
  now: Instant,
): Renewal {
  const { nextTerm, country, segment } = subscription
  const wanted = wantedOf(subscription)
  const place = { productId: wanted.productId, skuId: wanted.skuId, country, segment }
  const isSame = skuKey(wanted.productId, wanted.skuId) === skuKey(subscription.productId, subscription.skuId)
  const sellable = isSame ? catalogue.sellable(place) : catalogue.convertible(place)
  if (sellable === undefined || !sellable.sku.isRenewable || sellable.sku.isTrial)
    return { refused: 'notRenewable' }
  const { termDuration, billingCycle } = wanted
  const { isPurchasable } = sellable.availability
  if (isPurchasable && catalogue.saleHasEnded({ ...wanted, country, termDuration }))
    return { refused: 'notRenewable' }

  const quantity = nextTerm?.quantity ?? subscription.quantity
  const price = priceOfDay({ catalogue, holdings, now }, subscription, {
    productId: wanted.productId,
    skuId: wanted.skuId,
    termDuration,
    billingCycle,
    quantity,
    promotionId: wanted.promotionId,
    isWithoutPromotion: subscription.isTrial,
  })
  if (price === undefined) return { refused: 'noPrice' }
  const next = { quantity, termDuration, billingCycle, customTermEndDate: nextTerm?.customTermEndDate }
  return { next: { item: itemMembers(catalogue, sellable), ...next, ...price } }
}
