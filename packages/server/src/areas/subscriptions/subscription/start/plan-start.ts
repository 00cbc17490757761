import type { BillingCycleType } from '@tenantry/contract/resources/cart.ts'
import type { CustomerId, OrderId, SubscriptionId } from '../../../../kernel/ids.ts'
import { dateOf, type Instant, type PlainDate } from '../../../../kernel/time.ts'
import {
  skuKey,
  type Catalogue,
  type ProductFamily,
  type SellableItem,
} from '../../../catalogue/products/public.ts'
import { charge, type Charge, type LineRounding } from '../../../books/ledger/public.ts'
import {
  lotIsReducibleUntil,
  openWindow,
  type CancellationWindow,
  type CancellationWindows,
} from '../cancellation.ts'
import { chargeableOf, isChargedByCycle } from '../pricing.ts'
import { cycleOf, type NextTermInstructions, type SubscriptionRecord } from '../subscription.ts'
import { termDays, type TermDays } from '../term.ts'

/** One line of an order, or the new side of a transition. Everything was checked before. */
export interface StartSubscription {
  readonly customerId: CustomerId
  readonly orderId: OrderId
  readonly lineNumber: number
  readonly item: SellableItem
  readonly quantity: number
  readonly termDuration: string
  readonly billingCycle: BillingCycleType
  /** One unit for the whole full-length term, promotion deducted: an exact decimal. */
  readonly termPrice: string
  /** The same before the promotion. */
  readonly listPrice?: string | undefined
  readonly currency: string
  readonly promotionId?: string | undefined
  readonly customTermEndDate?: PlainDate | undefined
  readonly friendlyName?: string | undefined
  readonly partnerId?: string | undefined
  readonly parentSubscriptionId?: SubscriptionId | undefined
  /** Only a trial can be bought with it. */
  readonly nextTerm?: NextTermInstructions | undefined
  readonly autoRenewEnabled?: boolean | undefined
  /** An Azure plan that is bought to take Azure subscriptions over comes without one of its own. */
  readonly withoutEntitlement?: boolean | undefined
  /** What it was in the older program, and when the migration lets the first term end. */
  readonly migration?: { readonly fromSubscriptionId: string; readonly commitmentEnd: PlainDate } | undefined
  /** The new side of a transition, which has the charges of both sides. */
  readonly transition?: {
    /** Given when the new subscription ends and is billed on the days of its source. */
    readonly alongside?: SubscriptionRecord | undefined
    /** What is left of the source's window to cancel; absent where it opens none. */
    readonly window?: CancellationWindow | undefined
  }
}

/** The world that a subscription starts in. */
export interface Beginning {
  readonly id: SubscriptionId
  readonly now: Instant
  readonly catalogue: Catalogue
  readonly windows: CancellationWindows
  readonly rounding: LineRounding
  /** Its seats are there at once. */
  readonly isFulfilled: boolean
}

/** What a start comes to, before anything of it is kept. */
export interface StartPlan {
  readonly subscription: SubscriptionRecord
  readonly charges: readonly Charge[]
}

/** Works a start out. */
export function planStart(start: StartSubscription, beginning: Beginning): StartPlan {
  const subscription = newSubscription(start, beginning)
  if (start.transition !== undefined) return { subscription, charges: [] }
  const event = start.migration === undefined ? 'purchase' : 'migration'
  return { subscription, charges: firstCharges(subscription, event, beginning.rounding) }
}

/** What the first cycle of a purchase costs. An Azure plan is paid by what is used. */
export function firstCharges(
  subscription: SubscriptionRecord,
  event: 'purchase' | 'migration' | 'activation',
  rounding: LineRounding,
): Charge[] {
  if (subscription.productFamily === 'azurePlan') return []
  const cycle = cycleOf(subscription, subscription.termStart)
  return [charge(chargeableOf(subscription, rounding), event, subscription.quantity, cycle)]
}

