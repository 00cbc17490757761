import { spec } from './fault.ts'

/** @see partner-center/developer/error-codes */
export const azureFaults = {
  notAnAzureSubscription: spec(800011, 400, "This subscription isn't a valid Azure subscription"),
  azureSubscriptionNotActive: spec(800012, 400, "This subscription isn't an active subscription"),
  notEnabledForReservations: spec(800013, 400, "This subscription isn't enabled for RI purchase"),
  subscriptionNotRegistered: spec(800030, 400, "This subscription isn't registered"),
  entitlementNotFound: spec(800111, 404, "Azure subscription with the given entitlement ID isn't found."),
  overageBlockedByLegacyAzure: spec(
    800112,
    403,
    "Overage can't be set as the customer has legacy Azure subscriptions.",
  ),
  overageNotEligible: spec(800114, 403, "You aren't eligible to manage overage for this customer."),
  overageOwnedByAnotherTenant: spec(
    800115,
    403,
    'Overage is already assigned to another tenant. Contact your customer to resolve ownership questions.',
  ),
  azurePlanHasActiveSubscriptions: spec(
    900115,
    403,
    "Azure plan can't be moved to suspended state since you have one or more Azure Subscriptions in the active state",
  ),
  azurePlanRequired: spec(
    900128,
    400,
    'An Azure plan is required to purchase a SaaS subscription with a metered billing plan',
  ),
  meteredAzurePlanNotUsable: spec(
    900129,
    400,
    "The specified Azure plan ID wasn't found or there are no active Azure subscriptions under it. An Azure plan with active subscription(s) is required to purchase a SaaS product with a metered billing plan",
  ),
  scopeNotSupported: spec(
    900312,
    400,
    "The selected scope '{scope}' in the provisioning context is not supported.",
  ),
  entitlementIdIsMissing: spec(
    900313,
    400,
    'Entitlement ID (Azure subscription ID) in the provisioning context is required for the transaction.',
  ),
  entitlementNotActive: spec(
    900314,
    400,
    'The Azure subscription associated with the entitlement ID is not active. An active Azure subscription is required to complete the purchase.',
  ),
  productNotEligibleForEntitlement: spec(
    900315,
    400,
    'This product is not eligible for purchase using the provided Azure subscription.',
  ),
  azurePlanIdIsMissing: spec(
    900317,
    400,
    'Subscription ID (Azure plan ID) in the provisioning context is required for the transaction.',
  ),
  azurePlanNotUsable: spec(
    900318,
    400,
    'The Azure plan associated with the subscription ID was not found or there are no active Azure subscriptions under it. An Azure plan with active subscription(s) is required to complete the purchase.',
  ),
  notAnAzurePlan: spec(900320, 400, 'The subscription ID must be the Azure Plan subscription ID.'),
  savingsPlanOperationNotSupported: spec(
    900321,
    403,
    'This operation is not supported for Azure savings plan in Partner Center today. It can however be managed in Azure portal.',
  ),
  savingsPlanPartnerOnRecordDiffers: spec(
    900323,
    403,
    'Azure savings plan purchases will inherit the partner on record of the associated Azure plan. The provided partner on record does not match the value ({partnerId}) on the associated Azure plan.',
  ),
} as const
