import { fillIn, spec, type Fault, type FaultSpec } from '@tenantry/contract/faults/fault.ts'
import { everyFault, nameOf, type AnyFaultName } from '@tenantry/contract/faults/index.ts'
import { describe, type Locale } from '@tenantry/contract/locales/index.ts'
import type { CartLineError } from './cart.ts'

/**
 * Conditions that exist only on a cart's line: they have a number in the table of cart errors and no row in the error
 * list. The wording is ours. @see partner-center/developer/cart-resources#carterrorcode
 */
export const cartNotices = {
  participantsNotSupported: spec(
    10004,
    200,
    'These participants are not supported for the partner: resellers are named by indirect providers, further resellers only beside one, at most five and only in Europe.',
  ),
  provisioningContextNotAccepted: spec(
    10010,
    200,
    'The provisioning context or the commitment of this line does not fit the product.',
  ),
  customTermEndDateNotForProduct: spec(
    10016,
    200,
    'A custom term end date can only be set for new commerce products with a term that are no trials.',
  ),
  baseSeatsNotMet: spec(
    10018,
    200,
    'This add-on needs at least {minimumQuantity} prerequisite licenses. The customer has {prerequisiteQuantity}.',
  ),
  addOnSeatsNotMet: spec(
    10019,
    200,
    'This add-on has to be bought for at least {minimumPercentage} of the prerequisite licenses, which is {minimumQuantity}. This license purchase is for {purchaseQuantity}.',
  ),
} as const

type NoticeName = keyof typeof cartNotices

const noticeNames = Object.keys(cartNotices) as NoticeName[]
const noticeOf = (spec: FaultSpec): NoticeName | undefined =>
  noticeNames.find((name) => cartNotices[name] === spec)

/** A condition that can stand on a line, but can't be the answer of a request. */
export const isNotice = (broken: Fault): boolean => broken.spec.status === 200

export const lineError = (
  errorCode: number,
  broken: Fault,
  additionalInformation?: Readonly<Record<string, number>>,
): CartLineError => ({
  errorCode,
  text: noticeOf(broken.spec) ?? nameOf(broken.spec),
  params: broken.params,
  ...(additionalInformation === undefined ? {} : { additionalInformation }),
})

/** Notices have an English text only. */
export function describeLineError(error: CartLineError, locale: Locale): string {
  const notice = noticeNames.find((name) => name === error.text)
  if (notice !== undefined) return fillIn(cartNotices[notice].message, error.params)
  const declared: FaultSpec = everyFault[error.text as AnyFaultName]
  return describe({ spec: declared, params: error.params }, locale)
}
