import { link } from '@tenantry/contract/resources/common.ts'
import type {
  NextChargeInstructions,
  ProductTerm,
  ScheduledAction,
  ScheduledNextTermInstructions,
  Subscription,
  SubscriptionLinks,
} from '@tenantry/contract/resources/subscription.ts'
import { etagOf } from '../../../../kernel/etag.ts'
import { endOfDay, formatInstant, startOfDay, type Instant } from '../../../../kernel/time.ts'
import type { ProductFamily } from '../../../catalogue/products/public.ts'
import { refundOptions, windowIsOpen } from '../cancellation.ts'
import { actionTypes } from '../end-of-term/end-of-term-choice.ts'
import { isChargedByCycle } from '../pricing.ts'
import { refundableQuantity } from '../seat-lots.ts'
import {
  catalogItemId,
  firstDayAfter,
  hasEnded,
  partnerMoves,
  type SubscriptionRecord,
} from '../subscription.ts'
import type * as stored from '../subscription.ts'
import { endless } from '../term.ts'

const billingTypes: Partial<Record<ProductFamily, Subscription['billingType']>> = {
  azurePlan: 'usage',
  savingsPlan: 'benefit',
}

/** What a subscription looks like on the wire. @see partner-center/developer/subscription-resources */
export function subscriptionResource(subscription: SubscriptionRecord, now: Instant): Subscription {
  const { commerce } = subscription
  return {
    id: publishedId(subscription),
    offerId: subscription.legacyOfferId ?? catalogItemId(subscription),
    ...optional('entitlementId', subscription.entitlementId),
    offerName: offerName(subscription),
    friendlyName: subscription.friendlyName,
    ...(commerce === 'legacy' ? {} : { productType: itemType(subscription.productType) }),
    quantity: subscription.quantity,
    unitType: subscription.unitType,
    ...optional('parentSubscriptionId', subscription.parentSubscriptionId),
    hasPurchasableAddons: subscription.hasPurchasableAddOns,
    creationDate: formatInstant(subscription.createdAt),
    effectiveStartDate: formatInstant(subscription.effectiveStart),
    ...dates(subscription),
    status: subscription.status,
    autoRenewEnabled: subscription.autoRenewEnabled,
    ...(subscription.endOfTerm && {
      scheduledActions: [endOfTermAction(subscription, subscription.endOfTerm)],
    }),
    ...(subscription.nextTerm && { scheduledNextTermInstructions: nextTermResource(subscription.nextTerm) }),
    ...(subscription.nextCharge && { nextChargeInstructions: nextChargeResource(subscription.nextCharge) }),
    isTrial: subscription.isTrial,
    billingType: billingTypes[subscription.productFamily] ?? 'license',
    billingCycle: subscription.billingCycle,
    ...(commerce === 'legacy' ? {} : termMembers(subscription, now)),
    isMicrosoftProduct: subscription.isMicrosoftProduct,
    publisherName: subscription.publisherName,
    partnerId: subscription.partnerId ?? '',
    attentionNeeded: false,
    actionTaken: false,
    ...optionalList('actions', actions(subscription, now)),
    ...optionalList('suspensionReasons', subscription.suspensionReasons),
    contractType: 'subscription',
    ...optional('consumptionType', subscription.consumptionType),
    ...optional('promotionId', subscription.promotionId),
    ...optional('migratedFromSubscriptionId', subscription.migratedFromSubscriptionId),
    links: links(subscription),
    orderId: subscription.orderId,
    attributes: { etag: etagOf(subscription.id, subscription.version), objectType: 'Subscription' },
  }
}

/** New commerce prints its ids in lower case, the older program in upper case. */
export const publishedId = (subscription: Pick<SubscriptionRecord, 'id' | 'commerce'>): string =>
  subscription.commerce === 'legacy' ? subscription.id.toUpperCase() : subscription.id

/** The extended term of a SKU has a name of its own. @see partner-center/customers/extended-service-terms */
const offerName = ({ offerName, extension }: SubscriptionRecord): string =>
  extension === undefined ? offerName : `${offerName} (Extended Service Term)`

const itemType = (id: string) => ({ id, displayName: id })

