import type { BillingCycleType } from '@tenantry/contract/resources/cart.ts'
import { given } from '../../../../kernel/given.ts'
import type { Scope } from '../../../../work/scope.ts'
import type { Instant } from '../../../../kernel/time.ts'
import type { RequestedLine } from '../../carts/public.ts'
import { catalogueOf, type Catalogue } from '../../../catalogue/products/public.ts'
import type { SubscriptionRecord } from '../../../subscriptions/subscription/public.ts'
import { Orders } from '../order-repository.ts'
import type { OrderLine, OrderRecord } from '../order.ts'

export interface LegacyOrder {
  readonly id: string
  readonly customerId: string
  /** Its currency is that of the customer's market: the older program has no other. */
  readonly country: string
  readonly createdAt: Instant
  readonly orderGroup: string
  readonly billingCycle: BillingCycleType
  readonly lines: readonly OrderLine[]
  readonly cartId?: string | undefined
  readonly partnerOnRecordAttestationAccepted?: boolean | undefined
}

/** An order of the older program. */
export function legacyOrder(catalogue: Catalogue, order: LegacyOrder): OrderRecord {
  const { cartId, partnerOnRecordAttestationAccepted, country, ...members } = order
  const currency = catalogue.currencyOf(country)
  return {
    ...members,
    ...given({ cartId, partnerOnRecordAttestationAccepted }),
    version: 1,
    country,
    currency,
    currencySymbol: catalogue.findMarket(country)?.currencySymbol ?? currency,
    transactionType: 'UserPurchase',
    status: 'accepted',
  }
}

/** What is read of the request is left as it was sent; the rest is the subscription's. */
export const legacyOrderLine = (
  line: Pick<RequestedLine, 'provisioningContext' | 'attestationAccepted'>,
  subscription: SubscriptionRecord,
): OrderLine => {
  const { lineNumber, legacyOfferId = '', productFamily, friendlyName, quantity } = subscription
  const { parentSubscriptionId: _parent, ...provisioningContext } = line.provisioningContext
  return {
    lineItemNumber: lineNumber,
    offerId: legacyOfferId,
    productFamily,
    subscriptionId: subscription.id,
    friendlyName,
    quantity,
    transactionType: 'New',
    provisioningContext,
    ...given({
      parentSubscriptionId: subscription.parentSubscriptionId,
      partnerIdOnRecord: subscription.partnerId,
      attestationAccepted: line.attestationAccepted,
    }),
  }
}

/** The order of a subscription of the older program that nobody bought just now, and of add-ons that come with it. */
export async function recordLegacyOrder(
  scope: Scope,
  subscription: SubscriptionRecord,
  addOns: readonly SubscriptionRecord[] = [],
): Promise<OrderRecord> {
  const { orderId, customerId, country, createdAt, billingCycle } = subscription
  return await new Orders(scope).add(
    legacyOrder(catalogueOf(scope), {
      id: orderId,
      customerId,
      country,
      createdAt,
      orderGroup: 'OMS-0',
      billingCycle,
      lines: [subscription, ...addOns].map((one) => legacyOrderLine({ provisioningContext: {} }, one)),
    }),
  )
}
