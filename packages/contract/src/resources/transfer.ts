import { Type, type Static } from 'typebox'
import { Attributes, DateTime, Guid, Link } from './common.ts'
import { Order } from './order.ts'

/**
 * Of a transfer between the older program's partners: `Active` until it is answered. Of new commerce: `Pending` until
 * then, `InProgress` while the subscriptions move. A request says what it wants with the same words.
 * @see partner-center/developer/transfer-entity-resources
 */
const transferStatuses = [
  'Active',
  'Pending',
  'InProgress',
  'Complete',
  'PartiallyComplete',
  'Failed',
  'Reject',
  'Deleted',
  'Canceled',
  'Expired',
] as const
export type TransferStatus = (typeof transferStatuses)[number]

const transferLineStatuses = ['Pending', 'InProgress', 'Complete', 'Failed'] as const
export type TransferLineStatus = (typeof transferLineStatuses)[number]

/** What a transfer of new commerce is about; without a choice it is everything. */
const transferProductTypes = [
  'AzureSubscription',
  'AzureReservation',
  'AzureSavingsPlan',
  'OnlineServicesNCE',
  'Software',
  'SaaS',
] as const
export type TransferProductType = (typeof transferProductTypes)[number]

/** 3 is `ModernAzure`, 5 is `NewCommerce`; who names none of them means the older program. */
const transferTypes = [3, 5] as const
export type TransferType = (typeof transferTypes)[number]

const addOnLine = {
  id: Type.Integer(),
  subscriptionId: Type.String(),
  /** Of an Azure subscription: its id in Azure. */
  entitlementId: Type.Optional(Type.String()),
  offerId: Type.Optional(Type.String()),
  friendlyName: Type.Optional(Type.String()),
  quantity: Type.Optional(Type.Integer()),
  billingCycle: Type.Optional(Type.String()),
  partnerIdOnRecord: Type.Optional(Type.String()),
  transferGroupId: Type.Optional(Type.String()),
  status: Type.Optional(Type.Enum([...transferLineStatuses])),
  /** The order at the receiving partner, once the line has moved. */
  orderId: Type.Optional(Type.String()),
  transferError: Type.Optional(Type.String()),
} as const

const TransferAddOnLine = Type.Object({
  ...addOnLine,
  addonItems: Type.Optional(Type.Array(Type.Unknown())),
})
type TransferAddOnLine = Static<typeof TransferAddOnLine>

/** @see partner-center/developer/transfer-entity-resources#transferlineitem */
export const TransferLineItem = Type.Object({ ...addOnLine, addonItems: Type.Array(TransferAddOnLine) })
export type TransferLineItem = Static<typeof TransferLineItem>

/** @see partner-center/developer/transfer-entity-resources */
export const TransferEntity = Type.Object({
  id: Guid,
  status: Type.Enum([...transferStatuses]),
  transferType: Type.Optional(Type.Integer()),
  /** Of new commerce: 1 for the partner that is asked to accept, 2 for the one that asked. */
  transferDirection: Type.Optional(Type.Integer()),
  createdTime: DateTime,
  lastModifiedTime: DateTime,
  completedTime: Type.Optional(DateTime),
  expirationTime: Type.Optional(DateTime),
  customerName: Type.Optional(Type.String()),
  customerTenantId: Guid,
  customerEmailId: Type.Optional(Type.String()),
  /** The caller's own tenant, printed in lower case. */
  partnertenantid: Guid,
  sourcePartnerName: Type.Optional(Type.String()),
  sourcePartnerTenantId: Guid,
  targetPartnerName: Type.Optional(Type.String()),
  targetPartnerTenantId: Guid,
  targetPartnerEmailId: Type.Optional(Type.String()),
  targetProductTypes: Type.Optional(Type.Array(Type.Enum([...transferProductTypes]))),
  partnerOnRecord: Type.Optional(Type.String()),
  /** The user who changed it last, or the app that called alone. */
  lastModifiedUser: Type.String(),
  /** In new commerce the receiving partner sees them when they have moved. */
  lineItems: Type.Optional(Type.Array(TransferLineItem)),
  links: Type.Object({ self: Link }),
  attributes: Attributes,
})
export type TransferEntity = Static<typeof TransferEntity>

