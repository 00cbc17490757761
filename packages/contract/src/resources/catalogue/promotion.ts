import { Type, type Static } from 'typebox'
import { Attributes, Collection } from '../common.ts'

const PromotionTerm = Type.Object({ duration: Type.String(), billingCycle: Type.String() })

/** @see partner-center/developer/get-promotions */
export const ProductPromotion = Type.Object({
  /** Three parts like a catalogItemId, starting with `39NFJQT1`. The last part is reissued. */
  id: Type.String(),
  name: Type.String(),
  description: Type.String(),
  startDate: Type.String(),
  endDate: Type.String(),
  /** An object in the samples, a list in the resource's table. */
  properties: Type.Object({ isAutoApplicable: Type.Boolean() }),
  requiredProducts: Type.Array(
    Type.Object({
      productId: Type.String(),
      skuId: Type.String(),
      term: PromotionTerm,
      pricingPolicies: Type.Array(
        Type.Object({
          /** `PercentDiscount` or `FlatRate`. */
          policyType: Type.String(),
          /** A share of one for PercentDiscount: `0.05` is 5 %. */
          value: Type.String(),
        }),
      ),
    }),
  ),
  promotionConstraints: Type.Optional(
    Type.Object({
      seatConstraints: Type.Optional(
        Type.Array(Type.Object({ minSeats: Type.Integer(), maxSeats: Type.Integer(), type: Type.String() })),
      ),
      assetOwnershipLimits: Type.Optional(
        Type.Array(
          Type.Object({ minAssets: Type.Integer(), maxAssets: Type.Integer(), type: Type.String() }),
        ),
      ),
      eligibilityConstraints: Type.Optional(
        Type.Array(Type.Object({ isApplicable: Type.Boolean(), type: Type.String() })),
      ),
      /** Outer list: all groups; inner list: any product of it. `bigId` is `productId/skuId`. */
      productOwnershipConstraints: Type.Optional(
        Type.Array(Type.Array(Type.Object({ bigId: Type.String() }))),
      ),
    }),
  ),
  attributes: Type.Optional(Attributes),
})
export type ProductPromotion = Static<typeof ProductPromotion>

export const ProductPromotionCollection = Collection(ProductPromotion)

/** @see partner-center/developer/verify-promotion-eligibility */
export const PromotionEligibilitiesRequest = Type.Object({
  items: Type.Array(
    Type.Object({
      /** Chosen by the caller; the samples send a number, a text or nothing. The item's place when left out. */
      id: Type.Optional(Type.Union([Type.Integer(), Type.String({ pattern: '^\\d+$' })])),
      catalogItemId: Type.String(),
      quantity: Type.Integer({ minimum: 1 }),
      termDuration: Type.String(),
      billingCycle: Type.String(),
      /** All promotions of the item when left out. */
      promotionId: Type.Optional(Type.String()),
    }),
    { minItems: 1 },
  ),
})
export type PromotionEligibilitiesRequest = Static<typeof PromotionEligibilitiesRequest>

const promotionEligibilityErrorTypes = [
  'InvalidCatalogItemId',
  'InvalidPromotion',
  'PrerequisiteProductOwnership',
  'RedemptionLimit',
  'SeatCount',
  'OfferPurchasedPreviously',
  'Term',
  'NoPromotionsAvailable',
] as const
export type PromotionEligibilityErrorType = (typeof promotionEligibilityErrorTypes)[number]

/** One schema for all types; the members beside type and description belong to RedemptionLimit, SeatCount and Term. */
export const PromotionEligibilityError = Type.Object({
  maxPromotionRedemptionCount: Type.Optional(Type.Integer()),
  remainingPromotionRedemptionCount: Type.Optional(Type.Integer()),
  minimumRequiredSeats: Type.Optional(Type.Integer()),
  maximumRequiredSeats: Type.Optional(Type.Integer()),
  availableSeats: Type.Optional(Type.Integer()),
  eligibleTerms: Type.Optional(Type.Array(PromotionTerm)),
  type: Type.Enum(promotionEligibilityErrorTypes),
  description: Type.String(),
})
export type PromotionEligibilityError = Static<typeof PromotionEligibilityError>

export const PromotionEligibility = Type.Object({
  /** Missing when no promotion was asked for and the item has none. */
  promotionId: Type.Optional(Type.String()),
  isEligible: Type.Boolean(),
  errors: Type.Optional(Type.Array(PromotionEligibilityError)),
})
export type PromotionEligibility = Static<typeof PromotionEligibility>

export const PromotionEligibilities = Type.Object({
  id: Type.Integer(),
  catalogItemId: Type.String(),
  quantity: Type.Integer(),
  billingCycle: Type.String(),
  termDuration: Type.String(),
  eligibilities: Type.Array(PromotionEligibility),
  attributes: Attributes,
})
export type PromotionEligibilities = Static<typeof PromotionEligibilities>

export const PromotionEligibilitiesCollection = Collection(PromotionEligibilities)
