import type { BillingCycleType } from '@tenantry/contract/resources/cart.ts'
import type { pricing } from '../../../collaborators/purchases/pricing.ts'
import { decimal } from '../../../kernel/decimal.ts'
import { findInstant, type Instant } from '../../../kernel/time.ts'
import { availabilityId } from './availability-ids.ts'
import {
  skuKey,
  type Availability,
  type AvailabilityFilter,
  type Catalogue,
  type LegacyOffer,
  type Market,
  type Price,
  type Product,
  type Promotion,
  type ReservationScope,
  type Resolution,
  type Segment,
  type PlaceOfSale,
  type SellableItem,
  type Sku,
  type SkuKey,
  type TermOffer,
  type TermPlan,
  type TransitionPath,
} from './catalogue.ts'
import {
  changedOffer,
  changedSku,
  generationOf,
  isWithdrawn,
  isLeftForConversions,
  saleHasEnded,
  type CatalogueChanges,
} from './operator-changes.ts'
import { listPrice } from './price-list.ts'
import { hasTakenEffect, isAbout } from './price-changes.ts'
import { promotionKey, type ShippedCatalogue } from './shipped.ts'

interface Sources {
  readonly shipped: ShippedCatalogue
  readonly now: Instant
  readonly changes: CatalogueChanges
  readonly pricing: (typeof pricing)['initial']
  /** As the policy annual-monthly-uplift has it. */
  readonly uplift: string
}

const catalogItemId = /^([A-Z0-9]{12}):([A-Z0-9]{4}):([A-Z0-9]{12})$/

/** The shipped catalogue, seen through the operator's changes. */
export class WorldCatalogue implements Catalogue {
  readonly #shipped: ShippedCatalogue
  readonly #now: Instant
  readonly #changes: CatalogueChanges
  readonly #pricing: Sources['pricing']
  readonly #uplift: string

  constructor(sources: Sources) {
    this.#shipped = sources.shipped
    this.#now = sources.now
    this.#changes = sources.changes
    this.#pricing = sources.pricing
    this.#uplift = sources.uplift
  }

  get products(): readonly Product[] {
    return this.#shipped.products.map((product) => this.#changed(product))
  }

  get legacyOffers(): readonly LegacyOffer[] {
    return this.#shipped.legacyOffers.map((offer) => changedOffer(offer, this.#changes))
  }

  findProduct(productId: string): Product | undefined {
    const product = this.#shipped.productById.get(productId)
    return product === undefined ? undefined : this.#changed(product)
  }

  findSku(productId: string, skuId: string): Sku | undefined {
    return this.findSkuByKey(skuKey(productId, skuId))
  }

