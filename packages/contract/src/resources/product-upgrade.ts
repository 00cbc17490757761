import { Type, type Static } from 'typebox'
import { Attributes, DateTime, Guid } from './common.ts'

/** Another product family has a fault of its own, hence a plain string. */
export const ProductUpgradeRequest = Type.Object(
  { customerId: Guid, productFamily: Type.String() },
  { additionalProperties: true },
)

/** @see partner-center/developer/product-upgrade-resources#productupgradeseligibility */
export const ProductUpgradesEligibility = Type.Object({
  customerId: Guid,
  productFamily: Type.String(),
  isEligible: Type.Boolean(),
  /** The upgrade that the customer has already. */
  upgradeId: Type.Optional(Guid),
  /** Why the customer is not eligible, in the caller's language. */
  reason: Type.Optional(Type.String()),
  attributes: Attributes,
})
export type ProductUpgradesEligibility = Static<typeof ProductUpgradesEligibility>

/** @see partner-center/developer/product-upgrade-resources#errordetails */
export const ProductUpgradesErrorDetails = Type.Object({
  code: Type.String(),
  message: Type.String(),
  attributes: Attributes,
})
export type ProductUpgradesErrorDetails = Static<typeof ProductUpgradesErrorDetails>

const UpgradeProduct = Type.Object({
  id: Guid,
  name: Type.String(),
  attributes: Attributes,
})

export const upgradeStatuses = ['Pending', 'InProgress', 'Completed', 'Failed'] as const

/** @see partner-center/developer/product-upgrade-resources#upgradeslineitem */
export const UpgradesLineItem = Type.Object({
  sourceProduct: UpgradeProduct,
  /** The Azure plan, once it is known. */
  targetProduct: Type.Optional(UpgradeProduct),
  upgradedDate: Type.Optional(DateTime),
  status: Type.Enum([...upgradeStatuses]),
  errorDetails: Type.Optional(ProductUpgradesErrorDetails),
  attributes: Attributes,
})
export type UpgradesLineItem = Static<typeof UpgradesLineItem>

/** @see partner-center/developer/product-upgrade-resources#productupgradesstatus */
export const ProductUpgradesStatus = Type.Object({
  id: Guid,
  productFamily: Type.String(),
  status: Type.Enum([...upgradeStatuses]),
  lineItems: Type.Array(UpgradesLineItem),
  errorDetails: Type.Optional(ProductUpgradesErrorDetails),
  attributes: Attributes,
})
export type ProductUpgradesStatus = Static<typeof ProductUpgradesStatus>
