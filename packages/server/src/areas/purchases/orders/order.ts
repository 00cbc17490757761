import type { BillingCycleType, PurchaseCommitment, RenewsTo } from '@tenantry/contract/resources/cart.ts'
import type { LineTransactionType, Order, OrderStatus } from '@tenantry/contract/resources/order.ts'
import { addDuration, type Instant, type PlainDate } from '../../../kernel/time.ts'
import type { ProductFamily } from '../../catalogue/products/public.ts'
import type { LinePricing } from '../carts/public.ts'

/** @see partner-center/developer/order-resources#orderlineitem */
export interface OrderLine {
  readonly lineItemNumber: number
  /** `productId:skuId:availabilityId`, or the id of an offer of the older program. */
  readonly offerId: string
  readonly productFamily: ProductFamily
  /** Absent for a line that was not fulfilled. */
  readonly subscriptionId?: string
  /** What an add-on of the older program was bought for. */
  readonly parentSubscriptionId?: string
  readonly friendlyName: string
  readonly quantity: number
  readonly termDuration?: string
  readonly transactionType: LineTransactionType
  readonly customTermEndDate?: PlainDate
  readonly partnerIdOnRecord?: string
  readonly additionalPartnerIdsOnRecord?: readonly string[]
  readonly provisioningContext: Readonly<Record<string, string>>
  readonly renewsTo?: RenewsTo
  readonly attestationAccepted?: boolean
  readonly promotionId?: string
  readonly purchaseCommitment?: PurchaseCommitment
  readonly pricing?: LinePricing
}

/** @see partner-center/developer/order-resources */
export interface OrderRecord {
  /** 12 hexadecimal digits; a GUID in the older program. */
  readonly id: string
  version: number
  readonly customerId: string
  /** Absent for an order that was placed without a cart. */
  readonly cartId?: string
  readonly orderGroup: string
  readonly createdAt: Instant
  readonly billingCycle: BillingCycleType
  readonly currency: string
  readonly currencySymbol: string
  /** Where the links to the products point. */
  readonly country: string
  readonly transactionType: Order['transactionType']
  /** `pending` and `completed` are worked out from the subscriptions when the order is read. */
  readonly status: 'accepted' | Extract<OrderStatus, 'pending_po_upload' | 'partial_success' | 'cancelled'>
  readonly lines: readonly OrderLine[]
  readonly partnerOnRecordAttestationAccepted?: boolean
  /** A change of it settles then. */
  readonly adjustingUntil?: Instant
  /** The order writer works on it until then; the digest is the same for the same lines. */
  readonly submission?: { readonly digest: string; readonly until: Instant }
}

/** How far the subscription of a line has come. */
export interface LineFulfilment {
  readonly fulfilment: 'pending' | 'completed' | 'failed'
  readonly isEnded: boolean
}

export type FulfilmentBySubscription = ReadonlyMap<string, LineFulfilment>

/** @see partner-center/developer/order-resources#orderstatus */
export function statusOf(order: OrderRecord, fulfilment: FulfilmentBySubscription): OrderStatus {
  if (order.status !== 'accepted') return order.status
  const states = order.lines.flatMap(({ subscriptionId }) => {
    const found = subscriptionId === undefined ? undefined : fulfilment.get(subscriptionId)
    return found === undefined ? [] : [found.fulfilment]
  })
  if (states.includes('pending')) return 'pending'
  if (!states.includes('failed')) return 'completed'
  return states.every((state) => state === 'failed') ? 'error' : 'partial_success'
}

/** Orders show up in the lists only after a while. @see partner-center/developer/get-all-of-a-customer-s-orders */
export const isVisible = (order: OrderRecord, delay: string, now: Instant): boolean =>
  addDuration(order.createdAt, delay) <= now

export const cancelOrder = (order: OrderRecord): OrderRecord => ({ ...order, status: 'cancelled' })
