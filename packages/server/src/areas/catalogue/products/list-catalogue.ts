import type { Input } from '../../../work/operation.ts'
import type { productEndpoints, TargetView } from '@tenantry/contract/endpoints/products.ts'
import { enforce } from '../../../kernel/rule.ts'
import type { Scope } from '../../../work/scope.ts'
import {
  availabilityResource,
  catalogueCollection,
  productResource,
  skuResource,
} from './catalogue-resources.ts'
import { catalogueOf } from './catalogue-of.ts'
import type { Catalogue, ReservationScope, Segment } from './catalogue.ts'
import { catalogueRequestRules } from './request-rules.ts'
import {
  checkCatalogueIds,
  getAvailability,
  getProduct,
  getSku,
  listAvailabilities,
  listProducts,
  listSkus,
  type Shelf,
} from './shelf.ts'

type Endpoints = typeof productEndpoints

export async function showProducts(scope: Scope, { query }: Input<Endpoints['getProducts']>) {
  const shelf = openShelf(scope, query)
  const items = listProducts(shelf, query.targetView).map((product) =>
    productResource(product, shelf.country),
  )
  return catalogueCollection(items, '/products', { ...query, country: shelf.country })
}

export async function showProduct(scope: Scope, { params, query }: Input<Endpoints['getProduct']>) {
  const shelf = openShelf(scope, query, params)
  return productResource(getProduct(shelf, params.productId), shelf.country)
}

export async function showSkus(scope: Scope, { params, query }: Input<Endpoints['getSkus']>) {
  const shelf = openShelf(scope, query, params)
  const product = getProduct(shelf, params.productId)
  const items = listSkus(shelf, product).map((sku) =>
    skuResource(product, sku, shelf.catalogue, shelf.country),
  )
  return catalogueCollection(items, `/products/${product.id}/skus`, { ...query, country: shelf.country })
}

export async function showSku(scope: Scope, { params, query }: Input<Endpoints['getSku']>) {
  const shelf = openShelf(scope, query, params)
  const { product, sku } = getSku(shelf, params.productId, params.skuId)
  return skuResource(product, sku, shelf.catalogue, shelf.country)
}

/** Nonprofit availabilities are shown only when asked for. */
export async function showAvailabilities(
  scope: Scope,
  { params, query }: Input<Endpoints['getAvailabilities']>,
) {
  const shelf = openShelf(scope, query, params)
  const { product, sku } = getSku(shelf, params.productId, params.skuId)
  const segments = shelf.segments ?? segmentsUnasked
  const items = listAvailabilities(shelf, sku, segments).map((availability) =>
    availabilityResource({ product, sku, availability }, shelf.catalogue),
  )
  const path = `/products/${product.id}/skus/${sku.id}/availabilities`
  return catalogueCollection(items, path, { ...query, country: shelf.country })
}

export async function showAvailability(scope: Scope, { params, query }: Input<Endpoints['getAvailability']>) {
  const shelf = openShelf(scope, query, params)
  return availabilityResource(getAvailability(shelf, params), shelf.catalogue)
}

/** @see partner-center/developer/get-a-list-of-availabilities-for-a-sku */
const segmentsUnasked: readonly Segment[] = ['commercial', 'education', 'government']

interface CatalogueQuery {
  readonly country: string
  readonly targetView?: TargetView
  readonly targetSegment?: Segment
  readonly reservationScope?: ReservationScope
  readonly IncludeLifeCycleState?: boolean
}

/** Faults: 400056, 2030, 400036, 400030. */
function openShelf(
  scope: Scope,
  query: CatalogueQuery,
  ids: Parameters<typeof checkCatalogueIds>[0] = {},
): Shelf {
  checkCatalogueIds(ids)
  const catalogue = catalogueOf(scope)
  const country = checkedCountry(scope, catalogue, query)
  return {
    catalogue,
    country,
    partnerId: scope.tenant.partner,
    segments: query.targetSegment === undefined ? undefined : [query.targetSegment],
    reservationScope: query.reservationScope,
    showsSavingsPlans: false,
    showsEnded: query.IncludeLifeCycleState ?? false,
  }
}

/** The query's country in upper case, after the checks that every catalogue request goes through. */
export function checkedCountry(
  scope: Scope,
  catalogue: Catalogue,
  query: { readonly country: string; readonly targetView?: TargetView; readonly targetSegment?: Segment },
): string {
  const country = query.country.toUpperCase()
  enforce(
    catalogueRequestRules,
    {
      partner: scope.principal.partner,
      country,
      region: catalogue.regionOf(country),
      targetView: query.targetView,
      targetSegment: query.targetSegment,
    },
    scope.trace,
  )
  return country
}
