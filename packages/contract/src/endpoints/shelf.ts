import { Type } from 'typebox'
import { endpoint } from '../endpoint.ts'
import { extraFaults, faults } from '../faults/index.ts'
import { Availability, AvailabilityCollection } from '../resources/catalogue/availability.ts'
import { InventoryCheckRequest, InventoryItems } from '../resources/catalogue/inventory.ts'
import { Product, ProductCollection } from '../resources/catalogue/product.ts'
import {
  PromotionEligibilitiesCollection,
  PromotionEligibilitiesRequest,
} from '../resources/catalogue/promotion.ts'
import { PublishedSkus, Sku, SkuCollection } from '../resources/catalogue/sku.ts'
import { Guid } from '../resources/common.ts'
import { none, readers } from './common.ts'
import {
  availability,
  catalogueRead,
  product,
  reservationScope,
  sku,
  targetSegment,
  targetView,
} from './products.ts'

const customer = { customerId: Guid }

const customerFaults = [
  faults.catalogueInputIsInvalid,
  faults.customerIdIsInvalid,
  faults.tenantNotFound,
  faults.noCommerceRelationship,
] as const

/** The same catalogue for one customer: its market, and the segments it is qualified for. */
export const customerProductEndpoints = {
  getCustomerProducts: endpoint({
    ...catalogueRead,
    path: '/v1/customers/:customerId/products',
    summary: 'Get a list of products for a customer',
    see: 'partner-center/developer/get-a-list-of-products-by-customer',
    params: Type.Object(customer),
    query: Type.Object({ targetView, targetSegment, reservationScope }),
    answer: ProductCollection,
    alsoPublished: [PublishedSkus],
    faults: [...customerFaults, extraFaults.targetViewNotAllowed, extraFaults.targetSegmentNotAllowed],
  }),
  getCustomerProduct: endpoint({
    ...catalogueRead,
    path: '/v1/customers/:customerId/products/:productId',
    summary: 'Get a product for a customer',
    see: 'partner-center/developer/get-a-list-of-products-by-customer',
    params: Type.Object({ ...customer, ...product }),
    query: Type.Object({ reservationScope }),
    answer: Product,
    faults: [...customerFaults, faults.productNotFound],
  }),
  getCustomerSkus: endpoint({
    ...catalogueRead,
    path: '/v1/customers/:customerId/products/:productId/skus',
    summary: 'Get a list of SKUs for a product and a customer',
    see: 'partner-center/developer/get-a-list-of-skus-for-a-product-by-customer',
    params: Type.Object({ ...customer, ...product }),
    query: Type.Object({ targetSegment, reservationScope }),
    answer: SkuCollection,
    faults: [...customerFaults, extraFaults.targetSegmentNotAllowed, faults.productNotFound],
  }),
  getCustomerSku: endpoint({
    ...catalogueRead,
    path: '/v1/customers/:customerId/products/:productId/skus/:skuId',
    summary: 'Get a SKU for a customer',
    see: 'partner-center/developer/get-a-list-of-skus-for-a-product-by-customer',
    params: Type.Object({ ...customer, ...sku }),
    query: Type.Object({ reservationScope }),
    answer: Sku,
    faults: [...customerFaults, faults.productNotFound, faults.skuNotFound],
  }),
  getCustomerAvailabilities: endpoint({
    ...catalogueRead,
    path: '/v1/customers/:customerId/products/:productId/skus/:skuId/availabilities',
    summary: 'Get a list of availabilities for a SKU and a customer',
    see: 'partner-center/developer/get-a-list-of-availabilities-for-a-sku-by-customer',
    params: Type.Object({ ...customer, ...sku }),
    query: Type.Object({ targetSegment, reservationScope }),
    answer: AvailabilityCollection,
    alsoPublished: [Sku],
    faults: [
      ...customerFaults,
      extraFaults.targetSegmentNotAllowed,
      faults.productNotFound,
      faults.skuNotFound,
      faults.customerAvailabilitiesNotFound,
    ],
  }),
  getCustomerAvailability: endpoint({
    ...catalogueRead,
    path: '/v1/customers/:customerId/products/:productId/skus/:skuId/availabilities/:availabilityId',
    summary: 'Get an availability for a customer',
    see: 'partner-center/developer/get-a-list-of-availabilities-for-a-sku-by-customer',
    params: Type.Object({ ...customer, ...availability }),
    query: Type.Object({ reservationScope }),
    answer: Availability,
    faults: [...customerFaults, faults.productNotFound, faults.skuNotFound, faults.availabilityNotFound],
  }),
} as const

export const promotionEndpoints = {
  /** Asks and changes nothing, hence a read although it is a POST. */
  verifyPromotionEligibilities: endpoint({
    ...catalogueRead,
    method: 'POST',
    path: '/v1/customers/:customerId/promotionEligibilities',
    summary: 'Verify the promotion eligibility of a customer',
    see: 'partner-center/developer/verify-promotion-eligibility',
    params: Type.Object(customer),
    query: none,
    body: PromotionEligibilitiesRequest,
    answer: PromotionEligibilitiesCollection,
    faults: customerFaults,
  }),
} as const

export const inventoryEndpoints = {
  /** That it was asked is a prerequisite of some purchases, hence a write. */
  checkInventory: endpoint({
    method: 'POST',
    path: '/v1/extensions/product/checkInventory',
    summary: 'Check the inventory of catalogue items',
    see: 'partner-center/developer/check-inventory',
    auth: 'either',
    roles: [...readers],
    effect: 'write',
    params: none,
    query: Type.Object({ country: Type.String({ pattern: '^[A-Za-z]{2}$' }) }),
    body: InventoryCheckRequest,
    shapeFault: 'catalogue',
    status: 200,
    answer: InventoryItems,
    faults: [
      faults.catalogueInputIsInvalid,
      faults.marketNotAuthorized,
      faults.productNotFound,
      faults.skuNotFound,
    ],
  }),
} as const
