import { spec } from './fault.ts'

/** @see partner-center/developer/error-codes */
export const cartFaults = {
  addOnExceedsPrerequisiteShare: spec(
    10021,
    200,
    'This add-on has a maximum purchase limit of {maximumPercentage} multiplied by the cumulative number of prerequisite licenses. This license purchase of {purchaseQuantity} exceeds the current maximum limit of {maximumQuantity}.',
  ),
  azureItemNotAvailable: spec(
    400072,
    200,
    "This item isn't available. To learn more, see Azure in Cloud Solution Provider (CSP).",
  ),
  promotionCodeIsInvalid: spec(27007, 400, 'Invalid promotion code'),
  cartNotFound: spec(800008, 404, 'Unable to retrieve cart ID'),
  cartHasItemErrors: spec(800009, 400, 'Error in Cart item(s)'),
  cartIsBeingProcessed: spec(800064, 409, 'Cart {cartId} is being processed by another request'),
  cartAlreadySubmitted: spec(800065, 400, "Can't check out an already submitted cart {cartId}."),
  customTermEndDateNotAligned: spec(
    900242,
    400,
    'The custom term end date specified for line item {lineNumber} does not match with the end date of any active non-trial OnlineServicesNCE subscription or align with the end of the calendar month. Partners should select a new custom term end date.',
  ),
  billingCycleIsInvalid: spec(900269, 400, 'The billing cycle is invalid.'),
  billingCycleLongerThanTerm: spec(900270, 400, 'The billing cycle cannot be longer than the term.'),
  lineQuantityNotAllowed: spec(
    900275,
    400,
    'The requested quantity for line item {lineNumber} is not within the allowed quantity for this offer.',
  ),
  nextTermInstructionsOnlyForTrials: spec(
    900396,
    400,
    'Configuring next term instructions at purchase is only supported for New Commerce Experience OnlineServices trials.',
  ),
  trialHasNoPaidVersion: spec(
    900397,
    400,
    'Next term instructions are not supported for this trial purchase because there is no paid version of the trial.',
  ),
} as const
