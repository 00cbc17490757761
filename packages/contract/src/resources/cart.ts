import { Type, type Static } from 'typebox'
import { Attributes, DateTime, Guid, Link } from './common.ts'

/**
 * How often a line is billed. Carts and orders print the members in snake case; requests may use any case, the
 * member's number, or the form without underscore.
 * @see partner-center/developer/product-resources
 */
export const billingCycles = [
  'unknown',
  'monthly',
  'annual',
  'none',
  'one_time',
  'triennial',
  'biennial',
] as const
export type BillingCycleType = (typeof billingCycles)[number]

export const BillingCycleType = Type.Enum([...billingCycles])

/**
 * Line pricing in the billing currency. `listPrice` is the partner's unit price for the whole term, `extendedPrice` is
 * unit price times quantity.
 * @see partner-center/developer/checkout-a-cart
 */
export const Pricing = Type.Object({
  listPrice: Type.Number(),
  discountedPrice: Type.Number(),
  proratedPrice: Type.Number(),
  price: Type.Number(),
  extendedPrice: Type.Number(),
})
export type Pricing = Static<typeof Pricing>

/**
 * What is wrong with one line of a cart. The published table gives every code a number and a name; three of the
 * documented codes (10021, 400041, 400072) have no name, so the number is sent (assumed).
 * @see partner-center/developer/cart-resources#carterrorcode
 */
const CartError = Type.Object({
  errorCode: Type.Integer(),
  errorDescription: Type.String(),
  additionalInformation: Type.Optional(Type.Record(Type.String(), Type.Integer())),
})
type CartError = Static<typeof CartError>

/** A partner on record: `transaction_reseller` first, then at most five `additional_transaction_reseller`. */
export const Participant = Type.Object({ key: Type.String(), value: Type.String() })
export type Participant = Static<typeof Participant>

export const RenewsTo = Type.Object({ termDuration: Type.Optional(Type.String()) })
export type RenewsTo = Static<typeof RenewsTo>

export const PurchaseCommitment = Type.Object({
  amount: Type.String(),
  grain: Type.Optional(Type.String()),
  currency: Type.Optional(Type.String()),
})
export type PurchaseCommitment = Static<typeof PurchaseCommitment>

const nextTerm = Type.Object({
  product: Type.Object({
    productId: Type.String(),
    skuId: Type.String(),
    availabilityId: Type.Optional(Type.String()),
    billingCycle: BillingCycleType,
    termDuration: Type.String(),
    promotionId: Type.Optional(Type.String()),
  }),
  quantity: Type.Integer(),
  customTermEndDate: Type.Optional(DateTime),
})

/** @see partner-center/developer/cart-resources#cartlineitem */
const lineAnswer = {
  id: Type.Integer(),
  catalogItemId: Type.String(),
  friendlyName: Type.Optional(Type.String()),
  quantity: Type.Integer(),
  currencyCode: Type.Optional(Type.String()),
  billingCycle: Type.Optional(BillingCycleType),
  termDuration: Type.Optional(Type.String()),
  participants: Type.Optional(Type.Array(Participant)),
  provisioningContext: Type.Optional(Type.Record(Type.String(), Type.String())),
  orderGroup: Type.Optional(Type.String()),
  error: Type.Optional(CartError),
  renewsTo: Type.Optional(RenewsTo),
  attestationAccepted: Type.Optional(Type.Boolean()),
  promotionId: Type.Optional(Type.String()),
  customTermEndDate: Type.Optional(DateTime),
  purchaseCommitment: Type.Optional(PurchaseCommitment),
  scheduledNextTermInstructions: Type.Optional(nextTerm),
  pricing: Type.Optional(Pricing),
}

export const CartLineItem = Type.Object({
  ...lineAnswer,
  addonItems: Type.Optional(Type.Array(Type.Object(lineAnswer))),
})
export type CartLineItem = Static<typeof CartLineItem>

/** @see partner-center/developer/cart-resources */
export const Cart = Type.Object({
  id: Guid,
  creationTimestamp: DateTime,
  lastModifiedTimestamp: DateTime,
  expirationTimestamp: DateTime,
  lastModifiedUser: Type.String(),
  status: Type.Union([Type.Literal('Active'), Type.Literal('Ordered')]),
  lineItems: Type.Array(CartLineItem),
  partnerOnRecordAttestationAccepted: Type.Optional(Type.Boolean()),
  links: Type.Object({ self: Link }),
  attributes: Attributes,
})
export type Cart = Static<typeof Cart>

/** Members that the server sets; a client that echoes them is not refused. */
const echoed = Type.Optional(Type.Unknown())

/** What a trial shall turn into. @see partner-center/developer/create-scheduled-changes */
const NextTermRequest = Type.Object(
  {
    product: Type.Object(
      {
        productId: Type.String(),
        skuId: Type.String(),
        availabilityId: Type.Optional(Type.String()),
        billingCycle: BillingCycleType,
        termDuration: Type.String(),
        promotionId: Type.Optional(Type.String()),
      },
      { additionalProperties: true },
    ),
    quantity: Type.Optional(Type.Integer()),
    customTermEndDate: Type.Optional(Type.String()),
  },
  { additionalProperties: true },
)

/**
 * Ids, billing cycles and terms are plain strings here: an unknown value has a fault of its own (900126, 900142,
 * 800071), which a refused schema could not tell.
 */
const lineRequest = {
  id: Type.Optional(Type.Union([Type.Integer(), Type.String()])),
  catalogItemId: Type.Optional(Type.String()),
  friendlyName: Type.Optional(Type.String()),
  quantity: Type.Integer({ minimum: 1, maximum: 2_147_483_647 }),
  currencyCode: Type.Optional(Type.String()),
  billingCycle: Type.Optional(Type.Union([Type.String(), Type.Integer()])),
  termDuration: Type.Optional(Type.String()),
  participants: Type.Optional(Type.Array(Type.Object({ key: Type.String(), value: Type.String() }))),
  provisioningContext: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
  renewsTo: Type.Optional(Type.Unknown()),
  attestationAccepted: Type.Optional(Type.Boolean()),
  promotionId: Type.Optional(Type.String()),
  customTermEndDate: Type.Optional(Type.String()),
  purchaseCommitment: Type.Optional(
    Type.Object({
      amount: Type.Optional(Type.Union([Type.String(), Type.Number()])),
      grain: Type.Optional(Type.String()),
      currency: Type.Optional(Type.String()),
    }),
  ),
  purchaseSystem: Type.Optional(Type.String()),
  scheduledNextTermInstructions: Type.Optional(NextTermRequest),
  orderGroup: echoed,
  error: echoed,
  pricing: echoed,
}

export const CartLineItemRequest = Type.Object(
  {
    ...lineRequest,
    addonItems: Type.Optional(Type.Array(Type.Object(lineRequest, { additionalProperties: true }))),
  },
  { additionalProperties: true },
)
export type CartLineItemRequest = Static<typeof CartLineItemRequest>

/** The body of a create or an update. @see partner-center/developer/create-a-cart */
export const CartRequest = Type.Object(
  {
    id: Type.Optional(Type.String()),
    lineItems: Type.Array(CartLineItemRequest, { minItems: 1 }),
    partnerOnRecordAttestationAccepted: Type.Optional(Type.Boolean()),
    creationTimestamp: echoed,
    lastModifiedTimestamp: echoed,
    expirationTimestamp: echoed,
    lastModifiedUser: echoed,
    status: echoed,
    links: echoed,
    attributes: echoed,
  },
  { additionalProperties: true },
)
export type CartRequest = Static<typeof CartRequest>
