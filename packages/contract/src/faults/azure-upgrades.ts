import { spec } from './fault.ts'

/** @see partner-center/developer/error-codes */
export const azureUpgradeFaults = {
  upgradeHasSuspendedSubscriptions: spec(
    900105,
    403,
    "You have one or more Azure subscriptions in the suspended state. Suspended Azure subscriptions can't be transitioned to the Azure plan",
  ),
  upgradeNotFound: spec(900106, 404, 'No upgrade request was found'),
  upgradeCatalogItemNotFound: spec(
    900107,
    400,
    "Can't process Azure upgrade since Azure catalog item wasn't found",
  ),
  upgradeHasNoAzureSubscriptions: spec(
    900108,
    403,
    "Can't process Azure upgrade since customer has no Azure subscriptions.",
  ),
  upgradeIsInProgress: spec(
    900109,
    409,
    "This upgrade isn't allowed as original upgrade {upgradeId} is in progress",
  ),
  upgradeIsCompleted: spec(
    900110,
    400,
    "Can't process the upgrade request for completed upgrade {upgradeId}",
  ),
  upgradeOfAnotherCustomer: spec(
    900111,
    400,
    "The upgrade ID provided doesn't belong to customer {customerId}. The customer is mapped to upgrade ID {upgradeId}",
  ),
  purchaseBlockedByPendingUpgrade: spec(
    900112,
    409,
    "This purchase isn't allowed as the upgrade request {upgradeId} is in pending state",
  ),
  purchaseBlockedByRunningUpgrade: spec(
    900113,
    409,
    "This purchase isn't allowed as the upgrade request {upgradeId} is in progress",
  ),
  purchaseBlockedByFailedUpgrade: spec(
    900114,
    409,
    "This purchase isn't allowed as the upgrade request {upgradeId} failed",
  ),
  upgradeHasSharedServices: spec(
    900119,
    403,
    "Can't process Azure upgrade for Azure Partner Shared Services",
  ),
  upgradeNotEligible: spec(900120, 403, "Can't process Azure upgrade"),
  upgradeHasRecentPurchases: spec(
    900130,
    403,
    "One or more Azure subscriptions were purchased recently, these subscriptions can't be transitioned at this time. Try again later",
  ),
} as const
