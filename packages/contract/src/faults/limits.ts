import { spec } from './fault.ts'

/** @see partner-center/developer/error-codes */
export const limitFaults = {
  inventoryNotAvailable: spec(800010, 400, "Inventory isn't available for this catalog item"),
  inventoryQuantityNotAvailable: spec(800017, 400, "The quantity isn't available for this catalog item"),
  sandboxLimitMet: spec(800018, 400, 'The sandbox limit has been met'),
  creditReviewRequired: spec(
    800022,
    400,
    'You may be eligible for this transaction. Contact Support for help',
  ),
  prepaidCreditInsufficient: spec(
    800023,
    403,
    "You aren't eligible for this transaction because your Credit Line isn't reaching minimum threshold for this purchase. Update your order (or) contact Support for help",
  ),
  creditNotGranted: spec(800024, 400, "You aren't eligible for this transaction"),
  creditLineBelowMinimum: spec(
    800025,
    400,
    "You aren't eligible for this transaction because your Credit Line isn't reaching minimum threshold for this purchase. Update your order (or) contact Support for help",
  ),
  creditOnHold: spec(800026, 400, "You aren't eligible for this transaction"),
  partnerNotEligibleForTransaction: spec(800062, 400, "You aren't eligible for this transaction"),
  customerSubscriptionLimitExceeded: spec(
    800066,
    403,
    'The desired number of subscriptions exceeded the maximum number of subscriptions allowed per customer',
  ),
  subscriptionSeatLimitExceeded: spec(
    800067,
    403,
    'The desired seat count exceeded the maximum seat count allowed per subscription',
  ),
  partnerAzureSubscriptionLimitExceeded: spec(
    800068,
    403,
    'The desired number of subscriptions exceeded the maximum number of Azure subscriptions allowed per partner',
  ),
  riskCheckFailed: spec(800069, 403, 'Order failed Risk Management check'),
  seatLimitExceeded: spec(
    800088,
    403,
    'The requested number of {requestedSeats} seat/s exceeded the remaining limit of {remainingSeats} seats allowed per subscription for the CatalogID - {catalogItemId}',
  ),
  assetLimitExceeded: spec(
    800089,
    403,
    'The requested number of {requestedAssets} asset/s exceeded the remaining limit of {remainingAssets} assets allowed per customer',
  ),
  sandboxAzurePlanLimitMet: spec(
    900116,
    400,
    "Unable to create order. There's a limit to how many Azure plans can be created under sandbox accounts",
  ),
  creditLimitInsufficient: spec(
    900121,
    403,
    'Unable to process order due to insufficient credit limit, please contact ucmwrcsp@microsoft.com for further assistance',
  ),
} as const
