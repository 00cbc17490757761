import { spec } from './fault.ts'

/** @see partner-center/developer/error-codes */
export const subscriptionFaults = {
  suspendedQuantityIsFixed: spec(
    2001,
    400,
    "Subscription quantity can't be increased or decreased while subscription is being suspended",
  ),
  quantityOutOfRange: spec(
    2002,
    400,
    "Subscription quantity isn't within minimum and maximum allowed quantity",
  ),
  offerUpdatesNotAllowed: spec(2006, 400, "Updates on subscriptions for offer {offerId} aren't allowed"),
  deletedSubscriptionIsReadOnly: spec(
    2011,
    400,
    "Subscription with ID {subscriptionId} and deleted status can't be updated.",
  ),
  billingCycleChangeNeedsOrderUpdate: spec(
    2054,
    400,
    "The billing cycle for an existing subscription can't be updated using update-subscription operation. Use update-Order operation",
  ),
  subscriptionNotFound: spec(20003, 404, 'Subscription with ID {subscriptionId} not found.'),
  parentSubscriptionNotActive: spec(
    27009,
    409,
    "Can't enable a child subscription, when the parent subscription isn't Active",
  ),
  subscriptionIsInvalid: spec(800021, 400, "This subscription isn't a valid subscription"),
  quantityChangeNotEligible: spec(800027, 403, "The catalog item isn't eligible for add or remove quantity"),
  assetNotFound: spec(800037, 404, 'Asset ID not found'),
  futureBillingNotFound: spec(800038, 404, 'Asset FutureBillingInfo not found'),
  statusChangeNotAllowed: spec(
    800040,
    400,
    "Asset status can't be changed to {requestedStatus} from {currentStatus}",
  ),
  alreadyActivated: spec(800041, 400, 'This item has already been activated'),
  subscriptionHistoryNotFound: spec(800076, 404, 'Subscription history not found'),
  subscriptionNotYetActivated: spec(800081, 400, "Can't update a subscription before activating it"),
  subscriptionNotReady: spec(
    800082,
    409,
    'Subscription is not ready to be updated. Try again after sometime',
  ),
  quantityDecreaseNotAllowed: spec(800090, 400, "Subscription quantity can't be decreased"),
  suspendedSubscriptionIsReadOnly: spec(800091, 400, "Can't update a subscription with suspended status"),
  softwareAssuranceQuantityIncrease: spec(
    800092,
    400,
    "Can't increase the seat quantity for a subscription purchased under the Software Assurance program",
  ),
  autoRenewNotEligible: spec(800093, 400, "The subscription isn't eligible to be auto-renewed"),
  subscriptionUpdateFailed: spec(800094, 500, "Update subscription isn't successful"),
  quantityIsFixed: spec(800095, 400, "Can't update the seat quantity for this subscription"),
  statusIsFixed: spec(800096, 400, "Can't update the status for this subscription"),
  billingCycleIsFixed: spec(800097, 400, "Can't update the billing cycle for this subscription"),
  partnerOnRecordIsFixed: spec(800098, 400, "Can't update the partner on record for this subscription"),
  trialTermIsFixed: spec(800107, 400, 'Term changes are not supported for trial offers.'),
  termDurationIsInvalid: spec(800121, 400, 'The term duration provided is invalid.'),
  termDurationIsShorter: spec(
    800122,
    400,
    'The target term duration cannot be shorter than the current term duration.',
  ),
  cancellationWindowDaysPassed: spec(
    900117,
    400,
    'You have passed your {windowDays}-day cancellation window. We are unable to cancel your purchase',
  ),
  cancellationWindowHoursPassed: spec(
    900213,
    400,
    'You have passed your {windowHours}-hour cancellation window. We are unable to cancel your purchase',
  ),
  seatReductionWindowHoursPassed: spec(
    900214,
    400,
    'You have passed your {windowHours}-hour window for reducing seats for this subscription.',
  ),
  seatReductionWindowDaysPassed: spec(
    900257,
    400,
    'You have passed your {windowDays}-day window for reducing seats for this subscription.',
  ),
  subscriptionIsExpiring: spec(
    900277,
    400,
    'Your subscription is in the process of being expired. No further updates are allowed on this subscription.',
  ),
  operationIsPending: spec(
    900278,
    409,
    'There is a pending operation on this subscription. Please try again after 24 hours.',
  ),
  updatesNoLongerAllowed: spec(900279, 400, 'Update operations are no longer allowed for this subscription.'),
  updatesCurrentlyNotAllowed: spec(
    900280,
    400,
    'Update operations are currently not allowed for this subscription.',
  ),
  tooManyUpdates: spec(
    900311,
    400,
    'This subscription has been updated too many times. Please contact partner support if you need to make more updates on this subscription.',
  ),
  microsoftMigrationIsImminent: spec(
    900343,
    400,
    'This subscription is set to be migrated by Microsoft within the next 24 hours and therefore cannot be updated.',
  ),
  microsoftMigrationBlocksReactivation: spec(
    900353,
    400,
    'Subscriptions eligible for Microsoft-led migration cannot be reactivated starting 24 hours before the end of the term.',
  ),
  subscriptionMigratedByMicrosoft: spec(
    900358,
    400,
    'This subscription was migrated by Microsoft and therefore cannot be updated. The New-Commerce subscription ID is {newCommerceSubscriptionId}.',
  ),
  nextTermEndDateOnlyForOnlineServices: spec(
    900244,
    400,
    'The custom term end date specified on the scheduled next term instructions is only valid for OnlineServicesNCE products.',
  ),
  nextTermEndDateOutOfRange: spec(
    900245,
    400,
    'The custom term end date specified on the scheduled next term instructions must be within the first term duration after renewal. Also monthly term products cannot align with a subscription ending on the 28th, 29th, or 30th of the month, unless that date is the last day of the month.',
  ),
  nextTermEndDateNotAligned: spec(
    900246,
    400,
    'The custom term end date specified on the scheduled next term instructions does not match with the end date of any active non-trial OnlineServicesNCE subscription or align with the end of the calendar month.',
  ),
  nextTermProductIsInvalid: spec(
    900398,
    400,
    'One or more values in the next term instructions product are not valid.',
  ),
  nextTermQuantityNotAllowed: spec(
    900399,
    400,
    'The next term instructions quantity is not within the minimum and maximum allowed quantity.',
  ),
} as const
