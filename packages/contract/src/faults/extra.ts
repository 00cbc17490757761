import { spec } from './fault.ts'

/**
 * Faults that single pages document outside the published error list. The numbers are Microsoft's, the wording is ours.
 * @see partner-center/developer/error-codes
 */
export const extraFaults = {
  /** @see partner-center/developer/verify-indirect-reseller-mpa-status */
  requestIsMalformed: spec(2000, 400, 'The request is malformed: check the value of {field}.'),
  /** @see partner-center/developer/get-partner-by-mpn-id */
  partnerOrganizationNotFound: spec(
    3000,
    404,
    'There is no partner organization with partner ID {partnerId}.',
  ),
  /** @see partner-center/developer/assign-licenses-to-a-user */
  licensesExhausted: spec(
    60012,
    400,
    'There are no more licenses of this product to assign. Buy more licenses, then try again.',
  ),
  /** @see partner-center/developer/get-a-list-of-products */
  targetSegmentNotAllowed: spec(
    400030,
    403,
    'Your account is not allowed to see products of this target segment.',
  ),
  /** @see partner-center/developer/get-a-list-of-products */
  targetViewNotAllowed: spec(400036, 403, 'Your account is not allowed to see products of this target view.'),
  /** @see partner-center/developer/create-a-cart-with-add-ons */
  addOnNeedsBaseProduct: spec(
    400041,
    400,
    'This add-on can only be bought together with a compatible base product.',
  ),
  /** @see partner-center/developer/confirm-customer-consent-customer-agreement */
  agreementAlreadyConfirmed: spec(
    600061,
    400,
    'This customer agreement has already been confirmed for the same contact.',
  ),
  /** @see partner-center/developer/retrieve-validation-status */
  validationStatusNotFound: spec(600074, 404, 'There is no validation status for this customer account.'),
  /** @see partner-center/developer/cancel-an-azure-subscription */
  cancellationReasonIsInvalid: spec(
    900307,
    400,
    "'{reason}' is no reason that an Azure subscription can be canceled for.",
  ),
  /** @see partner-center/developer/reactivate-an-azure-subscription */
  entitlementNotReactivable: spec(
    900337,
    400,
    'A partner cannot reactivate the Azure subscription with entitlement ID {entitlementId}.',
  ),
} as const
