import { spec } from './fault.ts'

/** @see partner-center/developer/error-codes */
export const transferFaults = {
  transferSubscriptionIsInvalid: spec(800078, 400, "Transfer can't be created with invalid subscription"),
  transferNotFound: spec(900100, 404, 'Transfer request not found'),
  transferIsInProgress: spec(
    900101,
    409,
    "This transfer isn't allowed as original transfer {transferId} is in progress",
  ),
  transferIsClosed: spec(
    900102,
    400,
    "Can't process the transfer request for {transferStatus} transfer {transferId}",
  ),
  transferOrderFailed: spec(900103, 500, "Transfer order isn't successful"),
  transferIsBeingProcessed: spec(900104, 409, 'Transfer {transferId} is being processed by another request'),
  transferBlockedByLegacyAzure: spec(
    900131,
    400,
    "This transfer request can't be initiated as the customer has legacy Azure subscriptions",
  ),
  transferAzurePlanNotActive: spec(
    900132,
    400,
    "This transfer request can't be initiated as the Azure plan isn't active, please enable the Azure plan",
  ),
  transferAzurePlanNotPurchased: spec(
    900133,
    400,
    "This transfer request can't be initiated as customer hasn't purchased Azure plan",
  ),
  transferAzurePlanNotPurchasable: spec(
    900134,
    400,
    "This transfer request can't be initiated as the Azure plan isn't purchasable",
  ),
  transferPartnerOnRecordDiffers: spec(
    900134,
    400,
    "This transfer request can't be initiated as the partner on record doesn't match for this transfer and the customer's Azure plan",
  ),
  transferInitiationFailed: spec(900135, 500, 'Initiate transfer request failed. Try again later'),
  transferSourceIsMissing: spec(
    900136,
    400,
    "Transfer can't be initiated as source partner email/domain details missing in the request",
  ),
  transferNotEnabledForPartner: spec(
    900137,
    403,
    "Transfer can't be created as partner: {partnerId} not enabled for this feature",
  ),
  transferCloudNotSupported: spec(
    900138,
    403,
    "Transfer can't be created as partner's: {partnerId} national cloud {nationalCloud} isn't supported",
  ),
  transferNotAcceptableWithAzure: spec(
    900139,
    403,
    "Transfer request can't be accepted. Please request the partner to create transfer without Azure subscription(s)",
  ),
  transferHasReservations: spec(
    900145,
    400,
    "This request for transfer of billing ownership can't be completed as Azure reservations don't transfer with subscriptions. Cancel the Azure reservations associated with the subscriptions in your selection and try again.",
  ),
  transferHasMarketplaceProducts: spec(
    900146,
    400,
    "This request for transfer of billing ownership can't be completed as third-party marketplace products don't transfer with subscriptions. Remove the third-party marketplace products from your selection and try again.",
  ),
  transferSourceDomainIsInvalid: spec(
    900147,
    400,
    'Provide a valid domain associated with the current partner',
  ),
  transferSourceIsTarget: spec(
    900148,
    400,
    'Transfer creation failed due to source partner details matched with requesting partner',
  ),
  lineItemsGivenByTarget: spec(900364, 400, 'The lineItems field cannot be specified by the target partner.'),
  onlyCancellationAllowed: spec(900365, 400, 'Only transfer cancellation is allowed.'),
  onlyAcceptanceAllowed: spec(900366, 400, 'Only transfer acceptance is allowed.'),
  transferUpdateNotAllowed: spec(
    900367,
    403,
    'Transfer update is not allowed for the current partner tenant ID.',
  ),
  transferNotPending: spec(
    900368,
    400,
    'Updates are only allowed when the transfer has a status of Pending.',
  ),
  transferLineFailed: spec(
    900369,
    400,
    'There was an unexpected error when processing the transfer for this subscription.',
  ),
  transferLineNotActive: spec(
    900370,
    400,
    'The transfer cannot be processed for this line item because the subscription is not active or does not exist.',
  ),
  transferLineNotOnlineServices: spec(
    900371,
    400,
    'The transfer cannot be processed for this line item because the product type of the specified subscription is not OnlineServicesNCE.',
  ),
  transferParticipantNotSupported: spec(
    900372,
    400,
    'The transfer cannot be created due to an unsupported participant type.',
  ),
  targetHasNoAzurePlan: spec(
    900373,
    400,
    'The transfer cannot be processed because the target partner does not have an active Azure plan for the customer and reseller combination.',
  ),
  specializedOfferNotAvailableToTarget: spec(
    900374,
    400,
    'The transfer cannot be processed because the specialized offer is not available to the target partner.',
  ),
  transferHasTooManySubscriptions: spec(
    900383,
    400,
    'A maximum of 25 Online Services NCE subscriptions can be transferred per billing cycle in a single request.',
  ),
  thirdPartySkuNotAvailableToTarget: spec(
    900395,
    400,
    'Unable to transfer third-party resource: The product SKU is not available to the target partner. Remove this resource and try accepting the transfer again, or contact the target partner.',
  ),
} as const
