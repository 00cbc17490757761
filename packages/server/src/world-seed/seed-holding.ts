import type { cartEndpoints } from '@tenantry/contract/endpoints/carts.ts'
import type { orderEndpoints } from '@tenantry/contract/endpoints/orders.ts'
import { createCart } from '../areas/carts/create-cart.ts'
import { catalogueOf, type Segment } from '../areas/catalogue/public.ts'
import { checkOutCart } from '../areas/orders/check-out-cart.ts'
import {
  changeSubscription,
  planNext,
  Subscriptions,
  type SubscriptionRecord,
} from '../areas/subscriptions/public.ts'
import { suspend } from '../areas/subscriptions/subscription.ts'
import { present } from '../kernel/invariant.ts'
import { isReply, type Input } from '../kernel/operation.ts'
import type { Scope } from '../kernel/scope.ts'
import { addDays, addMonths, dateOf } from '../kernel/time.ts'
import type { CustomerEntry, Holding } from './world-file.ts'

type CreateCart = Input<(typeof cartEndpoints)['createCart']>
type CheckOut = Input<(typeof orderEndpoints)['checkOutCart']>

/** Buys a holding in the scope's present, by cart and checkout as a client does; answers the subscription's id. */
export async function buyHolding(
  scope: Scope,
  customer: CustomerEntry,
  holding: Holding,
  parentId: string | undefined,
): Promise<string> {
  if (holding.offerId !== undefined) return startLegacy(scope, customer, holding, parentId)
  const params = { customerId: customer.tenantId }
  const line = {
    id: 0,
    catalogItemId: catalogItemOf(scope, customer, holding),
    quantity: holding.quantity,
    billingCycle: holding.billingCycle,
    ...(holding.term === undefined ? {} : { termDuration: holding.term }),
    ...(holding.friendlyName === undefined ? {} : { friendlyName: holding.friendlyName }),
  }
  const body = { lineItems: [line], partnerOnRecordAttestationAccepted: true } as CreateCart['body']
  const cart = bodyOf(await createCart(scope, { params, query: {}, body, headers: {} }))
  const error = cart.lineItems[0]?.error
  if (error !== undefined) {
    throw new TypeError(
      `${customer.companyName}, ${holding.key}: ${error.errorCode} ${error.errorDescription}`,
    )
  }
  const checkOut = {
    params: { ...params, cartId: cart.id },
    query: {},
    body: undefined,
    headers: {},
  } as CheckOut
  const { orders } = bodyOf(await checkOutCart(scope, checkOut))
  const id = orders?.[0]?.lineItems[0]?.subscriptionId
  return present(id, `${customer.companyName}, ${holding.key}: the order has a subscription`)
}

/** What a customer has made of a holding since: renewal off, suspended. */
export async function settleHolding(
  scope: Scope,
  customerId: string,
  id: string,
  holding: Holding,
): Promise<void> {
  const before = await new Subscriptions(scope).get(customerId, id)
  const today = dateOf(scope.now)
  if (holding.state === 'suspended' && before.status === 'active') {
    await changeSubscription(scope, before, suspend(before, today))
    return
  }
  if (before.autoRenewEnabled === holding.autoRenew || before.status !== 'active') return
  await changeSubscription(scope, before, { ...before, autoRenewEnabled: holding.autoRenew })
}

/** Renewal must be off before the term ends, or an expired holding would have been renewed. */
export async function turnRenewalOff(scope: Scope, customerId: string, id: string): Promise<void> {
  const before = await new Subscriptions(scope).get(customerId, id)
  await changeSubscription(scope, before, { ...before, autoRenewEnabled: false, nextTerm: undefined })
}

function catalogItemOf(scope: Scope, customer: CustomerEntry, { key, sku = '' }: Holding): string {
  const [productId = '', skuId = ''] = sku.split(':')
  const catalogue = catalogueOf(scope)
  const wanted: readonly Segment[] = [customer.segment, 'commercial']
  const found = wanted
    .map((segment) => catalogue.sellable({ productId, skuId, country: customer.market, segment }))
    .find((item) => item !== undefined)
  const item = present(found, `${customer.companyName}, ${key}: ${sku} is sold in ${customer.market}`)
  return `${item.product.id}:${item.sku.id}:${item.availability.id}`
}

/**
 * Nobody can buy from the older program any more, so its subscriptions are written down as they were: a year's
 * commitment that renews by itself, without seats that could be given back.
 */
async function startLegacy(
  scope: Scope,
  customer: CustomerEntry,
  holding: Holding,
  parentId: string | undefined,
): Promise<string> {
  const offerId = holding.offerId ?? ''
  const offer = present(catalogueOf(scope).findLegacyOffer(offerId), `the catalogue has the offer ${offerId}`)
  const today = dateOf(scope.now)
  const end = offer.billing === 'usage' ? '9999-12-31' : addDays(addMonths(today, 12), -1)
  const subscription = {
    id: scope.newId(),
    version: 1,
    commerce: 'legacy' as const,
    customerId: customer.tenantId,
    orderId: scope.newId(),
    lineNumber: 0,
    productId: '',
    skuId: '',
    availabilityId: '',
    legacyOfferId: offer.id,
    offerName: offer.name,
    friendlyName: holding.friendlyName ?? offer.name,
    productFamily: offer.billing === 'usage' ? 'azurePlan' : 'license',
    productType: '',
    publisherName: 'Microsoft Corporation',
    isMicrosoftProduct: true,
    isTrial: offer.isTrial,
    isAddOn: offer.isAddOn,
    hasPurchasableAddOns: false,
    country: customer.market,
    segment: customer.segment,
    unitType: offer.billing === 'usage' ? 'Usage-based' : 'Licenses',
    quantity: holding.quantity,
    seatLots: [],
    status: 'active' as const,
    statusSince: today,
    suspensionReasons: [],
    createdAt: scope.now,
    effectiveStart: scope.now,
    termStart: today,
    commitmentEnd: end,
    chargedThrough: end,
    termDuration: 'P1Y',
    billingCycle: holding.billingCycle,
    autoRenewEnabled: true,
    termPrice: '0',
    currency: catalogueOf(scope).currencyOf(customer.market),
    ...(parentId === undefined ? {} : { parentSubscriptionId: parentId }),
    fulfilment: 'completed' as const,
    updateCount: 0,
  } as SubscriptionRecord
  await new Subscriptions(scope).add(subscription)
  await planNext(scope, subscription)
  return subscription.id
}

const bodyOf = <A>(answer: A): A extends { body: infer B } ? NonNullable<B> : A =>
  (isReply(answer) ? answer.body : answer) as never
