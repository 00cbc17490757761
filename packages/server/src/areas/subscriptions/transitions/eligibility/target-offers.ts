import { transitionTypes } from '@tenantry/contract/resources/transition.ts'
import {
  skuKey,
  type Catalogue,
  type Sku,
  type SkuKey,
  type TransitionPath,
} from '../../../catalogue/products/public.ts'
import type { SubscriptionRecord } from '../../subscription/public.ts'
import type { TargetOffer } from './offer-rules.ts'

/**
 * The SKUs that a subscription has a path to, as they stand in its market and segment. Those that were never sold there
 * are left out; one that was withdrawn is kept, for it makes the answer impossible (900143).
 */
export function targetOffers(
  catalogue: Catalogue,
  source: SubscriptionRecord,
  partnerTenantId: string,
): TargetOffer[] {
  return pathsFrom(catalogue, source).flatMap(({ to, transitionTypes }) => {
    const sku = catalogue.findSkuByKey(to)
    if (sku === undefined || !isMadeFor(sku, source)) return []
    const { country, segment } = source
    const item = catalogue.convertible({ productId: sku.productId, skuId: sku.id, country, segment })
    const reservedFor = item?.availability.partnerIds
    if (reservedFor !== undefined && !reservedFor.includes(partnerTenantId)) return []
    return [
      {
        productId: sku.productId,
        skuId: sku.id,
        title: sku.title,
        description: sku.description,
        transitionTypes,
        availabilityId: item?.availability.id,
        isOnSale:
          item !== undefined || !catalogue.saleHasEnded({ productId: sku.productId, skuId: sku.id, country }),
        plans: item?.availability.plans ?? [],
        minimumQuantity: sku.minimumQuantity,
        maximumQuantity: sku.maximumQuantity,
        servicePlans: sku.servicePlans,
        ...(sku.pooledSeats === undefined ? {} : { pooledSeats: sku.pooledSeats }),
        ...(sku.provisioningId ? { provisioningId: sku.provisioningId } : {}),
      },
    ]
  })
}

/**
 * A trial converts to the SKUs it names. An offer of the older program takes the paths of the SKU it is migrated to
 * (assumed: the old catalogue's own targets are gone).
 */
function pathsFrom(catalogue: Catalogue, source: SubscriptionRecord): TransitionPath[] {
  const from = sourceKey(catalogue, source)
  if (from === undefined) return []
  const conversions = (catalogue.findSkuByKey(from)?.conversions ?? []).map((to) => ({
    from,
    to,
    transitionTypes,
  }))
  const paths = [...conversions, ...catalogue.transitionPaths(from)]
  return paths.filter((path, place) => paths.findIndex(({ to }) => to === path.to) === place)
}

/** The SKU that a subscription's paths and services go by. */
export const sourceKey = (catalogue: Catalogue, source: SubscriptionRecord): SkuKey | undefined =>
  source.commerce === 'legacy'
    ? catalogue.findLegacyOffer(source.legacyOfferId ?? '')?.migratesTo
    : skuKey(source.productId, source.skuId)

const isMadeFor = (sku: Sku, source: SubscriptionRecord): boolean =>
  sku.segments.includes(source.segment) && (sku.countries?.includes(source.country) ?? true)