/** The published answer is a bare list. @see partner-center/developer/get-all-of-a-customer-s-transfers */
export const TransferEntities = Type.Array(TransferEntity)

/** A group of lines that did not move: a base and its add-ons. */
export const TransferError = Type.Object({
  transferGroupId: Type.String(),
  lineItems: Type.Array(
    Type.Object({ ...TransferLineItem.properties, sourceSubscriptionId: Type.Optional(Type.String()) }),
  ),
  code: Type.Integer(),
  description: Type.String(),
  attributes: Attributes,
})
export type TransferError = Static<typeof TransferError>

/** @see partner-center/developer/accept-a-transfer */
export const TransferSubmitResult = Type.Object({
  orders: Type.Array(Order),
  transferErrors: Type.Array(TransferError),
  attributes: Attributes,
})
export type TransferSubmitResult = Static<typeof TransferSubmitResult>

/** @see partner-center/developer/get-customer-s-subscriptions-transfer-eligibility */
export const TransferEligibility = Type.Object({
  id: Type.String(),
  isEligible: Type.Boolean(),
  reason: Type.Optional(Type.String()),
})
export type TransferEligibility = Static<typeof TransferEligibility>

export const TransferEligibilities = Type.Array(TransferEligibility)

/** A client that sends a whole resource back sends these too; they say nothing to the service. */
const echoed = Type.Optional(Type.Unknown())

/** Members that the server sets are ignored: only the subscription and the partner on record are read. */
const TransferRequestLine = Type.Object(
  {
    subscriptionId: Type.String(),
    partnerIdOnRecord: Type.Optional(Type.String()),
    addonItems: Type.Optional(
      Type.Array(Type.Object({ subscriptionId: Type.String() }, { additionalProperties: true })),
    ),
  },
  { additionalProperties: true },
)
type TransferRequestLine = Static<typeof TransferRequestLine>

const request = {
  id: Type.Optional(Type.String()),
  status: Type.Optional(Type.String()),
  transferType: Type.Optional(Type.Union([Type.Integer(), Type.String()])),
  sourcePartnerTenantId: Type.Optional(Type.String()),
  sourcePartnerName: Type.Optional(Type.String()),
  /** Other ways to name the sending partner: an address or a domain of its tenant. */
  sourcePartnerEmailId: Type.Optional(Type.String()),
  sourcePartnerDomain: Type.Optional(Type.String()),
  targetPartnerTenantId: Type.Optional(Type.String()),
  targetPartnerName: echoed,
  targetPartnerEmailId: Type.Optional(Type.String()),
  customerEmailId: Type.Optional(Type.String()),
  customerName: Type.Optional(Type.String()),
  customerTenantId: echoed,
  partnertenantid: echoed,
  targetProductTypes: Type.Optional(
    Type.Union([Type.Null(), Type.Array(Type.Enum([...transferProductTypes]))]),
  ),
  partnerOnRecord: Type.Optional(Type.String()),
  ignoreEligibilityCheck: echoed,
  transferDirection: echoed,
  createdTime: echoed,
  lastModifiedTime: echoed,
  lastModifiedUser: echoed,
  completedTime: echoed,
  expirationTime: echoed,
  lineItems: Type.Optional(Type.Array(TransferRequestLine)),
  links: echoed,
  attributes: echoed,
} as const

/**
 * A transfer as either program creates it: in the older one the sending partner names the subscriptions, in new commerce
 * the receiving one asks for them. @see partner-center/developer/create-a-transfer
 */
export const TransferRequest = Type.Object(request)
export type TransferRequest = Static<typeof TransferRequest>

/** Clients send the transfer back with another status. @see partner-center/developer/reject-a-transfer */
export const TransferUpdate = Type.Object(request)
export type TransferUpdate = Static<typeof TransferUpdate>
