import { spec } from './fault.ts'

/** @see partner-center/developer/error-codes */
export const identityFaults = {
  tokenIsInvalid: spec(400, 401, 'Access denied'),
  callerHasNoAccess: spec(2032, 403, 'Access denied'),
  userNotFound: spec(60002, 404, "User object ID isn't found"),
  tenantNotFound: spec(60003, 404, 'Tenant not found'),
  entraRefusedToken: spec(
    90000,
    403,
    'See the Microsoft Entra documentation for more details about the returned error description, including mitigation steps.',
  ),
  partnerTokenIsMissing: spec(800001, 401, 'Partner Token missing in request context'),
  roleIsInsufficient: spec(
    900150,
    403,
    "The supplied role doesn't have the rights to perform the requested operation",
  ),
  privilegesAreInsufficient: spec(900308, 403, 'Insufficient privileges to complete the operation.'),
  blockedByConditionalAccess: spec(
    900309,
    403,
    'Access has been blocked by Conditional Access policies. The access policy does not allow token issuance. Learn more at Users and groups in Conditional Access policy - Microsoft Entra.',
  ),
  partnerTokenInLicenseCall: spec(
    900316,
    400,
    'Partner token is not allowed in license management calls. Please call with partner access token.',
  ),
  appOnlyTokenNotSupported: spec(
    900329,
    403,
    'This resource does not support application-only authentication.',
  ),
  tokenAudienceIsRetired: spec(
    900420,
    401,
    'The audience in the token is invalid and is no longer supported in Partner Center API. To learn more, see Deprecate Azure AD graph token.',
  ),
  multifactorAuthenticationRequired: spec(
    900421,
    401,
    "Multifactor authentication (MFA) is required to access this resource. The token doesn't contain the MFA claim.",
  ),
  licenseMigrationFailed: spec(60000, 400, 'The customer license migration failed'),
} as const
