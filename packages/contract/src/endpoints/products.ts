import { Type } from 'typebox'
import { endpoint } from '../endpoint.ts'
import { extraFaults, faults } from '../faults/index.ts'
import { Availability, AvailabilityCollection } from '../resources/catalogue/availability.ts'
import { Product, ProductCollection } from '../resources/catalogue/product.ts'
import { ProductPromotion, ProductPromotionCollection } from '../resources/catalogue/promotion.ts'
import { Sku, SkuCollection } from '../resources/catalogue/sku.ts'
import { none } from './common.ts'

/** What the catalogue can be narrowed to. @see partner-center/developer/get-a-list-of-products */
const targetViews = [
  'Azure',
  'AzureReservations',
  'AzureReservationsVM',
  'AzureReservationsSQL',
  'AzureReservationsCosmosDb',
  'MicrosoftAzure',
  'OnlineServices',
  'Software',
  'SoftwareSUSELinux',
  'SoftwarePerpetual',
  'SoftwareSubscriptions',
  'SpecializedOffers',
  'MarketplaceSaaS',
] as const
export type TargetView = (typeof targetViews)[number]

const targetSegments = ['commercial', 'education', 'government', 'nonprofit'] as const

/** ISO 3166-1 alpha-2, in any case. */
const country = Type.String({ pattern: '^[A-Za-z]{2}$' })
export const targetView = Type.Enum(targetViews)
export const targetSegment = Type.Optional(Type.Enum(targetSegments))
/** Absent means reservations for MS-AZR-0145P. */
export const reservationScope = Type.Optional(Type.Literal('AzurePlan'))
/** Spelt with a capital on the pages. */
const IncludeLifeCycleState = Type.Optional(Type.Boolean())

const longId = Type.String({ pattern: '^[A-Za-z0-9]{12}$' })
const skuId = Type.String({ pattern: '^[0-9A-Za-z]{4}$' })

export const product = { productId: longId }
export const sku = { ...product, skuId }
export const availability = { ...sku, availabilityId: longId }

export const catalogueRead = {
  method: 'GET',
  auth: 'either',
  roles: ['admin-agent', 'sales-agent', 'helpdesk-agent', 'billing-admin'],
  effect: 'read',
  body: Type.Void(),
  shapeFault: 'catalogue',
  status: 200,
} as const

const marketFaults = [faults.catalogueInputIsInvalid, faults.marketNotAuthorized] as const

export const productEndpoints = {
  getProducts: endpoint({
    ...catalogueRead,
    path: '/v1/products',
    summary: 'Get a list of products',
    see: 'partner-center/developer/get-a-list-of-products',
    params: none,
    query: Type.Object({ country, targetView, targetSegment, reservationScope }),
    answer: ProductCollection,
    faults: [...marketFaults, extraFaults.targetViewNotAllowed, extraFaults.targetSegmentNotAllowed],
  }),
  getProduct: endpoint({
    ...catalogueRead,
    path: '/v1/products/:productId',
    summary: 'Get a product by ID',
    see: 'partner-center/developer/get-a-product-by-id',
    params: Type.Object(product),
    query: Type.Object({ country, reservationScope }),
    answer: Product,
    faults: [...marketFaults, faults.productNotFound],
  }),
  getSkus: endpoint({
    ...catalogueRead,
    path: '/v1/products/:productId/skus',
    summary: 'Get a list of SKUs for a product',
    see: 'partner-center/developer/get-a-list-of-skus-for-a-product',
    params: Type.Object(product),
    query: Type.Object({ country, targetSegment, reservationScope, IncludeLifeCycleState }),
    answer: SkuCollection,
    faults: [...marketFaults, extraFaults.targetSegmentNotAllowed, faults.productNotFound],
  }),
  getSku: endpoint({
    ...catalogueRead,
    path: '/v1/products/:productId/skus/:skuId',
    summary: 'Get a SKU by ID',
    see: 'partner-center/developer/get-a-sku-by-id',
    params: Type.Object(sku),
    query: Type.Object({ country, reservationScope }),
    answer: Sku,
    faults: [...marketFaults, faults.productNotFound, faults.skuNotFound],
  }),
  getAvailabilities: endpoint({
    ...catalogueRead,
    path: '/v1/products/:productId/skus/:skuId/availabilities',
    summary: 'Get a list of availabilities for a SKU',
    see: 'partner-center/developer/get-a-list-of-availabilities-for-a-sku',
    params: Type.Object(sku),
    query: Type.Object({ country, targetSegment, reservationScope, IncludeLifeCycleState }),
    answer: AvailabilityCollection,
    alsoPublished: [Availability],
    faults: [
      ...marketFaults,
      extraFaults.targetSegmentNotAllowed,
      faults.productNotFound,
      faults.skuNotFound,
    ],
  }),
  getAvailability: endpoint({
    ...catalogueRead,
    path: '/v1/products/:productId/skus/:skuId/availabilities/:availabilityId',
    summary: 'Get an availability by ID',
    see: 'partner-center/developer/get-an-availability-by-id',
    params: Type.Object(availability),
    query: Type.Object({ country, reservationScope }),
    answer: Availability,
    faults: [...marketFaults, faults.productNotFound, faults.skuNotFound, faults.availabilityNotFound],
  }),
  getProductPromotions: endpoint({
    ...catalogueRead,
    path: '/v1/productpromotions',
    summary: 'Get a list of promotions',
    see: 'partner-center/developer/get-promotions',
    params: none,
    query: Type.Object({ country, segment: Type.Literal('commercial') }),
    answer: ProductPromotionCollection,
    faults: marketFaults,
  }),
  /** The page documents no fault for an unknown id; the promotion is a product of the catalogue (assumed). */
  getProductPromotion: endpoint({
    ...catalogueRead,
    path: '/v1/productpromotions/:promotionId',
    summary: 'Get a promotion by ID',
    see: 'partner-center/developer/get-promotion-by-id',
    params: Type.Object({
      promotionId: Type.String({ pattern: '^[A-Za-z0-9]{12}:[0-9A-Za-z]{4}:[A-Za-z0-9]{12}$' }),
    }),
    query: Type.Object({ country }),
    answer: ProductPromotion,
    faults: [...marketFaults, faults.productNotFound],
  }),
} as const
