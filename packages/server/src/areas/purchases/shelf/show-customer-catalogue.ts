import type { customerProductEndpoints } from '@tenantry/contract/endpoints/shelf.ts'
import { fault } from '@tenantry/contract/faults/fault.ts'
import { faults } from '@tenantry/contract/faults/index.ts'
import type { Input } from '../../../work/operation.ts'
import type { Scope } from '../../../work/scope.ts'
import {
  availabilityResource,
  catalogueCollection,
  getAvailability,
  getProduct,
  getSku,
  listAvailabilities,
  listProducts,
  listSkus,
  productResource,
  skuResource,
} from '../../catalogue/products/public.ts'
import { openCustomerShelf, unlessUnasked } from './customer-shelf.ts'

type Endpoints = typeof customerProductEndpoints

/** Products with something for the customer's segments. The links lead to the partner's catalogue, as published. */
export async function showCustomerProducts(
  scope: Scope,
  { params, query }: Input<Endpoints['getCustomerProducts']>,
) {
  const { shelf, segments } = await openCustomerShelf(scope, params, query)
  const { country } = shelf
  const items = listProducts({ ...shelf, segments: unlessUnasked(segments, query) }, query.targetView).map(
    (product) => productResource(product, country),
  )
  return catalogueCollection(items, '/products', { country, ...query })
}

/** A product for other segments can still be read, so that 900143 can name it. */
export async function showCustomerProduct(
  scope: Scope,
  { params, query }: Input<Endpoints['getCustomerProduct']>,
) {
  const { shelf } = await openCustomerShelf(scope, params, query)
  return productResource(getProduct(shelf, params.productId), shelf.country)
}

export async function showCustomerSkus(scope: Scope, { params, query }: Input<Endpoints['getCustomerSkus']>) {
  const { shelf } = await openCustomerShelf(scope, params, query)
  const product = getProduct(shelf, params.productId)
  const { catalogue, country } = shelf
  const items = listSkus(shelf, product).map((sku) => skuResource(product, sku, catalogue, country))
  return catalogueCollection(items, `/products/${product.id}/skus`, { country, ...query })
}

export async function showCustomerSku(scope: Scope, { params, query }: Input<Endpoints['getCustomerSku']>) {
  const { shelf } = await openCustomerShelf(scope, params, query)
  const { product, sku } = getSku(shelf, params.productId, params.skuId)
  return skuResource(product, sku, shelf.catalogue, shelf.country)
}

/** Faults: 900143 when the SKU exists and nothing of it is for this customer. */
export async function showCustomerAvailabilities(
  scope: Scope,
  { params, query }: Input<Endpoints['getCustomerAvailabilities']>,
) {
  const { shelf, segments } = await openCustomerShelf(scope, params, query)
  const { product, sku } = getSku({ ...shelf, segments: undefined }, params.productId, params.skuId)
  const found = listAvailabilities(shelf, sku, unlessUnasked(segments, query))
  if (found.length === 0) {
    const { customerId } = params
    throw fault(faults.customerAvailabilitiesNotFound, { productId: product.id, skuId: sku.id, customerId })
  }
  const items = found.map((availability) =>
    availabilityResource({ product, sku, availability }, shelf.catalogue),
  )
  const path = `/products/${product.id}/skus/${sku.id}/availabilities`
  return catalogueCollection(items, path, { country: shelf.country, ...query })
}

/** By its id a nonprofit availability counts as asked for. */
export async function showCustomerAvailability(
  scope: Scope,
  { params, query }: Input<Endpoints['getCustomerAvailability']>,
) {
  const { shelf, segments } = await openCustomerShelf(scope, params, query)
  const found = getAvailability(shelf, params)
  if (!segments.includes(found.availability.segment)) throw fault(faults.availabilityNotFound)
  return availabilityResource(found, shelf.catalogue)
}