function newSubscription(start: StartSubscription, beginning: Beginning): SubscriptionRecord {
  const { product, sku, availability } = start.item
  const { now, catalogue, isFulfilled } = beginning
  const today = dateOf(now)
  const nextTerm = sku.isTrial ? (start.nextTerm ?? paidEquivalent(catalogue, start)) : undefined
  const awaitsActivation = product.family === 'saas' && !product.isMicrosoftProduct
  const isActive = isFulfilled && !awaitsActivation
  const subscription: SubscriptionRecord = {
    id: beginning.id,
    version: 1,
    commerce: 'nce',
    customerId: start.customerId,
    orderId: start.orderId,
    lineNumber: start.lineNumber,
    ...itemMembers(catalogue, start.item),
    country: availability.country,
    segment: availability.segment,
    friendlyName: start.friendlyName ?? sku.title,
    quantity: start.quantity,
    seatLots: [],
    status: isActive ? 'active' : 'pending',
    statusSince: today,
    suspensionReasons: [],
    createdAt: now,
    effectiveStart: now,
    ...termMembers(start, today),
    autoRenewEnabled:
      start.autoRenewEnabled ?? (sku.isTrial ? nextTerm !== undefined : renewsByDefault(start.item)),
    nextTerm,
    termPrice: start.termPrice,
    listPrice: start.listPrice ?? start.termPrice,
    currency: start.currency,
    promotionId: start.promotionId,
    partnerId: start.partnerId,
    parentSubscriptionId: start.parentSubscriptionId,
    azureEntitlements: start.withoutEntitlement === true ? [] : undefined,
    migratedFromSubscriptionId: start.migration?.fromSubscriptionId,
    fulfilment: isFulfilled ? 'completed' : 'pending',
    awaitsActivation: awaitsActivation ? true : undefined,
    updateCount: 0,
  }
  return withWindow(subscription, start, beginning)
}

/** @see partner-center/developer/subscription-resources */
const unitTypes: Partial<Record<ProductFamily, string>> = {
  azurePlan: 'Usage-based',
  savingsPlan: 'Benefit',
}

/** What a subscription repeats of its product; used again when a transition replaces the product. */
export function itemMembers(catalogue: Catalogue, { product, sku, availability }: SellableItem) {
  return {
    productId: product.id,
    skuId: sku.id,
    availabilityId: availability.id,
    offerName: sku.title,
    productFamily: product.family,
    productType: product.productType.id,
    publisherName: product.publisherName,
    isMicrosoftProduct: product.isMicrosoftProduct,
    isTrial: sku.isTrial,
    isAddOn: sku.isAddon,
    hasPurchasableAddOns: catalogue.hasAddOns(skuKey(product.id, sku.id)),
    consumptionType: sku.consumptionType,
    provisioningId: sku.provisioningId,
    unitType: unitTypes[product.family] ?? 'Licenses',
  }
}

/** The older program keeps no cycles. */
const daysOf = ({
  commerce,
  termStart,
  commitmentEnd,
  termDuration,
  cycleAnchor,
}: SubscriptionRecord): TermDays =>
  commerce === 'legacy'
    ? termDays(termStart, termDuration, commitmentEnd)
    : { termStart, commitmentEnd, cycleAnchor }

/** A partial transition keeps the source's anchor day and end, a custom one as such; the others start a term today. */
function termMembers(start: StartSubscription, today: PlainDate) {
  const source = start.transition?.alongside
  const { termDuration, billingCycle, customTermEndDate } = start
  const days =
    source === undefined
      ? termDays(today, termDuration, start.migration?.commitmentEnd ?? customTermEndDate)
      : daysOf(source)
  return {
    ...days,
    termDuration,
    billingCycle,
    customTermEndDate: customTermEndDate ?? source?.customTermEndDate,
    chargedThrough: days.commitmentEnd,
  }
}

function withWindow(
  subscription: SubscriptionRecord,
  start: StartSubscription,
  { now, windows }: Beginning,
): SubscriptionRecord {
  const isMoved = start.transition !== undefined
  const window = isMoved ? start.transition?.window : openWindow(subscription, now, windows)
  const charged = isChargedByCycle(subscription)
    ? cycleOf(subscription, dateOf(now)).end
    : subscription.commitmentEnd
  return {
    ...subscription,
    chargedThrough: charged,
    cancellation: window,
    seatLots: [
      {
        quantity: subscription.quantity,
        addedAt: now,
        source: isMoved ? 'transition' : 'purchase',
        reducibleUntil: isMoved ? null : lotIsReducibleUntil(window, now),
      },
    ],
  }
}

/** Usage, reservations and perpetual licences do not renew by themselves. */
const renewsByDefault = ({ product, sku }: SellableItem): boolean =>
  sku.isRenewable && ['license', 'software', 'saas'].includes(product.family)

/**
 * What a trial turns into unless told otherwise: its paid equivalent for a year, billed monthly.
 * @see partner-center/customers/offer-your-customers-trials
 */
function paidEquivalent(catalogue: Catalogue, start: StartSubscription): NextTermInstructions | undefined {
  const { availability } = start.item
  const paid = catalogue.findSkuByKey(start.item.sku.conversions[0] ?? '')
  const { country, segment } = availability
  const target = paid && catalogue.sellable({ productId: paid.productId, skuId: paid.id, country, segment })
  if (target === undefined) return undefined
  return {
    product: {
      productId: target.product.id,
      skuId: target.sku.id,
      availabilityId: target.availability.id,
      billingCycle: 'monthly',
      termDuration: 'P1Y',
    },
    quantity: start.quantity,
  }
}
