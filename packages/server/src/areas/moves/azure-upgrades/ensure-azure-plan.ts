import { fulfilment } from '../../../collaborators/purchases/fulfilment.ts'
import type { CustomerId } from '../../../kernel/ids.ts'
import type { Scope } from '../../../work/scope.ts'
import { catalogueOf } from '../../catalogue/products/public.ts'
import { findCustomer } from '../../accounts/customers/public.ts'
import { Orders } from '../../purchases/orders/public.ts'
import {
  hasEnded,
  isAzurePlan,
  startSubscription,
  Subscriptions,
  type SubscriptionRecord,
} from '../../subscriptions/subscription/public.ts'
import { azurePlanFor } from './load-upgrade-facts.ts'

const hexadecimal = '0123456789abcdef'

/**
 * The customer's Azure plan through that partner on record; without one it is bought, by an order that nobody placed.
 * `undefined` while that cannot be done. @see partner-center/azure-plan-transition
 */
export async function ensureAzurePlan(
  scope: Scope,
  customerId: CustomerId,
  partnerId: string | undefined,
): Promise<SubscriptionRecord | undefined> {
  const plans = (await new Subscriptions(scope).list(customerId)).filter(
    (one) => isAzurePlan(one) && !hasEnded(one) && one.partnerId === partnerId,
  )
  return plans[0] ?? (await buyAzurePlan(scope, customerId, partnerId))
}

async function buyAzurePlan(
  scope: Scope,
  customerId: CustomerId,
  partnerId: string | undefined,
): Promise<SubscriptionRecord | undefined> {
  const customer = await findCustomer(scope, customerId)
  const item = customer && azurePlanFor(scope, customer.market)
  const { outage, failingSkus } = scope.collaborator(fulfilment)
  if (item === undefined || outage || failingSkus.includes(item.sku.key)) return undefined

  const orderId = scope.newToken(hexadecimal, 12)
  const { currency } = scope.principal.partner
  const plan = await startSubscription(scope, {
    customerId,
    orderId,
    lineNumber: 0,
    item,
    quantity: 1,
    termDuration: '',
    billingCycle: 'monthly',
    termPrice: '0',
    currency,
    partnerId,
    withoutEntitlement: true,
  })
  const { country, id: availabilityId } = item.availability
  await new Orders(scope).add({
    id: orderId,
    version: 1,
    customerId,
    cartId: '',
    orderGroup: '0',
    createdAt: scope.now,
    billingCycle: 'monthly',
    currency,
    currencySymbol: catalogueOf(scope).findMarket(country)?.currencySymbol ?? currency,
    country,
    transactionType: 'SystemPurchase',
    status: 'accepted',
    lines: [
      {
        lineItemNumber: 0,
        offerId: `${item.product.id}:${item.sku.id}:${availabilityId}`,
        productFamily: item.product.family,
        subscriptionId: plan.id,
        friendlyName: plan.friendlyName,
        quantity: 1,
        transactionType: 'New',
        ...(partnerId === undefined ? {} : { partnerIdOnRecord: partnerId }),
        provisioningContext: {},
      },
    ],
  })
  await scope.announce({ type: 'order-placed', customerId, subject: orderId, details: { orderId } })
  return plan
}
