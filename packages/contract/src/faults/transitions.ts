import { spec } from './fault.ts'

/** @see partner-center/developer/error-codes */
export const transitionFaults = {
  subscriptionIdsNotConvertible: spec(
    2012,
    400,
    'Unable to convert between Commerce and Microsoft Entra subscription IDs.',
  ),
  entraSubscriptionsNotFound: spec(
    900140,
    404,
    'Unable to get Microsoft Entra subscriptions for a customer with tenant ID {customerId} and source provisioning ID {provisioningId}',
  ),
  targetEndsTooEarly: spec(
    900236,
    400,
    'The target transition ToSubscriptionId field is invalid. Target subscription CommitmentEndDate must be later than source subscription',
  ),
  targetNotActive: spec(
    900258,
    400,
    'The target transition ToSubscriptionId field is invalid. Target subscription must be active.',
  ),
  targetIsSource: spec(
    900259,
    400,
    'The target transition ToSubscriptionId field is invalid. Target subscription id can not be the same as the source subscription id.',
  ),
  targetCatalogItemDiffers: spec(
    900260,
    400,
    'The target transition ToSubscriptionId field is invalid. Target subscription must have the same CatalogItemId as in the transition request.',
  ),
  targetNotReady: spec(
    900261,
    400,
    'The target transition ToSubscriptionId field is invalid. The target subscription is not ready to be upgraded. Please try again after sometime.',
  ),
  targetTermIsShorter: spec(
    900267,
    400,
    'Target transition can not have a term duration shorter than that of the source subscription.',
  ),
  targetTermIsInvalid: spec(900268, 400, 'The term duration on the target transition is invalid.'),
} as const
