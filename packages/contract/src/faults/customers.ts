import { spec } from './fault.ts'

/** @see partner-center/developer/error-codes */
export const customerFaults = {
  noCommerceRelationship: spec(
    20002,
    403,
    'The partner ID {partnerId} has no commerce relationship with the customer ID {customerId}.',
  ),
  customerIdIsInvalid: spec(900118, 400, 'Invalid Customer ID'),
  customerAgreementNotAccepted: spec(
    13605,
    403,
    'Either a partner confirmation of the customer acceptance of the Microsoft Customer Agreement must be provided or the customer must accept the Microsoft Customer Agreement in the Microsoft Admin Center before you can complete this purchase',
  ),
  registrationIdNotSupported: spec(600002, 400, "Organization registration ID value isn't supported"),
  registrationOrAddressIsInvalid: spec(
    600002,
    400,
    'The address or registration information for the customer is not valid for the specified country/region.',
  ),
  registrationIdIsMissing: spec(600049, 400, 'Organization registration ID information is missing'),
  registrationIdFormatIsInvalid: spec(
    600050,
    400,
    'Organization registration ID information is invalid and should be of the format {format}',
  ),
  phoneNumberIsMissing: spec(600051, 400, 'Customer phone number is missing'),
  nameIsTooShort: spec(600091, 400, 'Enter a name that includes more than one character.'),
  nameIsNotAllowed: spec(600092, 400, "Enter a valid name. {name} isn't allowed."),
  personNameIsTooLong: spec(600093, 400, "First name, last name, or middle name can't exceed 40 characters."),
  nameHasOnlyNumbers: spec(
    600094,
    400,
    "Enter a name that includes letters. A name that includes only numbers isn't allowed.",
  ),
  nameHasOnlySpecialCharacters: spec(
    600095,
    400,
    "Enter a valid name. A name that includes only special characters isn't allowed.",
  ),
  nameHasEmoji: spec(600096, 400, "Enter a name that doesn't include an emoji."),
  nameHasForbiddenCharacters: spec(
    600097,
    400,
    'Enter a valid name. Names can include letters, numbers, and some special characters.',
  ),
  companyNameIsTooLong: spec(600100, 400, "'Company name' exceeds the allowed length of 220 characters."),
  customerUnderReview: spec(
    800073,
    403,
    'Your customer account is currently under review. Check back in few days. Your patience is appreciated during this time. Learn more at {helpLink}',
  ),
  customerReviewUndecided: spec(
    800074,
    403,
    'Your customer account is currently under review. Check back in few days. Your patience is appreciated during this time. Learn more at {helpLink}',
  ),
  customerNotApproved: spec(
    800075,
    403,
    "Your Customer account wasn't approved. Transactions for this customer aren't allowed. Verify the customer account information is correct. For more information, refer to {helpLink}",
  ),
  customerIsLocked: spec(
    900416,
    403,
    'This customer account is locked for transactions. Contact Partner Center support for assistance.',
  ),
  customerNoLongerExists: spec(
    900417,
    403,
    "This customer account no longer exists, so you can't submit any transactions for it. Contact Partner Center support for assistance.",
  ),
  customerNotAuthorized: spec(
    900418,
    403,
    'This customer account is no longer authorized for transactions. Contact Partner Center support for assistance.',
  ),
  tenantSubscriptionLimitExceeded: spec(
    900419,
    400,
    'This customer tenant has exceeded the limit for the number of subscriptions defined in the Entra documentation (https://go.microsoft.com/fwlink/?linkid=2314636). View the Partner Center documentation to consolidate subscriptions (https://go.microsoft.com/fwlink/?linkid=2314228).',
  ),
} as const
