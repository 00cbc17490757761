import type { cartEndpoints } from '@tenantry/contract/endpoints/carts.ts'
import type { orderEndpoints } from '@tenantry/contract/endpoints/orders.ts'
import { createCart } from '../areas/purchases/carts/create-cart.ts'
import { catalogueOf, type Segment } from '../areas/catalogue/products/public.ts'
import { checkOutCart } from '../areas/purchases/orders/placing/check-out-cart.ts'
import { recordLegacyOrder } from '../areas/purchases/orders/public.ts'
import {
  changeSubscription,
  startLegacySubscription,
  Subscriptions,
} from '../areas/subscriptions/subscription/public.ts'
import { suspend } from '../areas/subscriptions/subscription/subscription.ts'
import { present } from '../kernel/invariant.ts'
import { isReply, type Input } from '../work/operation.ts'
import type { Scope } from '../work/scope.ts'
import { dateOf } from '../kernel/time.ts'
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

/** Of the older program: its subscriptions are written down as they were bought. */
async function startLegacy(
  scope: Scope,
  customer: CustomerEntry,
  holding: Holding,
  parentId: string | undefined,
): Promise<string> {
  const { offerId = '', quantity, billingCycle, friendlyName, partnerId, promotionId } = holding
  const started = await startLegacySubscription(scope, {
    customerId: customer.tenantId,
    country: customer.market,
    segment: customer.segment,
    offer: present(catalogueOf(scope).findLegacyOffer(offerId), `the catalogue has the offer ${offerId}`),
    quantity,
    billingCycle,
    startedAt: scope.now,
    friendlyName,
    partnerId,
    promotionId,
    parent:
      parentId === undefined ? undefined : await new Subscriptions(scope).get(customer.tenantId, parentId),
  })
  await recordLegacyOrder(scope, started)
  return started.id
}

const bodyOf = <A>(answer: A): A extends { body: infer B } ? NonNullable<B> : A =>
  (isReply(answer) ? answer.body : answer) as never
