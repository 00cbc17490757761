import { spec } from './fault.ts'

/** @see partner-center/developer/error-codes */
export const requestFaults = {
  operationNotImplemented: spec(0, 501, 'Exception not defined'),
  resourceNotFound: spec(1000, 404, 'Not found'),
  propertyIsInvalid: spec(3000, 400, 'Invalid property'),
  requestInputIsInvalid: spec(800002, 400, 'Invalid request input'),
  unexpectedServiceError: spec(800003, 500, 'Unexpected service error'),
  enumValueIsUnknown: spec(
    900126,
    400,
    'Unable to parse enum: {value} For more information, please visit {documentationLink}',
  ),
  operationNotSupportedInEnvironment: spec(900127, 400, "This operation isn't supported in this environment"),
  operationNotSupported: spec(900141, 400, "This operation isn't supported"),
  temporaryFailure: spec(900192, 500, 'Something went wrong. Try again after some time.'),
  etagIsStale: spec(2055, 400, 'Etag is no longer valid'),
  activationNotSupported: spec(800042, 400, 'Not supported'),
  notSupportedForLegacySubscription: spec(
    900263,
    403,
    'This API method is not supported for legacy subscriptions.',
  ),
} as const
