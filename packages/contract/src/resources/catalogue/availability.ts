import { Type, type Static } from 'typebox'
import { Attributes, Collection, Link } from '../common.ts'
import { Product } from './product.ts'
import { Sku } from './sku.ts'

/** A string in the resource's table, an object in every sample. */
const CurrencyInformation = Type.Object({ code: Type.String(), symbol: Type.String() })

const CancellationPolicy = Type.Object({
  refundOptions: Type.Array(
    Type.Object({
      sequenceId: Type.Integer(),
      /** `Full` or `Partial`. */
      type: Type.String(),
      /** ISO 8601 duration from the start of the term. */
      expiresAfter: Type.Optional(Type.String()),
    }),
  ),
})

/** A term with one billing cycle. The cycle is printed with a capital here: `Annual`, `Monthly`, `OneTime`. */
const AvailabilityTerm = Type.Object({
  id: Type.String(),
  duration: Type.Optional(Type.String()),
  description: Type.String(),
  billingCycle: Type.String(),
  cancellationPolicies: Type.Optional(Type.Array(CancellationPolicy)),
})
type AvailabilityTerm = Static<typeof AvailabilityTerm>

const RenewalInstruction = Type.Object({
  applicableTermIds: Type.Array(Type.String()),
  renewalOptions: Type.Array(
    Type.Object({
      /** `productId:skuId` */
      renewToId: Type.String(),
      isAutoRenewable: Type.Boolean(),
    }),
  ),
})

/**
 * Carries no amount: prices stand in the price sheet and on order lines.
 * @see partner-center/developer/product-resources#availability
 */
export const Availability = Type.Object({
  id: Type.String(),
  productId: Type.String(),
  skuId: Type.String(),
  /** `productId:skuId:availabilityId`, what a cart line names. Reissued: read it right before buying. */
  catalogItemId: Type.String(),
  defaultCurrency: CurrencyInformation,
  segment: Type.String(),
  country: Type.String(),
  isPurchasable: Type.Boolean(),
  isRenewable: Type.Boolean(),
  renewalInstructions: Type.Optional(Type.Array(RenewalInstruction)),
  terms: Type.Array(AvailabilityTerm),
  includedQuantityOptions: Type.Optional(
    Type.Array(Type.Object({ units: Type.String(), description: Type.String() })),
  ),
  product: Type.Optional(Product),
  sku: Type.Optional(Sku),
  links: Type.Object({ self: Link, availabilities: Type.Optional(Link) }),
  attributes: Type.Optional(Attributes),
})
export type Availability = Static<typeof Availability>

export const AvailabilityCollection = Collection(Availability)
