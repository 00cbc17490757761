import { Type, type Static } from 'typebox'
import { BillingCycleType, Pricing, PurchaseCommitment, RenewsTo } from './cart.ts'
import { Attributes, Collection, DateTime, Guid, Link } from './common.ts'

/** @see partner-center/developer/order-resources#orderstatus */
export const orderStatuses = [
  'unknown',
  'completed',
  'pending',
  'cancelled',
  'suspended',
  'pending_review',
  'pending_po_upload',
  'po_upload_complete',
  'po_review_rejected',
  'partial_success',
  'error',
] as const
export type OrderStatus = (typeof orderStatuses)[number]
export const OrderStatus = Type.Enum([...orderStatuses])

/**
 * The pages print the first letter in upper case ("New"), the list of values in lower case; we print what examples do.
 */
const lineTransactionTypes = [
  'New',
  'Renew',
  'AddQuantity',
  'RemoveQuantity',
  'Cancel',
  'Convert',
  'CustomerCredit',
] as const
export type LineTransactionType = (typeof lineTransactionTypes)[number]

export const OrderLineItemLinks = Type.Object({
  product: Type.Optional(Link),
  sku: Type.Optional(Link),
  availability: Type.Optional(Link),
  subscription: Type.Optional(Link),
  provisioningStatus: Type.Optional(Link),
  activationLinks: Type.Optional(Link),
})
export type OrderLineItemLinks = Static<typeof OrderLineItemLinks>

/** @see partner-center/developer/order-resources#orderlineitem */
export const OrderLineItem = Type.Object({
  lineItemNumber: Type.Integer(),
  offerId: Type.String(),
  subscriptionId: Type.Optional(Type.String()),
  parentSubscriptionId: Type.Optional(Type.String()),
  termDuration: Type.Optional(Type.String()),
  transactionType: Type.Enum([...lineTransactionTypes]),
  friendlyName: Type.Optional(Type.String()),
  quantity: Type.Integer(),
  customTermEndDate: Type.Optional(DateTime),
  partnerIdOnRecord: Type.Optional(Type.String()),
  additionalPartnerIdsOnRecord: Type.Optional(Type.Array(Type.String())),
  provisioningContext: Type.Optional(Type.Record(Type.String(), Type.String())),
  renewsTo: Type.Optional(RenewsTo),
  attestationAccepted: Type.Optional(Type.Boolean()),
  promotionId: Type.Optional(Type.String()),
  purchaseCommitment: Type.Optional(PurchaseCommitment),
  pricing: Type.Optional(Pricing),
  links: OrderLineItemLinks,
})
export type OrderLineItem = Static<typeof OrderLineItem>

const OrderLinks = Type.Object({
  self: Link,
  provisioningStatus: Type.Optional(Link),
  patchOperation: Type.Optional(Link),
})

/** @see partner-center/developer/order-resources */
export const Order = Type.Object({
  id: Type.String(),
  alternateId: Type.Optional(Type.String()),
  referenceCustomerId: Guid,
  billingCycle: BillingCycleType,
  currencyCode: Type.Optional(Type.String()),
  currencySymbol: Type.Optional(Type.String()),
  lineItems: Type.Array(OrderLineItem),
  creationDate: DateTime,
  status: OrderStatus,
  transactionType: Type.Union([
    Type.Literal('UserPurchase'),
    Type.Literal('SystemPurchase'),
    Type.Literal('SystemBilling'),
  ]),
  partnerOnRecordAttestationAccepted: Type.Optional(Type.Boolean()),
  totalPrice: Type.Optional(Type.Number()),
  client: Type.Optional(Type.Object({})),
  links: OrderLinks,
  attributes: Attributes,
})
export type Order = Static<typeof Order>

export const OrderCollection = Collection(Order)

/** A part of a checkout that did not become an order. @see partner-center/developer/cart-resources#ordererror */
export const OrderError = Type.Object({
  orderGroupId: Type.String(),
  code: Type.Integer(),
  description: Type.String(),
})
export type OrderError = Static<typeof OrderError>

/** @see partner-center/developer/cart-resources#cartcheckoutresult */
export const CartCheckoutResult = Type.Object({
  orders: Type.Array(Order),
  orderErrors: Type.Optional(Type.Array(OrderError)),
  attributes: Attributes,
})
export type CartCheckoutResult = Static<typeof CartCheckoutResult>

