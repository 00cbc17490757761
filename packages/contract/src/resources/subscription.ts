import { Type, type Static } from 'typebox'
import { BillingCycleType } from './cart.ts'
import { Attributes, Collection, DateTime, Guid, Link } from './common.ts'

/** @see partner-center/developer/subscription-resources#subscriptionstatus */
const subscriptionStatuses = [
  'none',
  'active',
  'suspended',
  'deleted',
  'expired',
  'pending',
  'disabled',
] as const
const SubscriptionStatus = Type.Enum([...subscriptionStatuses])

const BillingType = Type.Enum(['none', 'usage', 'license', 'benefit'])
const ContractType = Type.Enum(['subscription', 'product_key', 'redemption_code'])

/** The product of the next term or cycle. @see partner-center/developer/subscription-resources#productterm */
export const ProductTerm = Type.Object({
  productId: Type.String(),
  skuId: Type.String(),
  availabilityId: Type.String(),
  billingCycle: BillingCycleType,
  termDuration: Type.String(),
  promotionId: Type.Optional(Type.String()),
})
export type ProductTerm = Static<typeof ProductTerm>

/** @see partner-center/developer/create-scheduled-changes */
export const ScheduledNextTermInstructions = Type.Object({
  product: ProductTerm,
  quantity: Type.Integer(),
  customTermEndDate: Type.Optional(DateTime),
})
export type ScheduledNextTermInstructions = Static<typeof ScheduledNextTermInstructions>

/**
 * What happens to a subscription by itself at the end of its term. Names and values are those of a client library of
 * 2026: no stored page prints them. @see partner-center/customers/extended-service-terms
 */
const scheduleType = Type.Enum(['TermEnd', 'CustomDate'])
const actionType = Type.Enum(['RenewToNewTerm', 'RenewToExtendedServiceTerm', 'Cancel', 'Transition'])
export const ScheduledAction = Type.Object({
  scheduleType,
  actionType,
  effectiveDate: Type.Optional(DateTime),
})
export type ScheduledAction = Static<typeof ScheduledAction>

/** @see partner-center/developer/subscription-resources#nextchargeinstructions */
export const NextChargeInstructions = Type.Object({ product: ProductTerm, quantity: Type.Integer() })
export type NextChargeInstructions = Static<typeof NextChargeInstructions>

/** The table of the resource says `expiresAfter`, every printed answer `expiresAt`. */
const RefundOption = Type.Object({
  type: Type.Enum(['Full', 'Partial']),
  expiresAt: Type.Optional(DateTime),
})

const RefundableQuantity = Type.Object({
  totalQuantity: Type.Integer(),
  details: Type.Array(Type.Object({ quantity: Type.Integer(), allowedUntilDateTime: DateTime })),
})

/** The kind of a product, for example `OnlineServicesNCE`. */
const ItemType = Type.Object({ id: Type.String(), displayName: Type.String() })

export const SubscriptionLinks = Type.Object({
  offer: Type.Optional(Link),
  product: Type.Optional(Link),
  sku: Type.Optional(Link),
  availability: Type.Optional(Link),
  entitlement: Type.Optional(Link),
  parentSubscription: Type.Optional(Link),
  activationLinks: Type.Optional(Link),
  self: Link,
})
export type SubscriptionLinks = Static<typeof SubscriptionLinks>

/** One reservation or plan of an order that has several. @see partner-center/developer/subscription-resources */
const SubscriptionLineItem = Type.Object({
  id: Type.String(),
  friendlyName: Type.Optional(Type.String()),
  scope: Type.Optional(
    Type.Object({
      type: Type.String(),
      subscriptionId: Type.Optional(Type.String()),
      entitlementId: Type.Optional(Type.String()),
      managementGroupId: Type.Optional(Type.String()),
      resourceGroupId: Type.Optional(Type.String()),
    }),
  ),
  autoRenewEnabled: Type.Optional(Type.Boolean()),
  status: Type.Optional(Type.String()),
  purchaseCommitment: Type.Optional(
    Type.Object({ amount: Type.String(), grain: Type.String(), currency: Type.String() }),
  ),
})

