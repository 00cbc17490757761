import { Type, type Static } from 'typebox'
import { Attributes, Collection, Guid, Link } from './common.ts'

/**
 * An Azure subscription under an Azure plan. `active` or `inactive`: inactive after a cancellation, or where Azure
 * disabled it. @see partner-center/developer/subscription-resources#azureentitlement
 */
export const AzureEntitlement = Type.Object({
  id: Guid,
  friendlyName: Type.String(),
  status: Type.Enum(['active', 'inactive']),
  /** The Azure plan that it is under. */
  subscriptionId: Guid,
  links: Type.Object({ self: Link }),
})
export type AzureEntitlement = Static<typeof AzureEntitlement>

export const AzureEntitlements = Collection(AzureEntitlement)

/**
 * A reason that the service does not know has a fault of its own (900307), hence a plain string.
 * @see partner-center/developer/cancel-an-azure-subscription
 */
export const AzureEntitlementCancellationRequestContent = Type.Object(
  { cancellationReason: Type.String() },
  { additionalProperties: true },
)

/** @see partner-center/developer/get-subscription-registration-status */
export const SubscriptionRegistrationStatus = Type.Object({
  subscriptionId: Guid,
  /** The property table writes them in lower case, the published answer as here. */
  status: Type.Enum(['NotRegistered', 'Registering', 'Registered']),
  attributes: Attributes,
})
export type SubscriptionRegistrationStatus = Static<typeof SubscriptionRegistrationStatus>

/**
 * Where the calls beyond the included minutes are charged. The property table calls the flag `overage`, all answers
 * `overageEnabled`. @see partner-center/developer/subscription-resources#overage
 */
export const Overage = Type.Object({
  azureEntitlementId: Guid,
  partnerId: Type.String(),
  /** The service it is about; only `PhoneServices` is known. */
  type: Type.String(),
  overageEnabled: Type.Boolean(),
  links: Type.Object({ overage: Link }),
  attributes: Attributes,
})
export type Overage = Static<typeof Overage>

export const Overages = Collection(Overage)

/** What only answers have is taken and ignored. @see partner-center/developer/update-subscription-overage */
export const OverageRequest = Type.Object(
  {
    azureEntitlementId: Guid,
    /** The partner id of an indirect provider's reseller. */
    partnerId: Type.Optional(Type.String()),
    overageEnabled: Type.Boolean(),
  },
  { additionalProperties: true },
)
