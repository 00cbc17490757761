import { Type, type Static } from 'typebox'
import { Attributes, Collection, DateTime, Guid, Link } from './common.ts'

/** @see partner-center/developer/entitlement-resources#referenceorder */
const ReferenceOrder = Type.Object({
  id: Type.String(),
  lineItemId: Type.String(),
  alternateId: Type.String(),
})

/** @see partner-center/developer/entitlement-resources#reservedinstanceartifact */
const Artifact = Type.Object({
  /** Where the reservation itself is read. */
  link: Link,
  /** The id of the reservation in Azure. */
  resourceId: Guid,
  artifactType: Type.String(),
})

const members = {
  referenceOrder: ReferenceOrder,
  productId: Type.String(),
  skuId: Type.String(),
  quantity: Type.Integer(),
  quantityDetails: Type.Array(Type.Object({ quantity: Type.Integer(), status: Type.String() })),
  entitlementType: Type.Enum(['software', 'reservedinstance']),
  entitledArtifacts: Type.Array(Artifact),
  /** Only with `showExpiry`, and only where the right ends. */
  expiryDate: Type.Optional(DateTime),
  dynamicAttributes: Type.Optional(Type.Object({ reservationType: Type.String() })),
  attributes: Attributes,
}

/** What the customer may use because of a purchase. @see partner-center/developer/entitlement-resources#entitlement */
export const Entitlement = Type.Object({
  ...members,
  /** What the purchase brings along. */
  includedEntitlements: Type.Array(
    Type.Object({ ...members, includedEntitlements: Type.Array(Type.Unknown()) }),
  ),
})
export type Entitlement = Static<typeof Entitlement>

export const Entitlements = Collection(Entitlement)

/** @see partner-center/developer/entitlement-resources#reservedinstanceartifactdetails */
export const ReservedInstanceArtifactDetails = Type.Object({
  type: Type.String(),
  virtualMachineReservations: Type.Array(
    Type.Object({
      reservationId: Guid,
      scopeType: Type.String(),
      quantity: Type.Integer(),
      expiryDateTime: DateTime,
      effectiveDateTime: DateTime,
      provisioningState: Type.String(),
    }),
  ),
  attributes: Attributes,
})
export type ReservedInstanceArtifactDetails = Static<typeof ReservedInstanceArtifactDetails>
