import { Type } from 'typebox'
import { collaborator } from '../collaborator.ts'

const text = Type.String()
const country = Type.Optional(Type.String({ pattern: '^[A-Z]{2}$' }))
const Segment = Type.Union([
  Type.Literal('commercial'),
  Type.Literal('education'),
  Type.Literal('government'),
  Type.Literal('nonprofit'),
])

/** Which items an entry is about; a member that is left out matches everything. */
const selector = {
  productId: Type.Optional(text),
  skuId: Type.Optional(text),
  country,
  segment: Type.Optional(Segment),
}

const defaultPartner = '0caf8170-1003-4e02-8a83-98d9ac11d67b'

/**
 * What Microsoft changes about the published catalogue: availabilities that are reissued, sales that end, items that
 * are withdrawn or published with faulty members. Empty lists mean the catalogue as shipped.
 * @see partner-center/developer/product-resources
 */
export const catalogueChanges = collaborator({
  name: 'catalogue',
  schema: Type.Object({
    /** Reissue every availability at 00:00 UTC of the first day of each month, as the price list is published. */
    rotatesMonthly: Type.Boolean(),
    /** Reissues the matching availabilities at `from`. */
    rotations: Type.Array(Type.Object({ ...selector, from: text })),
    /** The sale ends at `from`; the items stay known for what was bought before. */
    endOfSale: Type.Array(
      Type.Object({
        productId: text,
        skuId: Type.Optional(text),
        country,
        termDuration: Type.Optional(text),
        from: text,
        /** Nobody buys it any more, but subscriptions still move to it: the state EndOfSaleWithConversions. */
        withConversions: Type.Optional(Type.Boolean()),
      }),
    ),
    /** Leaves the product and the SKU published, without anything to buy. */
    withdrawn: Type.Array(Type.Object({ ...selector, productId: text })),
    /** Partners (tenant ids) that an exclusive item is offered to. */
    exclusiveTo: Type.Array(Type.Object({ productId: text, skuId: text, partnerIds: Type.Array(text) })),
    /** Members of a SKU that take the place of the shipped ones. */
    skuChanges: Type.Array(
      Type.Object({
        productId: text,
        skuId: text,
        minimumQuantity: Type.Optional(Type.Integer({ minimum: 1 })),
        maximumQuantity: Type.Optional(Type.Integer({ minimum: 1 })),
        pooledSeats: Type.Optional(Type.Integer({ minimum: 0 })),
        segments: Type.Optional(Type.Array(Segment)),
        countries: Type.Optional(Type.Array(text)),
        purchaseSystem: Type.Optional(text),
        requiresPurchaseOrder: Type.Optional(Type.Boolean()),
        isPurchasableInSandbox: Type.Optional(Type.Boolean()),
        requiredTenantTags: Type.Optional(Type.Array(text)),
        /** An empty string takes the id away. */
        provisioningId: Type.Optional(text),
        includedQuantityOptions: Type.Optional(Type.Array(Type.Object({ units: text, description: text }))),
        /** The purchase program that it belongs to. Under Software Assurance seats are not added (800092). */
        program: Type.Optional(Type.Literal('SoftwareAssurance')),
        /** Ways to buy it beside the shipped ones, for example a term that no system can handle. */
        furtherPlans: Type.Optional(Type.Array(Type.Object({ termDuration: text, billingCycle: text }))),
      }),
    ),
    /** Members of an offer of the older program that take the place of the shipped ones. */
    offerChanges: Type.Array(
      Type.Object({
        offerId: text,
        /** False while Microsoft takes no commercial change of what was bought by it (2006). */
        isUpdatable: Type.Optional(Type.Boolean()),
        /** Where it is sold; elsewhere it is 800070. */
        countries: Type.Optional(Type.Array(text)),
        /** What a partner has to be qualified for to sell it (2006). */
        resellerQualifications: Type.Optional(Type.Array(text)),
      }),
    ),
    /** Transition paths, as `productId:skuId`, beside the shipped ones. */
    addedPaths: Type.Array(Type.Object({ from: text, to: text })),
    removedPaths: Type.Array(Type.Object({ from: text, to: text })),
  }),
  initial: {
    rotatesMonthly: false,
    rotations: [],
    endOfSale: [],
    withdrawn: [],
    // The default world's first partner; in another world nobody is offered them until the operator says so.
    exclusiveTo: [
      { productId: 'CFQ7TTC0Z0S1', skuId: '0001', partnerIds: [defaultPartner] },
      { productId: 'DZH318Z0Z0P1', skuId: '0001', partnerIds: [defaultPartner] },
    ],
    skuChanges: [],
    offerChanges: [],
    addedPaths: [],
    removedPaths: [],
  },
})
