import { spec } from './fault.ts'

/** @see partner-center/developer/error-codes */
export const orderFaults = {
  orderCannotBeProcessed: spec(4018, 400, 'Unable to process this order'),
  offerLimitExceeded: spec(27006, 400, 'Use limit is exceeded for Offer ID'),
  orderHasInactiveSubscriptions: spec(
    6000,
    400,
    "The billing cycle couldn't be changed because the order contains one or more subscriptions that aren't active",
  ),
  offerDoesNotSupportBillingCycle: spec(
    6001,
    400,
    "The billing cycle couldn't be changed because one of the order's Offer IDs doesn't support the billing term",
  ),
  orderNotFound: spec(20000, 404, 'Order ID not found'),
  orderCreationFailed: spec(800005, 500, "Create order isn't successful"),
  provisioningStatusNotFound: spec(800007, 404, 'Unable to retrieve provisioning information'),
  orderAdjustmentIsPending: spec(800014, 409, "There's a pending adjustment requested for this order"),
  purchaseNotCancellableOutsideSandbox: spec(
    800019,
    403,
    "Non-Sandbox tenants aren't allowed to cancel purchases other than software subscriptions and perpetual software",
  ),
  addOnNotRelatedToParent: spec(800029, 400, "The add-on isn't related to the specified parent subscription"),
  purchaseSystemNotSupported: spec(800031, 500, 'Purchase system not supported'),
  purchasePrerequisiteUnmet: spec(800036, 417, 'Pre-condition failed'),
  pricingAccessNotGranted: spec(800043, 403, "Access to pricing information isn't granted"),
  orderIsInProgress: spec(
    800060,
    409,
    'Your order is in progress. Check your order history for recent orders in few minutes',
  ),
  orderNotCancellable: spec(800061, 400, "Order can't be canceled"),
  legacyOrderNotCancellable: spec(
    800063,
    400,
    "This order {orderId} can't be canceled. Use PATCH /customers/{customerId}/subscriptions/<subscriptionId> to suspend subscriptions",
  ),
  lineNumberOutOfRange: spec(800071, 400, 'Line Item number should be from 0 to number of line items count'),
  subscriptionSyncNotCompleted: spec(
    800072,
    400,
    "Can't change billing cycle if subscription's SyncState isn't Completed",
  ),
  seatBasedSaasNotCancellableByOrder: spec(
    800077,
    403,
    "Cancelling of seat-based SaaS isn't supported via patch order. Use patch subscription instead.",
  ),
  noMintAccount: spec(
    800080,
    400,
    "Can't change billing cycle if subscription isn't associated with a Mint account",
  ),
  subscriptionBillingCycleDiffersFromOrder: spec(
    800085,
    400,
    "Subscription's billing cycle doesn't match with the original order billing cycle",
  ),
  lineItemFailed: spec(800087, 500, "There's an issue with the line item."),
  currencyNotSupported: spec(
    900169,
    400,
    'One or more of the order items do not support the given currency, {currency}. Input currency should be either partner or customer (market) currency.',
  ),
  purchaseOrderDocumentIsMissing: spec(900252, 400, 'Purchase order document is required.'),
  tenderProofIsMissing: spec(
    900253,
    400,
    'When part of tender, either tender link or tender document is required.',
  ),
  attachmentMetadataIsInvalid: spec(
    900254,
    400,
    'Invalid metadata. (If the customer price, currency is missing).',
  ),
} as const
