import type { Locale } from '@tenantry/contract/locales/index.ts'
import type { Cart, CartLineItem, Pricing } from '@tenantry/contract/resources/cart.ts'
import { link } from '@tenantry/contract/resources/common.ts'
import { decimal, decimalToNumber } from '../../../kernel/decimal.ts'
import { formatInstant, startOfDay, type PlainDate } from '../../../kernel/time.ts'
import { describeLineError } from './cart-notices.ts'
import type { CartLine, CartRecord, LinePricing, RequestedNextTerm } from './cart.ts'

/** The cart as it is published. @see partner-center/developer/cart-resources */
export const cartAnswer = (cart: CartRecord, locale: Locale): Cart => ({
  id: cart.id,
  creationTimestamp: formatInstant(cart.createdAt),
  lastModifiedTimestamp: formatInstant(cart.modifiedAt),
  expirationTimestamp: formatInstant(cart.expiresAt),
  lastModifiedUser: cart.modifiedBy,
  status: cart.status,
  lineItems: cart.lines.map((line) => lineAnswer(line, locale)),
  ...(cart.partnerOnRecordAttestationAccepted === undefined
    ? {}
    : { partnerOnRecordAttestationAccepted: cart.partnerOnRecordAttestationAccepted }),
  links: { self: link(`/customers/${cart.customerId}/carts/${cart.id}`) },
  attributes: { objectType: 'Cart' },
})

function lineAnswer(line: CartLine, locale: Locale): CartLineItem {
  const {
    promotionIsChosen: _chosen,
    error,
    pricing,
    customTermEndDate,
    nextTerm,
    participants,
    ...plain
  } = line
  const { addonItems, purchaseSystem: _system, ...rest } = plain
  return {
    ...rest,
    ...(participants === undefined ? {} : { participants: [...participants] }),
    ...(customTermEndDate === undefined ? {} : { customTermEndDate: endDate(customTermEndDate) }),
    ...(nextTerm === undefined ? {} : { scheduledNextTermInstructions: nextTermAnswer(nextTerm) }),
    ...(pricing === undefined ? {} : { pricing: pricingAnswer(pricing) }),
    ...(addonItems === undefined
      ? {}
      : {
          addonItems: addonItems.map((addOn) =>
            lineAnswer(
              {
                ...addOn,
                promotionIsChosen: true,
                ...(line.orderGroup === undefined ? {} : { orderGroup: line.orderGroup }),
              },
              locale,
            ),
          ),
        }),
    ...(error === undefined
      ? {}
      : {
          error: {
            errorCode: error.errorCode,
            errorDescription: describeLineError(error, locale),
            ...(error.additionalInformation === undefined
              ? {}
              : { additionalInformation: { ...error.additionalInformation } }),
          },
        }),
  }
}

/** Custom ends are printed as the first moment of their day. */
export const endDate = (date: PlainDate): string => formatInstant(startOfDay(date))

function nextTermAnswer({ product, quantity, customTermEndDate }: RequestedNextTerm) {
  return {
    product,
    quantity,
    ...(customTermEndDate === undefined ? {} : { customTermEndDate: endDate(customTermEndDate) }),
  }
}

const number = (text: string): number => decimalToNumber(decimal(text))

export const pricingAnswer = (pricing: LinePricing): Pricing => ({
  listPrice: number(pricing.listPrice),
  discountedPrice: number(pricing.discountedPrice),
  proratedPrice: number(pricing.proratedPrice),
  price: number(pricing.price),
  extendedPrice: number(pricing.extendedPrice),
})
