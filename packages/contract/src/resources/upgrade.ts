import { Type, type Static } from 'typebox'
import { Attributes, Collection, FaultAnswer } from './common.ts'
import { Offer } from './catalogue/legacy-offer.ts'

export const upgradeTypes = ['none', 'upgrade_only', 'upgrade_with_license_transfer'] as const
export type UpgradeType = (typeof upgradeTypes)[number]

/** `code` is an UpgradeErrorCode, a number on the wire. */
export const UpgradeError = Type.Object({
  code: Type.Integer(),
  description: Type.String(),
  additionalDetails: Type.Optional(Type.String()),
  attributes: Attributes,
})
export type UpgradeError = Static<typeof UpgradeError>

/** @see partner-center/developer/transition-a-subscription */
export const Upgrade = Type.Object({
  targetOffer: Offer,
  upgradeType: Type.Enum([...upgradeTypes]),
  isEligible: Type.Boolean(),
  quantity: Type.Integer(),
  upgradeErrors: Type.Array(UpgradeError),
  attributes: Attributes,
})
export type Upgrade = Static<typeof Upgrade>

export const Upgrades = Collection(Upgrade)

/** A user whose licence did not move. */
export const UserLicenseError = Type.Object({
  userObjectId: Type.String(),
  name: Type.String(),
  errors: Type.Array(FaultAnswer),
  attributes: Attributes,
})
export type UserLicenseError = Static<typeof UserLicenseError>

const result = {
  sourceSubscriptionId: Type.String(),
  /** Absent where the upgrade was not made: `upgradeErrors` say why. */
  targetSubscriptionId: Type.Optional(Type.String()),
  upgradeErrors: Type.Array(UpgradeError),
  licenseErrors: Type.Array(UserLicenseError),
  attributes: Attributes,
} as const

/** @see partner-center/developer/transition-a-subscription */
export const UpgradeResult = Type.Object({ ...result, upgradeType: Type.Enum([...upgradeTypes]) })
export type UpgradeResult = Static<typeof UpgradeResult>

/** The page prints the type's number; the list of the same page prints its name, which is what is answered here. */
export const PublishedUpgradeResult = Type.Object({ ...result, upgradeType: Type.Integer() })

/** The Upgrade of the list, sent back. Only the target's id, the type (name or number) and the seats are read. */
export const UpgradeRequest = Type.Object({
  targetOffer: Type.Object({ id: Type.String() }, { additionalProperties: true }),
  upgradeType: Type.Union([Type.String(), Type.Integer()]),
  quantity: Type.Optional(Type.Integer()),
  isEligible: Type.Optional(Type.Unknown()),
  upgradeErrors: Type.Optional(Type.Unknown()),
  attributes: Type.Optional(Type.Unknown()),
})
export type UpgradeRequest = Static<typeof UpgradeRequest>
