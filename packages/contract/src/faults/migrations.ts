import { spec } from './fault.ts'

/** @see partner-center/developer/error-codes */
export const migrationFaults = {
  migrationSourceNotActive: spec(
    900215,
    400,
    'Subscription {subscriptionId} cannot be migrated to New Commerce because the status is not active.',
  ),
  migrationSourceIsBeingProcessed: spec(
    900216,
    400,
    'Subscription {subscriptionId} cannot be migrated to New Commerce because the subscription is currently being processed.',
  ),
  migrationTooCloseToTermEnd: spec(
    900217,
    400,
    'Subscription {subscriptionId} cannot be migrated to New Commerce because it is less than 24 hours from the term end.',
  ),
  migrationSourceHasPromotions: spec(
    900218,
    400,
    'Subscription {subscriptionId} cannot be migrated to New Commerce because it has promotions applied to it.',
  ),
  migrationSourceHasAddOns: spec(
    900219,
    400,
    'Subscription {subscriptionId} cannot be migrated to New Commerce because it has add-ons.',
  ),
  migrationPathNotFound: spec(
    900220,
    400,
    'Subscription {subscriptionId} cannot be migrated to New Commerce because there is not a valid migration path for this offer yet.',
  ),
  migrationNotEligible: spec(
    900221,
    400,
    'Subscription {subscriptionId} cannot be migrated to New Commerce because of one or more reasons (possible reasons: subscription not in Active state - subscription has promotions applied to it - subscription has add-ons attached to it - subscription is too close to term end - subscription offer is not available in New Commerce yet).',
  ),
  migrationTermAndBillingNotSupported: spec(
    900222,
    400,
    'Subscription {subscriptionId} cannot be migrated to New Commerce because the combination of term duration and billing cycle is not supported for the New-Commerce product.',
  ),
  migrationNotEnabledForPartner: spec(
    900223,
    403,
    'Partner tenant ID {partnerId} is not yet allowed to perform migrations to New Commerce on their subscriptions.',
  ),
  migrationNotFound: spec(900224, 400, 'New-Commerce migration {migrationId} could not be found.'),
  migrationFailed: spec(
    900225,
    408,
    'There was an unexpected error when processing the New-Commerce migration.',
  ),
  migrationSourceTooRecent: spec(
    900226,
    403,
    'Subscription {subscriptionId} cannot be migrated to New Commerce because it has been active for 1 month or less. Please try again later.',
  ),
  migrationPartnerOnRecordIsInvalid: spec(
    900247,
    400,
    'Subscription {subscriptionId} cannot be migrated to New Commerce because the partner ID on record in the current subscription is not valid.',
  ),
  migrationAddOnIsRepeated: spec(
    900248,
    400,
    'Migration cannot be performed because two or more add-on migrations were specified with the same current subscription ID',
  ),
  migrationAddOnNotActive: spec(
    900262,
    400,
    'Subscription cannot be migrated to New-Commerce because one or more add-on subscriptions specified in the AddOnMigrations collection do not exist or are not active.',
  ),
  migrationEndDateOutOfRange: spec(
    900291,
    400,
    'The custom term end date specified for the migration must be within the first term duration. Also, monthly term products cannot align with a subscription ending on the 28th, 29th, or 30th of the month, unless that date is the last day of the month.',
  ),
  migrationEndDateNotAligned: spec(
    900292,
    400,
    'The custom term end date specified for the migration does not match with the end date of any active non-trial OnlineServicesNCE subscription or align with the end of the calendar month.',
  ),
} as const
