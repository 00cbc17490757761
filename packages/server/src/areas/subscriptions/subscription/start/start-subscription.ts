import type { BillingCycleType } from '@tenantry/contract/resources/cart.ts'
import { fulfilment, fulfilmentLatency } from '../../../../collaborators/purchases/fulfilment.ts'
import { marketplace } from '../../../../collaborators/purchases/marketplace.ts'
import type { CustomerId, OrderId, SubscriptionId } from '../../../../kernel/ids.ts'
import type { Scope } from '../../../../work/scope.ts'
import { addDuration, dateOf, instant, hourMs, type PlainDate } from '../../../../kernel/time.ts'
import { catalogueOf, skuKey, type Catalogue, type SellableItem } from '../../../catalogue/products/public.ts'
import { charge, writeCharges } from '../../../books/ledger/public.ts'
import { planNext } from '../agenda.ts'
import { withFirstEntitlement } from '../azure-entitlements.ts'
import { cancellationWindows, lotIsReducibleUntil, openWindow } from '../cancellation.ts'
import { moveHoldings } from '../change-subscription.ts'
import { Holdings } from '../holdings-repository.ts'
import { chargeableOf, isChargedByCycle } from '../pricing.ts'
import { cycleOf, isAzurePlan, type NextTermInstructions, type SubscriptionRecord } from '../subscription.ts'
import { Subscriptions } from '../subscription-repository.ts'
import { naturalEnd } from '../term.ts'

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
  /** The new side of a transition: no window to cancel, and the caller writes the charges. */
  readonly transition?: {
    /** Given when the new subscription ends and is billed on the days of its source. */
    readonly alongside?: SubscriptionRecord | undefined
  }
}

/** Makes the subscription of an order line: record, seats, charge, plan, fulfilment, event. */
export async function startSubscription(scope: Scope, start: StartSubscription): Promise<SubscriptionRecord> {
  const latency = fulfilmentLatency(
    scope.collaborator(fulfilment),
    skuKey(start.item.product.id, start.item.sku.id),
  )
  const subscription = await new Subscriptions(scope).add(newSubscription(scope, start, latency === 'PT0S'))

  await moveHoldings(scope, undefined, subscription)
  if (subscription.promotionId !== undefined) await redeem(scope, subscription)
  if (start.transition === undefined && subscription.productFamily !== 'azurePlan') {
    const cycle = cycleOf(subscription, subscription.termStart)
    await writeCharges(scope, [charge(chargeableOf(subscription), 'new', subscription.quantity, cycle)])
  }
  await planNext(scope, subscription)
  if (subscription.fulfilment === 'pending') await planFulfilment(scope, subscription, latency)
  if (subscription.awaitsActivation === true) await planActivation(scope, subscription)
  await announceCreated(scope, subscription)
  return subscription
}

export const announceCreated = (scope: Scope, subscription: SubscriptionRecord): Promise<void> =>
  scope.announce({
    type: 'subscription-created',
    customerId: subscription.customerId,
    subject: subscription.id,
    details: { orderId: subscription.orderId, status: subscription.status },
  })

/** While fulfilment is paused the job asks again every hour. */
export async function planFulfilment(
  scope: Scope,
  subscription: SubscriptionRecord,
  latency: string | undefined,
): Promise<void> {
  const dueAt = latency === undefined ? instant(scope.now + hourMs) : addDuration(scope.now, latency)
  const { customerId: customer, id: subject } = subscription
  await scope.agenda.schedule({ dueAt, kind: 'complete-fulfilment', customer, subject })
}

/** In production the customer does it, sooner or later. */
async function planActivation(scope: Scope, { customerId, id }: SubscriptionRecord): Promise<void> {
  const { activatesAfter } = scope.collaborator(marketplace)
  if (scope.principal.partner.environment === 'sandbox' || activatesAfter === undefined) return
  const dueAt = addDuration(scope.now, activatesAfter)
  await scope.agenda.schedule({ dueAt, kind: 'activate-subscription', customer: customerId, subject: id })
}

async function redeem(
  scope: Scope,
  { customerId, promotionId = '', quantity }: SubscriptionRecord,
): Promise<void> {
  const [productId = '', skuId = ''] = promotionId.split(':')
  await new Holdings(scope).change(customerId, skuKey(productId, skuId), {
    redemptions: { count: 1, seats: quantity },
  })
}

function newSubscription(scope: Scope, start: StartSubscription, isFulfilled: boolean): SubscriptionRecord {
  const { product, sku, availability } = start.item
  const { now } = scope
  const today = dateOf(now)
  const catalogue = catalogueOf(scope)
  const nextTerm = sku.isTrial ? (start.nextTerm ?? paidEquivalent(catalogue, start)) : undefined
  const awaitsActivation = product.family === 'saas' && !product.isMicrosoftProduct
  const isActive = isFulfilled && !awaitsActivation
  const subscription: SubscriptionRecord = {
    id: scope.newId(),
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
  const made = withWindow(scope, subscription, start)
  return isFulfilled && isAzurePlan(made) ? withFirstEntitlement(made, scope.newId(), now) : made
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
    unitType: product.family === 'azurePlan' ? 'Usage-based' : 'Licenses',
  }
}

/** A partial transition keeps the source's anchor day and end, a custom one as such; the others start a term today. */
function termMembers(start: StartSubscription, today: PlainDate) {
  const source = start.transition?.alongside
  const termStart = source?.termStart ?? today
  const { termDuration, billingCycle, customTermEndDate } = start
  const shortened = source?.commitmentEnd ?? start.migration?.commitmentEnd ?? customTermEndDate
  const commitmentEnd = shortened ?? naturalEnd(today, termDuration)
  const term = { termStart, commitmentEnd, termDuration, billingCycle }
  return {
    ...term,
    customTermEndDate: customTermEndDate ?? source?.customTermEndDate,
    chargedThrough: commitmentEnd,
  }
}

function withWindow(
  scope: Scope,
  subscription: SubscriptionRecord,
  start: StartSubscription,
): SubscriptionRecord {
  const { now } = scope
  const isMoved = start.transition !== undefined
  const window = isMoved ? undefined : openWindow(subscription, now, scope.policy(cancellationWindows))
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
        reducibleUntil: lotIsReducibleUntil(window, now),
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
