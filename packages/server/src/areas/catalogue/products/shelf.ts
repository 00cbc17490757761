import { fault } from '@tenantry/contract/faults/fault.ts'
import { faults } from '@tenantry/contract/faults/index.ts'
import type { TargetView } from '@tenantry/contract/endpoints/products.ts'
import type { Availability, Catalogue, Product, ReservationScope, Segment, Sku } from './catalogue.ts'

/** The part of the catalogue that one request may see. */
export interface Shelf {
  readonly catalogue: Catalogue
  readonly country: string
  readonly partnerId: string
  /** What SKUs and products are shown for; all segments when undefined. */
  readonly segments: readonly Segment[] | undefined
  readonly reservationScope: ReservationScope | undefined
  /** Savings plans are shown only to customers that own an Azure plan. */
  readonly showsSavingsPlans: boolean
  /** Items whose sale has ended are shown too, as not purchasable. */
  readonly showsEnded: boolean
}

export const listProducts = (shelf: Shelf, view: TargetView): Product[] =>
  shelf.catalogue.products.filter(
    (product) => isInView(product, view) && product.skus.some((sku) => isShown(shelf, product, sku)),
  )

/** Faults: 400013. */
export function getProduct(shelf: Shelf, productId: string): Product {
  const product = shelf.catalogue.findProduct(productId.toUpperCase())
  if (product === undefined || !product.skus.some((sku) => isShown(shelf, product, sku))) {
    throw fault(faults.productNotFound)
  }
  return product
}

export const listSkus = (shelf: Shelf, product: Product): Sku[] =>
  product.skus.filter((sku) => isShown(shelf, product, sku))

/** Faults: 400013, 400018. */
export function getSku(shelf: Shelf, productId: string, skuId: string): { product: Product; sku: Sku } {
  const id = skuId.toUpperCase()
  const product = getProduct(shelf, productId)
  const sku = listSkus(shelf, product).find((candidate) => candidate.id === id)
  if (sku === undefined) throw fault(faults.skuNotFound)
  return { product, sku }
}

/** What can be bought now of a SKU; `segments` narrows further than the shelf does. */
export const listAvailabilities = (
  shelf: Shelf,
  sku: Sku,
  segments: readonly Segment[] | undefined = shelf.segments,
): Availability[] =>
  shelf.catalogue.availabilities(sku.productId, sku.id, {
    country: shelf.country,
    reservationScope: shelf.reservationScope,
    ...(segments === undefined ? {} : { segments }),
    ...(shelf.showsEnded ? { includesEnded: true } : {}),
  })

/**
 * By its id a reservation is found whichever scope it is for: the published request for one names no scope.
 * Faults: 400013, 400018, 400019.
 */
export function getAvailability(
  shelf: Shelf,
  ids: { readonly productId: string; readonly skuId: string; readonly availabilityId: string },
): { product: Product; sku: Sku; availability: Availability } {
  const id = ids.availabilityId.toUpperCase()
  const { product, sku } = getSku(shelf, ids.productId, ids.skuId)
  const availability = [undefined, 'AzurePlan' as const]
    .flatMap((reservationScope) => listAvailabilities({ ...shelf, reservationScope }, sku))
    .find((candidate) => candidate.id === id)
  if (availability === undefined) throw fault(faults.availabilityNotFound)
  return { product, sku, availability }
}

const longId = /^[A-Z0-9]{12}$/i
const shortId = /^[0-9A-Z]{4}$/i

/** The ids of a path, by their grammar alone: the first check of every catalogue route. Faults: 400056. */
export function checkCatalogueIds(ids: {
  readonly productId?: string
  readonly skuId?: string
  readonly availabilityId?: string
}): void {
  const { productId, skuId, availabilityId } = ids
  const isWellFormed =
    (productId === undefined || longId.test(productId)) &&
    (skuId === undefined || shortId.test(skuId)) &&
    (availabilityId === undefined || longId.test(availabilityId))
  if (!isWellFormed) throw fault(faults.catalogueInputIsInvalid)
}

/** A SKU stays published when its availabilities are withdrawn, but not when its sale has ended. */
function isShown(shelf: Shelf, product: Product, sku: Sku): boolean {
  const { catalogue, country, segments } = shelf
  if (product.family === 'savingsPlan' && !shelf.showsSavingsPlans) return false
  if (segments !== undefined && !sku.segments.some((segment) => segments.includes(segment))) return false
  if (!catalogue.isPublished(sku, country)) return false
  const hasEnded = catalogue.saleHasEnded({ productId: sku.productId, skuId: sku.id, country })
  if (hasEnded && !shelf.showsEnded) return false
  return catalogue.isOfferedTo(sku, shelf.partnerId)
}

const subType = (product: Product): string | undefined => product.productType.subType
const reservationTypes = new Map<TargetView, string>([
  ['AzureReservationsVM', 'VirtualMachines'],
  ['AzureReservationsSQL', 'SqlDatabase'],
  ['AzureReservationsCosmosDb', 'CosmosDb'],
])
const isSpecialized = (product: Product): boolean =>
  product.family === 'license' && product.skus.every((sku) => sku.isExclusive)

/**
 * Exclusive licences stand in SpecializedOffers only, and `Azure` leaves out SaaS, which has a view of its own: the
 * pages name the views without saying where they overlap (assumed).
 * @see partner-center/developer/get-a-list-of-products
 */
function isInView(product: Product, view: TargetView): boolean {
  switch (view) {
    case 'OnlineServices':
      return product.family === 'license' && !isSpecialized(product)
    case 'SpecializedOffers':
      return isSpecialized(product)
    case 'Azure':
      return product.productType.id === 'Azure' && product.family !== 'saas'
    case 'MicrosoftAzure':
      return product.family === 'azurePlan'
    case 'AzureReservations':
      return product.family === 'reservation'
    case 'AzureReservationsVM':
    case 'AzureReservationsSQL':
    case 'AzureReservationsCosmosDb':
      return product.family === 'reservation' && subType(product) === reservationTypes.get(view)
    case 'Software':
      return product.productType.id === 'Software'
    case 'SoftwarePerpetual':
      return product.family === 'perpetual'
    case 'SoftwareSubscriptions':
      return product.family === 'software'
    case 'SoftwareSUSELinux':
      return subType(product) === 'SUSE'
    case 'MarketplaceSaaS':
      return product.family === 'saas'
  }
}