/** The dates print midnight and mean the whole day; the members that end in DateTime print its last second. */
function dates(subscription: SubscriptionRecord) {
  const { commitmentEnd, chargedThrough, cancellation, customTermEndDate, commerce } = subscription
  const midnight = formatInstant(startOfDay(commitmentEnd))
  const showsCycle = isChargedByCycle(subscription) && chargedThrough !== endless && !hasEnded(subscription)
  return {
    commitmentEndDate: midnight,
    // The older program means the moment itself, so both members are equal there.
    commitmentEndDateTime: commerce === 'legacy' ? midnight : formatInstant(endOfDay(commitmentEnd)),
    ...(cancellation && { cancellationAllowedUntilDate: formatInstant(cancellation.until) }),
    ...(showsCycle && {
      billingCycleEndDate: formatInstant(startOfDay(chargedThrough)),
      billingCycleEndDateTime: formatInstant(endOfDay(chargedThrough)),
    }),
    ...(customTermEndDate && { customTermEndDate: formatInstant(startOfDay(customTermEndDate)) }),
  }
}

function termMembers(subscription: SubscriptionRecord, now: Instant) {
  const options = hasEnded(subscription) ? [] : refundOptions(subscription.cancellation, now)
  return {
    termDuration: subscription.termDuration,
    renewalTermDuration: subscription.nextTerm?.product.termDuration ?? '',
    ...optionalList(
      'refundOptions',
      options.map(({ type, expiresAt }) => ({ type, expiresAt: formatInstant(expiresAt) })),
    ),
    refundableQuantity: refundableQuantity(hasEnded(subscription) ? [] : subscription.seatLots, now),
  }
}

/** What a partner may do with it now: no cancellation once its window has closed. */
const actions = (subscription: SubscriptionRecord, now: Instant): string[] => {
  if (partnerMoves(subscription.status).length === 0) return []
  return windowIsOpen(subscription.cancellation, now) ? ['edit', 'cancel'] : ['edit']
}

const productTerm = ({ promotionId, ...product }: stored.ProductTerm): ProductTerm => ({
  ...product,
  ...optional('promotionId', promotionId),
})

const nextTermResource = (next: stored.NextTermInstructions): ScheduledNextTermInstructions => ({
  product: productTerm(next.product),
  quantity: next.quantity,
  ...(next.customTermEndDate && { customTermEndDate: formatInstant(startOfDay(next.customTermEndDate)) }),
})

/** What follows the term, on the first day after it, or a later day on which it is over. */
function endOfTermAction(
  subscription: SubscriptionRecord,
  choice: keyof typeof actionTypes,
): ScheduledAction {
  const { cancelOn } = subscription
  const effectiveDate = formatInstant(startOfDay(cancelOn ?? firstDayAfter(subscription)))
  return cancelOn === undefined
    ? { scheduleType: 'TermEnd', actionType: actionTypes[choice], effectiveDate }
    : { scheduleType: 'CustomDate', actionType: 'Cancel', effectiveDate }
}

const nextChargeResource = (next: stored.NextChargeInstructions): NextChargeInstructions => ({
  product: productTerm(next.product),
  quantity: next.quantity,
})

function links(subscription: SubscriptionRecord): SubscriptionLinks {
  const { customerId, productId, skuId, availabilityId, country, parentSubscriptionId } = subscription
  const own = `/customers/${customerId}/subscriptions`
  const item = `/products/${productId}`
  return {
    ...(subscription.legacyOfferId === undefined
      ? {
          product: link(`${item}?country=${country}`),
          sku: link(`${item}/skus/${skuId}?country=${country}`),
          availability: link(`${item}/skus/${skuId}/availabilities/${availabilityId}?country=${country}`),
        }
      : { offer: link(`/offers/${subscription.legacyOfferId}?country=${country}`) }),
    ...(parentSubscriptionId && { parentSubscription: link(`${own}/${parentSubscriptionId}`) }),
    ...(subscription.awaitsActivation && {
      activationLinks: link(`${own}/${subscription.id}/activationlinks`),
    }),
    self: link(`${own}/${publishedId(subscription)}`),
  }
}

/** Answers leave a member out rather than print null. */
const optional = <Name extends string, T>(name: Name, value: T | undefined): { [K in Name]?: T } =>
  value === undefined ? {} : ({ [name]: value } as { [K in Name]?: T })

const optionalList = <Name extends string, T>(name: Name, values: readonly T[]): { [K in Name]?: T[] } =>
  values.length === 0 ? {} : ({ [name]: [...values] } as { [K in Name]?: T[] })