/** @see partner-center/developer/subscription-resources */
export const Subscription = Type.Object({
  id: Type.String(),
  /** New commerce: `productId:skuId:availabilityId`; the older program: the offer's id. */
  offerId: Type.String(),
  entitlementId: Type.Optional(Type.String()),
  offerName: Type.String(),
  friendlyName: Type.String(),
  productType: Type.Optional(ItemType),
  quantity: Type.Integer(),
  /** `Licenses`, `Usage-based`, `none`. */
  unitType: Type.String(),
  parentSubscriptionId: Type.Optional(Type.String()),
  hasPurchasableAddons: Type.Optional(Type.Boolean()),
  creationDate: DateTime,
  effectiveStartDate: DateTime,
  /** Prints T00:00:00Z and means the whole day. */
  commitmentEndDate: DateTime,
  commitmentEndDateTime: Type.Optional(DateTime),
  cancellationAllowedUntilDate: Type.Optional(DateTime),
  billingCycleEndDate: Type.Optional(DateTime),
  billingCycleEndDateTime: Type.Optional(DateTime),
  customTermEndDate: Type.Optional(DateTime),
  status: SubscriptionStatus,
  autoRenewEnabled: Type.Boolean(),
  /** Where the term is not renewed and its end can be chosen. */
  scheduledActions: Type.Optional(Type.Array(ScheduledAction)),
  scheduledNextTermInstructions: Type.Optional(ScheduledNextTermInstructions),
  nextChargeInstructions: Type.Optional(NextChargeInstructions),
  isTrial: Type.Optional(Type.Boolean()),
  billingType: BillingType,
  billingCycle: Type.Optional(BillingCycleType),
  termDuration: Type.Optional(Type.String()),
  renewalTermDuration: Type.Optional(Type.String()),
  refundOptions: Type.Optional(Type.Array(RefundOption)),
  refundableQuantity: Type.Optional(RefundableQuantity),
  isMicrosoftProduct: Type.Optional(Type.Boolean()),
  publisherName: Type.Optional(Type.String()),
  partnerId: Type.Optional(Type.String()),
  attentionNeeded: Type.Optional(Type.Boolean()),
  actionTaken: Type.Optional(Type.Boolean()),
  actions: Type.Optional(Type.Array(Type.String())),
  suspensionReasons: Type.Optional(Type.Array(Type.String())),
  contractType: ContractType,
  consumptionType: Type.Optional(Type.String()),
  promotionId: Type.Optional(Type.String()),
  productOrderId: Type.Optional(Type.String()),
  lineItems: Type.Optional(Type.Array(SubscriptionLineItem)),
  migratedFromSubscriptionId: Type.Optional(Type.String()),
  links: Type.Optional(SubscriptionLinks),
  orderId: Type.String(),
  attributes: Attributes,
})
export type Subscription = Static<typeof Subscription>

export const SubscriptionCollection = Collection(Subscription)

const WantedProduct = Type.Object(
  {
    productId: Type.Optional(Type.String()),
    skuId: Type.Optional(Type.String()),
    availabilityId: Type.Optional(Type.String()),
    billingCycle: Type.Optional(Type.String()),
    termDuration: Type.Optional(Type.String()),
    promotionId: Type.Optional(Type.String()),
  },
  { additionalProperties: true },
)

const WantedInstructions = Type.Object(
  {
    product: Type.Optional(WantedProduct),
    quantity: Type.Optional(Type.Integer()),
    customTermEndDate: Type.Optional(Type.String()),
  },
  { additionalProperties: true },
)

/**
 * What a PATCH sends: the whole resource, of which the members below can be changed. Terms and cycles that do not exist
 * have faults of their own, hence plain strings; members that only answers have are taken and ignored.
 * @see partner-center/developer/update-a-subscription-by-id
 */