  findSkuByKey(key: SkuKey): Sku | undefined {
    const sku = this.#shipped.skuByKey.get(key)
    return sku === undefined ? undefined : changedSku(sku, this.#changes)
  }

  findSkuByProvisioningId(provisioningId: string): Sku | undefined {
    const sku = this.#shipped.skuByProvisioningId.get(provisioningId.toLowerCase())
    return sku === undefined ? undefined : changedSku(sku, this.#changes)
  }

  findAvailability(productId: string, skuId: string, id: string): Availability | undefined {
    const sku = this.findSku(productId, skuId)
    if (sku === undefined) return undefined
    for (const country of sku.countries ?? this.#shipped.sold) {
      for (const segment of sku.segments) {
        for (const scope of this.#scopesOf(sku)) {
          const isIt = this.#idOf(sku, { productId, skuId, country, segment }, scope) === id
          if (isIt) return this.#availability(sku, country, segment, scope, false)
        }
      }
    }
    return undefined
  }

  availabilities(productId: string, skuId: string, filter: AvailabilityFilter): Availability[] {
    const sku = this.findSku(productId, skuId)
    if (sku === undefined) return []
    const isReservation = this.#shipped.productById.get(productId)?.family === 'reservation'
    return this.#availabilitiesOf(sku, filter.country, filter.includesEnded).filter(
      (availability) =>
        (filter.segments?.includes(availability.segment) ?? true) &&
        (!isReservation || availability.reservationScope === filter.reservationScope),
    )
  }

  isPublished(sku: Sku, country: string): boolean {
    return (sku.countries ?? this.#shipped.sold).includes(country)
  }

  isOfferedTo(sku: Sku, partnerId: string): boolean {
    return !sku.isExclusive || this.#partnersOf(sku).includes(partnerId)
  }

  resolve(id: string): Resolution {
    const parts = catalogItemId.exec(id.toUpperCase())
    if (parts === null) return { found: false, unknown: 'grammar' }
    const [, productId = '', skuId = '', availabilityId = ''] = parts
    const product = this.findProduct(productId)
    if (product === undefined) return { found: false, unknown: 'product' }
    const sku = product.skus.find((candidate) => candidate.id === skuId)
    if (sku === undefined || this.saleHasEnded({ productId, skuId })) return { found: false, unknown: 'sku' }
    const availability = this.findAvailability(productId, skuId, availabilityId)
    if (availability === undefined) return { found: false, unknown: 'availability' }
    return { found: true, product, sku, availability }
  }

  sellable(item: PlaceOfSale): SellableItem | undefined {
    return this.#item(item, false)
  }

  convertible(item: PlaceOfSale): SellableItem | undefined {
    return isLeftForConversions(item, this.#changes, this.#now) ? this.#item(item, true) : this.sellable(item)
  }

  #item(place: PlaceOfSale, includesEnded: boolean): SellableItem | undefined {
    const product = this.findProduct(place.productId)
    const sku = product?.skus.find((candidate) => candidate.id === place.skuId)
    if (product === undefined || sku === undefined) return undefined
    const [availability] = this.availabilities(place.productId, place.skuId, {
      country: place.country,
      segments: [place.segment ?? 'commercial'],
      reservationScope: place.reservationScope,
      includesEnded,
    })
    return availability === undefined ? undefined : { product, sku, availability }
  }

  termOffers(availability: Availability): TermOffer[] {
    return availability.plans.map((plan) => ({
      ...plan,
      price: this.priceOf({
        availability,
        termDuration: plan.termDuration,
        billingCycle: plan.billingCycle,
      }),
    }))
  }

  findPlan(
    availability: Availability,
    termDuration: string,
    billingCycle: BillingCycleType,
  ): TermPlan | undefined {
    return availability.plans.find(
      (plan) => plan.termDuration === termDuration && plan.billingCycle === billingCycle,
    )
  }

  priceOf(item: {
    availability: Availability
    termDuration: string
    billingCycle: BillingCycleType
    commitment?: string
  }): Price | undefined {
    const { availability, ...plan } = item
    return this.priceOfSku({
      productId: availability.productId,
      skuId: availability.skuId,
      country: availability.country,
      segment: availability.segment,
      ...plan,
    })
  }

  priceOfSku(item: {
    productId: string
    skuId: string
    country: string
    segment?: Segment
    termDuration: string
    billingCycle: BillingCycleType
    commitment?: string
  }): Price | undefined {
    const sku = this.findSku(item.productId, item.skuId)
    const family = this.#shipped.productById.get(item.productId)?.family
    if (sku === undefined || family === undefined) return undefined
    const row = { ...item, segment: item.segment ?? sku.segments[0] ?? 'commercial' }
    if (this.#pricing.missing.some((entry) => isAbout(entry, row))) return undefined
    const currency = this.currencyOf(item.country)
    const shipped = listPrice(
      { ...row, sku, family, currency, uplift: this.#uplift },
      this.#shipped.currencies,
    )
    const changed = this.#pricing.prices.findLast(
      (entry) => isAbout(entry, row) && hasTakenEffect(entry.effectiveFrom, this.#now),
    )
    if (changed === undefined) return shipped
    const retailPrice = changed.retailPrice ?? shipped?.retailPrice ?? changed.unitPrice
    return { unitPrice: changed.unitPrice, retailPrice, currency }
  }

  transitionPaths(from: SkuKey): TransitionPath[] {
    const { addedPaths, removedPaths } = this.#changes
    return [
      ...(this.#shipped.pathsFrom.get(from) ?? []),
      ...addedPaths
        .filter((path) => path.from === from)
        .map((path) => ({ ...path, transitionTypes: bothTypes })),
    ].filter(({ to }) => !removedPaths.some((removed) => removed.from === from && removed.to === to))
  }

  saleHasEnded(item: { productId: string; skuId: string; country?: string; termDuration?: string }): boolean {
    return saleHasEnded(item, this.#changes, this.#now)
  }

  findPromotion(promotionId: string): Promotion | undefined {
    return this.#shipped.promotionByKey.get(promotionKey(promotionId))
  }

  isPromoted(sku: SkuKey): boolean {
    return this.#shipped.promotionsOf.has(sku)
  }

  hasAddOns(sku: SkuKey): boolean {
    return this.#shipped.basesOfAddOns.has(sku)
  }

  promotions(filter: { country: string; segment: Segment }): Promotion[] {
    return this.#shipped.promotions.filter(
      (promotion) =>
        promotion.countries.includes(filter.country) &&
        promotion.segment === filter.segment &&
        isInWindow(promotion, this.#now),
    )
  }

  findLegacyOffer(offerId: string): LegacyOffer | undefined {
    const offer = this.#shipped.legacyOfferById.get(offerId.toUpperCase())
    return offer === undefined ? undefined : changedOffer(offer, this.#changes)
  }

  findMarket(country: string): Market | undefined {
    return this.#shipped.markets.get(country)
  }

  currencyOf(country: string): string {
    return this.findMarket(country)?.currency ?? 'USD'
  }

  marketsOfRegion(region: string): readonly string[] {
    return [...this.#shipped.markets.values()]
      .filter((market) => market.region === region)
      .map((market) => market.country)
  }

  regionOf(country: string): string | undefined {
    return this.findMarket(country)?.region
  }

  exchangeRate(from: string, to: string): { numerator: bigint; denominator: bigint } | undefined {
    if (from === to) return { numerator: 1n, denominator: 1n }
    const [source, target] = [this.#perDollar(from), this.#perDollar(to)]
    if (source === undefined || target === undefined) return undefined
    const [a, b] = [decimal(target), decimal(source)]
    return {
      numerator: a.unscaled * 10n ** BigInt(b.scale),
      denominator: b.unscaled * 10n ** BigInt(a.scale),
    }
  }

  #perDollar(currency: string): string | undefined {
    const changed = this.#pricing.exchangeRates[currency]
    if (changed === null) return undefined
    return changed ?? this.#shipped.currencies[currency]?.perDollar
  }

  #changed(product: Product): Product {
    if (!this.#changes.skuChanges.some((change) => change.productId === product.id)) return product
    return { ...product, skus: product.skus.map((sku) => changedSku(sku, this.#changes)) }
  }

  #availabilitiesOf(sku: Sku, country: string, includesEnded = false): Availability[] {
    if (!this.isPublished(sku, country)) return []
    return sku.segments.flatMap((segment) =>
      this.#scopesOf(sku).flatMap(
        (scope) => this.#availability(sku, country, segment, scope, includesEnded) ?? [],
      ),
    )
  }

  /** A reservation is sold for MS-AZR-0145P and for the Azure plan. */
  #scopesOf(sku: Sku): readonly (ReservationScope | undefined)[] {
    const isReservation = this.#shipped.productById.get(sku.productId)?.family === 'reservation'
    return isReservation ? [undefined, 'AzurePlan'] : [undefined]
  }

  #availability(
    sku: Sku,
    country: string,
    segment: Segment,
    reservationScope: ReservationScope | undefined,
    includesEnded: boolean,
  ): Availability | undefined {
    const place = { productId: sku.productId, skuId: sku.id, country, segment }
    if (isWithdrawn(place, this.#changes)) return undefined
    const hasEnded = this.saleHasEnded(place)
    if (hasEnded && !includesEnded) return undefined
    const plans = sku.plans.filter(
      (plan) =>
        (hasEnded || !this.saleHasEnded({ ...place, termDuration: plan.termDuration })) &&
        (reservationScope !== undefined ||
          sku.defaultScopeCycles === undefined ||
          sku.defaultScopeCycles.includes(plan.billingCycle)),
    )
    if (plans.length === 0) return undefined
    const id = this.#idOf(sku, place, reservationScope)
    return {
      ...place,
      id,
      catalogItemId: `${sku.key}:${id}`,
      currency: this.currencyOf(country),
      isPurchasable: !hasEnded,
      isRenewable: sku.isRenewable,
      partnerIds: sku.isExclusive ? this.#partnersOf(sku) : undefined,
      requiredTenantTags: sku.requiredTenantTags,
      plans,
      ...(reservationScope === undefined ? {} : { reservationScope }),
    }
  }

  /** The first generation in the US carries the published ids where there are some. */
  #idOf(
    sku: Sku,
    place: { productId: string; skuId: string; country: string; segment: Segment },
    reservationScope: ReservationScope | undefined,
  ): string {
    const generation = generationOf(place, this.#changes, this.#now)
    const fixed = sku.fixedAvailabilities.find(
      (candidate) =>
        candidate.country === place.country &&
        candidate.segment === place.segment &&
        candidate.reservationScope === reservationScope,
    )
    return generation === 0 && fixed !== undefined
      ? fixed.id
      : availabilityId({ ...place, reservationScope, generation })
  }

  #partnersOf(sku: Sku): readonly string[] {
    return this.#changes.exclusiveTo
      .filter((entry) => entry.productId === sku.productId && entry.skuId === sku.id)
      .flatMap((entry) => entry.partnerIds)
  }
}

const bothTypes = ['transition_only', 'transition_with_license_transfer'] as const

/** Both ends belong to the window. */
export function isInWindow(promotion: Pick<Promotion, 'startDate' | 'endDate'>, now: Instant): boolean {
  let window = windows.get(promotion)
  if (window === undefined) {
    window = { start: findInstant(promotion.startDate), end: findInstant(promotion.endDate) }
    windows.set(promotion, window)
  }
  const { start, end } = window
  return start !== undefined && end !== undefined && start <= now && now <= end
}

/** The same few promotions are asked for at every purchase and renewal. */
const windows = new WeakMap<object, { start: Instant | undefined; end: Instant | undefined }>()
