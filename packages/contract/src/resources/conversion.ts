import { Type, type Static } from 'typebox'
import { Attributes, Collection } from './common.ts'

const conversion = {
  /** An offer's id in the older program, a catalogItemId in new commerce; so is the target. */
  offerId: Type.String(),
  targetOfferId: Type.String(),
  orderId: Type.String(),
  quantity: Type.Integer(),
  billingCycle: Type.String(),
} as const

/** What a trial can become. @see partner-center/developer/get-a-list-of-trial-conversion-offers */
export const Conversion = Type.Object({ ...conversion, attributes: Attributes })
export type Conversion = Static<typeof Conversion>

export const Conversions = Collection(Conversion)

/** A Conversion of the list, sent back; seats and cycle may be changed. */
export const ConversionRequest = Type.Object({
  offerId: Type.Optional(Type.String()),
  targetOfferId: Type.String(),
  orderId: Type.Optional(Type.String()),
  quantity: Type.Optional(Type.Integer()),
  billingCycle: Type.Optional(Type.String()),
  attributes: Type.Optional(Type.Unknown()),
})
export type ConversionRequest = Static<typeof ConversionRequest>

/** @see partner-center/developer/convert-a-trial-subscription-to-paid */
export const ConversionResult = Type.Object({
  subscriptionId: Type.String(),
  offerId: Type.String(),
  targetOfferId: Type.String(),
  /** `code` is a ConversionErrorCode. With it nothing was converted. */
  error: Type.Optional(Type.Object({ code: Type.Integer(), description: Type.String() })),
  attributes: Attributes,
})
export type ConversionResult = Static<typeof ConversionResult>
