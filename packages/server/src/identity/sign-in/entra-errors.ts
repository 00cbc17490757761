import type { EntraSpec } from './entra-error.ts'

/** @see entra/identity-platform/reference-error-codes */
export const entraErrors = {
  tenantNotFound: entra(
    90002,
    'invalid_request',
    "Tenant '{tenant}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud.",
  ),
  tenantNotGiven: entra(
    50059,
    'invalid_request',
    'No tenant-identifying information found in either the request or implied by any provided credentials.',
  ),
  parameterMissing: entra(
    900144,
    'invalid_request',
    "The request body must contain the following parameter: '{parameter}'.",
  ),
  grantNotSupported: entra(
    70003,
    'unsupported_grant_type',
    "The app requested an unsupported grant type '{grant}'.",
  ),
  applicationNotFound: entra(
    700016,
    'unauthorized_client',
    "Application with identifier '{clientId}' was not found in the directory '{tenant}'. You may have sent your authentication request to the wrong tenant.",
  ),
  secretIsWrong: entra(
    7000215,
    'invalid_client',
    "Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '{clientId}'.",
    401,
  ),
  secretMissing: entra(
    7000218,
    'invalid_client',
    "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.",
    401,
  ),
  scopeIsInvalid: entra(
    70011,
    'invalid_scope',
    "The provided request must include a 'scope' input parameter. The provided value for the input parameter 'scope' is not valid. The scope {scope} is not valid.",
  ),
  resourceNotFound: entra(
    500011,
    'invalid_resource',
    'The resource principal named {resource} was not found in the tenant named {tenant}.',
  ),
  multifactorRequired: entra(
    50076,
    'invalid_grant',
    "Due to a configuration change made by your administrator, or because you moved to a new location, you must use multi-factor authentication to access '{resource}'.",
  ),
  refreshTokenUnknown: entra(
    70008,
    'invalid_grant',
    'The provided authorization code or refresh token has expired due to inactivity. Send a new interactive authorization request for this user and resource.',
  ),
  refreshTokenExpired: entra(
    700082,
    'invalid_grant',
    'The refresh token has expired due to inactivity. The token was issued on {issuedOn} and was inactive for {inactiveFor}.',
  ),
  refreshTokenOfOtherApp: entra(
    700016,
    'invalid_grant',
    "Application with identifier '{clientId}' was not found in the directory '{tenant}'. The refresh token was given to another application.",
  ),
  consentMissing: entra(
    65001,
    'invalid_grant',
    "The user or administrator has not consented to use the application with ID '{clientId}' in the directory '{tenant}'. Send an interactive authorization request for this user and resource.",
  ),
  deviceNotCompliant: entra(
    53000,
    'invalid_grant',
    'Your device is required to be managed to access this resource.',
  ),
  userIsDisabled: entra(50057, 'invalid_grant', 'The user account is disabled.'),
  blockedByConditionalAccess: entra(
    53003,
    'invalid_grant',
    'Access has been blocked by Conditional Access policies. The access policy does not allow token issuance.',
  ),
} as const

function entra<const T extends string>(
  code: number,
  error: string,
  text: T,
  status: 400 | 401 = 400,
): EntraSpec<T> {
  return { code, error, status, text }
}