/** @see partner-center/developer/order-resources#orderlineitemprovisioningstatus */
const OrderLineItemProvisioningStatus = Type.Object({
  orderLineItemId: Type.Integer(),
  lineItemNumber: Type.Integer(),
  status: Type.String(),
  quantityProvisioningInformation: Type.Array(
    Type.Object({ quantity: Type.Integer(), status: Type.String() }),
  ),
})
type OrderLineItemProvisioningStatus = Static<typeof OrderLineItemProvisioningStatus>

/**
 * Where the customer of a marketplace product goes to activate it with its publisher.
 * @see partner-center/developer/get-activation-link-by-order-line-item
 */
export const OrderLineItemActivationLink = Type.Object({ lineItemNumber: Type.Integer(), link: Link })
export type OrderLineItemActivationLink = Static<typeof OrderLineItemActivationLink>

export const OrderLineItemActivationLinks = Collection(OrderLineItemActivationLink)

export const OrderProvisioningStatusCollection = Collection(OrderLineItemProvisioningStatus)

/** Members that the server sets; a client that echoes them is not refused. */
const echoed = Type.Optional(Type.Unknown())

/**
 * A line that is to be bought. The id, the number and the billing cycle are plain here: wrong ones have faults of their
 * own (900142, 800071, 900126).
 */
const newLine = {
  lineItemNumber: Type.Optional(Type.Union([Type.Integer(), Type.String()])),
  offerId: Type.Optional(Type.String()),
  friendlyName: Type.Optional(Type.String()),
  termDuration: Type.Optional(Type.String()),
  partnerIdOnRecord: Type.Optional(Type.String()),
  additionalPartnerIdsOnRecord: Type.Optional(Type.Array(Type.String())),
  provisioningContext: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
  /** Only in an update of an order: the subscription of the older program that an add-on is bought for. */
  parentSubscriptionId: Type.Optional(Type.String()),
  customTermEndDate: Type.Optional(Type.String()),
  renewsTo: Type.Optional(Type.Unknown()),
  attestationAccepted: Type.Optional(Type.Boolean()),
  promotionId: Type.Optional(Type.String()),
  purchaseCommitment: Type.Optional(
    Type.Object({
      amount: Type.Optional(Type.Union([Type.String(), Type.Number()])),
      grain: Type.Optional(Type.String()),
      currency: Type.Optional(Type.String()),
    }),
  ),
  subscriptionId: echoed,
  transactionType: echoed,
  pricing: echoed,
  links: echoed,
  attributes: echoed,
}

const quantity = Type.Integer({ minimum: 1, maximum: 2_147_483_647 })

/** An order that is placed without a cart. @see partner-center/developer/create-an-order */
export const NewOrder = Type.Object(
  {
    id: echoed,
    referenceCustomerId: Type.Optional(Type.String()),
    /** Holds for all lines; monthly unless said otherwise. */
    billingCycle: Type.Optional(Type.Union([Type.String(), Type.Integer()])),
    currencyCode: Type.Optional(Type.String()),
    lineItems: Type.Array(Type.Object({ ...newLine, quantity }, { additionalProperties: true }), {
      minItems: 1,
    }),
    partnerOnRecordAttestationAccepted: Type.Optional(Type.Boolean()),
    creationDate: echoed,
    /** Nobody asks for one; one that does not exist is refused. */
    status: Type.Optional(Type.Union([Type.String(), Type.Integer(), Type.Null()])),
    links: echoed,
    attributes: echoed,
  },
  { additionalProperties: true },
)
export type NewOrder = Static<typeof NewOrder>

/**
 * The body of an order update: clients send the whole order back. It is cancelled by `status`, billed in another rhythm
 * by `billingCycle`, or given an add-on by a line that names its parent.
 */
export const OrderRequest = Type.Object(
  {
    id: Type.Optional(Type.String()),
    status: Type.Optional(Type.Union([Type.String(), Type.Integer()])),
    billingCycle: Type.Optional(Type.Union([Type.String(), Type.Integer()])),
    partnerOnRecordAttestationAccepted: Type.Optional(Type.Boolean()),
    lineItems: Type.Optional(
      Type.Array(
        Type.Object({ ...newLine, quantity: Type.Optional(quantity) }, { additionalProperties: true }),
      ),
    ),
  },
  { additionalProperties: true },
)
export type OrderRequest = Static<typeof OrderRequest>
