import { Type, type Static } from 'typebox'
import { Attributes, Link } from '../common.ts'

/** @see partner-center/developer/offer-resources#offercategory */
const OfferCategory = Type.Object({
  id: Type.String(),
  name: Type.String(),
  rank: Type.Integer(),
  locale: Type.String(),
  country: Type.String(),
  attributes: Attributes,
})

/** An offer of the older program. @see partner-center/developer/offer-resources */
export const Offer = Type.Object({
  id: Type.String(),
  name: Type.String(),
  description: Type.String(),
  minimumQuantity: Type.Integer(),
  maximumQuantity: Type.Integer(),
  rank: Type.Integer(),
  uri: Type.String(),
  locale: Type.String(),
  country: Type.String(),
  category: OfferCategory,
  prerequisiteOffers: Type.Array(Type.String()),
  isAddOn: Type.Boolean(),
  isTrial: Type.Optional(Type.Boolean()),
  isAvailableForPurchase: Type.Boolean(),
  billing: Type.String(),
  supportedBillingCycles: Type.Optional(Type.Array(Type.String())),
  isAutoRenewable: Type.Boolean(),
  isInternal: Type.Boolean(),
  conversionTargetOffers: Type.Array(Type.String()),
  upgradeTargetOffers: Type.Optional(Type.Array(Type.String())),
  partnerQualifications: Type.Array(Type.String()),
  product: Type.Object({ id: Type.String(), name: Type.String(), unit: Type.String() }),
  unitType: Type.String(),
  links: Type.Object({ learnMore: Type.Optional(Link), self: Link }),
  attributes: Attributes,
})
export type Offer = Static<typeof Offer>