export const SubscriptionPatch = Type.Object(
  {
    friendlyName: Type.Optional(Type.String()),
    quantity: Type.Optional(Type.Integer()),
    status: Type.Optional(SubscriptionStatus),
    autoRenewEnabled: Type.Optional(Type.Boolean()),
    scheduledActions: Type.Optional(
      Type.Array(
        Type.Object(
          {
            scheduleType,
            actionType,
            effectiveDate: Type.Optional(Type.String()),
            /** Only of an action that renews. */
            instructions: Type.Optional(WantedInstructions),
          },
          { additionalProperties: true },
        ),
      ),
    ),
    scheduledNextTermInstructions: Type.Optional(WantedInstructions),
    nextChargeInstructions: Type.Optional(
      Type.Object(
        { product: Type.Optional(WantedProduct), quantity: Type.Optional(Type.Integer()) },
        { additionalProperties: true },
      ),
    ),
    billingCycle: Type.Optional(Type.String()),
    termDuration: Type.Optional(Type.String()),
    promotionId: Type.Optional(Type.String()),
    partnerId: Type.Optional(Type.String()),
    attributes: Type.Optional(
      Type.Object({ etag: Type.Optional(Type.String()) }, { additionalProperties: true }),
    ),
  },
  { additionalProperties: true },
)
export type SubscriptionPatch = Static<typeof SubscriptionPatch>

/** @see partner-center/developer/get-subscription-provisioning-status */
export const SubscriptionProvisioningStatus = Type.Object({
  skuId: Type.String(),
  status: Type.Enum(['none', 'success', 'pending', 'failed']),
  quantity: Type.Integer(),
  endDate: DateTime,
  attributes: Attributes,
})
export type SubscriptionProvisioningStatus = Static<typeof SubscriptionProvisioningStatus>

/** @see partner-center/developer/activate-sandbox-subscription-azure-marketplace-products */
export const SubscriptionActivationResult = Type.Object({ subscriptionId: Guid, status: Type.String() })
export type SubscriptionActivationResult = Static<typeof SubscriptionActivationResult>

/**
 * One thing that happened to a subscription. The error list knows of a history (800076), no page prints one: path and
 * shape are ours (assumed).
 */
export const SubscriptionHistoryEntry = Type.Object({
  date: DateTime,
  /** `updated`, `charged`, `renewed`, `renewal-failed`, `expired`, `disabled`, `deleted`, `registered` … */
  operation: Type.String(),
  /** As they were afterwards; absent where it did not bear on them. */
  status: Type.Optional(SubscriptionStatus),
  quantity: Type.Optional(Type.Integer()),
  attributes: Attributes,
})
export type SubscriptionHistoryEntry = Static<typeof SubscriptionHistoryEntry>

export const SubscriptionHistory = Collection(SubscriptionHistoryEntry)

/** @see partner-center/developer/get-a-subscription-s-support-contact */
export const SupportContact = Type.Object({
  supportTenantId: Type.String(),
  supportMpnId: Type.String(),
  name: Type.String(),
  links: Type.Object({ self: Link }),
  attributes: Attributes,
})
export type SupportContact = Static<typeof SupportContact>

export const SupportContactRequest = Type.Object(
  { supportTenantId: Guid, supportMpnId: Type.String(), name: Type.String() },
  { additionalProperties: true },
)

/** @see partner-center/developer/custom-term-end-dates */
export const AllowedCustomTermEndDate = Type.Object({
  allowedCustomTermEndDateType: Type.Enum(['calendarMonthAligned', 'subscriptionAligned']),
  cotermSubscriptionIds: Type.Optional(Type.Array(Type.String())),
  /** Printed without a zone. */
  allowedCustomTermEndDate: Type.String(),
})
export type AllowedCustomTermEndDate = Static<typeof AllowedCustomTermEndDate>

export const AllowedCustomTermEndDateCollection = Collection(AllowedCustomTermEndDate)
