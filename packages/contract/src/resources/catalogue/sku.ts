import { Type, type Static } from 'typebox'
import { Attributes, Collection, Link } from '../common.ts'

/** Where a trial can be converted to. The page names the member without showing its members (assumed). */
const ConversionInstruction = Type.Object({ productId: Type.String(), skuId: Type.String() })
type ConversionInstruction = Static<typeof ConversionInstruction>

/** An open map; these are the members that licences carry. Reservations add armSkuName, cores and others. */
const SkuDynamicAttributes = Type.Object(
  {
    isMicrosoftProduct: Type.Optional(Type.Boolean()),
    hasConstraints: Type.Optional(Type.Boolean()),
    isAddon: Type.Optional(Type.Boolean()),
    /** `productId:skuId` of which any one must be owned. */
    prerequisiteSkus: Type.Optional(Type.Array(Type.String())),
    isSoftwareAssuranceApplicable: Type.Optional(Type.Boolean()),
    /** `productId:skuId` of the targets of a transition. */
    upgradeTargetOffers: Type.Optional(Type.Array(Type.String())),
    conversionInstructions: Type.Optional(Type.Array(ConversionInstruction)),
    provisioningId: Type.Optional(Type.String()),
    internal: Type.Optional(Type.Boolean()),
    /** Of a reservation: where its capacity is. */
    armRegionName: Type.Optional(Type.String()),
  },
  { additionalProperties: true },
)
type SkuDynamicAttributes = Static<typeof SkuDynamicAttributes>

/** @see partner-center/developer/product-resources#sku */
export const Sku = Type.Object({
  /** Four characters, unique inside its product. */
  id: Type.String(),
  productId: Type.String(),
  title: Type.String(),
  description: Type.String(),
  minimumQuantity: Type.Integer(),
  maximumQuantity: Type.Integer(),
  isTrial: Type.Boolean(),
  /** In snake case: `monthly`, `annual`, `triennial`, `none`, `one_time`. */
  supportedBillingCycles: Type.Array(Type.String()),
  purchasePrerequisites: Type.Array(Type.String()),
  inventoryVariables: Type.Array(Type.String()),
  provisioningVariables: Type.Array(Type.String()),
  actions: Type.Optional(Type.Array(Type.String())),
  dynamicAttributes: SkuDynamicAttributes,
  attestationProperties: Type.Optional(
    Type.Object({ attestationType: Type.String(), enforceAttestation: Type.Boolean() }),
  ),
  consumptionType: Type.Optional(Type.String()),
  minimumPurchaseCommitment: Type.Optional(
    Type.Object({ amount: Type.Number(), grain: Type.String(), currencyCode: Type.String() }),
  ),
  links: Type.Object({ availabilities: Link, self: Link }),
  attributes: Type.Optional(Attributes),
})
export type Sku = Static<typeof Sku>

export const SkuCollection = Collection(Sku)

/** One page prints SKUs of the older program where products are listed; their attributes are open. */
export const PublishedSkus = Collection(Type.Record(Type.String(), Type.Unknown()))
