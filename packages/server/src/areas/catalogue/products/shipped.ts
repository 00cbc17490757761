import { invariant } from '../../../kernel/invariant.ts'
import {
  skuKey,
  type LegacyOffer,
  type Market,
  type Product,
  type Promotion,
  type Sku,
  type SkuKey,
  type TransitionPath,
} from './catalogue.ts'
import { readDataFiles, type LegacyOfferRow, type MarketFile, type PromotionRow } from './data-files.ts'
import { expandProduct } from './expand-product.ts'

/** Everything that ships with the product, indexed. The same for every world of the process. */
export interface ShippedCatalogue {
  readonly products: readonly Product[]
  readonly productById: ReadonlyMap<string, Product>
  readonly skuByKey: ReadonlyMap<SkuKey, Sku>
  readonly skuByProvisioningId: ReadonlyMap<string, Sku>
  readonly pathsFrom: ReadonlyMap<SkuKey, readonly TransitionPath[]>
  readonly basesOfAddOns: ReadonlySet<SkuKey>
  readonly promotions: readonly Promotion[]
  /** By the `product:sku` part of the promotion's id. */
  readonly promotionByKey: ReadonlyMap<string, Promotion>
  readonly promotionsOf: ReadonlyMap<SkuKey, readonly Promotion[]>
  readonly legacyOffers: readonly LegacyOffer[]
  readonly legacyOfferById: ReadonlyMap<string, LegacyOffer>
  readonly markets: ReadonlyMap<string, Market>
  readonly currencies: MarketFile['currencies']
  readonly sold: readonly string[]
}

let shipped: ShippedCatalogue | undefined

/** Read once per process, at the first use. */
export function shippedCatalogue(): ShippedCatalogue {
  shipped ??= loadShippedCatalogue()
  return shipped
}

function loadShippedCatalogue(): ShippedCatalogue {
  const files = readDataFiles()
  const products = files.products.map(expandProduct)
  const skus = products.flatMap((product) => product.skus)
  const promotions = files.promotions.map(expandPromotion)
  const legacyOffers = files.legacyOffers.map(expandLegacyOffer)
  return {
    products,
    productById: unique(products, (product) => product.id),
    skuByKey: unique(skus, (sku) => sku.key),
    basesOfAddOns: new Set(skus.flatMap((sku) => (sku.isAddon ? sku.prerequisiteSkus : []))),
    skuByProvisioningId: firstBy(
      skus.filter((sku) => sku.provisioningId !== undefined && !sku.isTrial),
      (sku) => sku.provisioningId ?? '',
    ),
    pathsFrom: new Map(
      Object.entries(files.paths.targets).map(([from, targets]) => [
        from,
        targets.map((to) => ({ from, to, transitionTypes: files.paths.transitionTypes })),
      ]),
    ),
    promotions,
    promotionByKey: unique(promotions, (promotion) => promotionKey(promotion.id)),
    promotionsOf: Map.groupBy(promotions, (promotion) => promotion.requiredProducts.map(itemOf)[0] ?? ''),
    legacyOffers,
    legacyOfferById: unique(legacyOffers, (offer) => offer.id),
    markets: expandMarkets(files.markets),
    currencies: files.markets.currencies,
    sold: files.markets.sold,
  }
}

/** The third part of a promotion's id is reissued; the first two name the promotion. */
export const promotionKey = (promotionId: string): string =>
  promotionId.toUpperCase().split(':').slice(0, 2).join(':')

const itemOf = (item: { readonly productId: string; readonly skuId: string }): SkuKey =>
  skuKey(item.productId, item.skuId)

function unique<T>(rows: readonly T[], key: (row: T) => string): ReadonlyMap<string, T> {
  const index = new Map(rows.map((row) => [key(row), row]))
  invariant(index.size === rows.length, 'two entries of the catalogue have the same id')
  return index
}

const firstBy = <T>(rows: readonly T[], key: (row: T) => string): ReadonlyMap<string, T> =>
  new Map([...rows].reverse().map((row) => [key(row), row]))

const promotionCountries = ['US', 'GB', 'DE']

function expandPromotion(row: PromotionRow): Promotion {
  const [productId = '', skuId = ''] = row.item.split(':')
  const [startDate, endDate] = row.window
  return {
    id: row.id,
    name: row.name,
    description: row.description,
    startDate,
    endDate,
    countries: row.countries ?? promotionCountries,
    segment: 'commercial',
    isAutoApplicable: row.isAutoApplicable ?? true,
    requiredProducts: row.terms.map(([termDuration, billingCycle]) => ({
      productId,
      skuId,
      termDuration,
      billingCycle,
      policyType: 'PercentDiscount',
      value: row.percent,
    })),
    ...(row.seats === undefined ? {} : { seats: { min: row.seats[0], max: row.seats[1] } }),
    ...(row.maxRedemptions === undefined ? {} : { maxRedemptions: row.maxRedemptions }),
    isFirstPurchaseOnly: row.isFirstPurchaseOnly ?? false,
    ownedProducts: row.ownedProducts ?? [],
  }
}

function expandLegacyOffer(row: LegacyOfferRow): LegacyOffer {
  const isUsage = row.billing === 'usage'
  return {
    id: row.id,
    name: row.name,
    description: row.description,
    ...(row.productId === undefined ? {} : { productId: row.productId }),
    minimumQuantity: row.quantity[0],
    maximumQuantity: row.quantity[1],
    category: row.category,
    limit: row.limit === undefined ? { count: 0, unit: 'None' } : { count: row.limit[0], unit: row.limit[1] },
    supportedBillingCycles: row.cycles,
    billing: isUsage ? 'usage' : 'license',
    salesGroupId: isUsage ? 'AZR' : 'OFC',
    isAddOn: row.isAddOn ?? false,
    isTrial: row.isTrial ?? false,
    prerequisiteOffers: row.prerequisiteOffers ?? [],
    resellerQualifications: row.resellerQualifications ?? [],
    reselleeQualifications: row.reselleeQualifications ?? [],
    enforcesAttestation: row.enforcesAttestation ?? false,
    isUpdatable: true,
    needsSandboxApproval: row.needsSandboxApproval ?? false,
    isSharedServices: row.isSharedServices ?? false,
    upgradesTo: row.upgradesTo ?? [],
    convertsTo: row.convertsTo ?? [],
    ...(row.migratesTo === undefined ? {} : { migratesTo: row.migratesTo }),
    ...(row.monthlyErp === undefined ? {} : { monthlyErp: row.monthlyErp }),
  }
}

function expandMarkets(file: MarketFile): ReadonlyMap<string, Market> {
  const sold = new Set(file.sold)
  const markets = Object.entries(file.regions).flatMap(([region, currencies]) =>
    Object.entries(currencies).flatMap(([currency, countries]) =>
      countries.map((country) => ({
        country,
        region,
        currency,
        currencySymbol: file.currencies[currency]?.symbol ?? currency,
        isSold: sold.has(country),
      })),
    ),
  )
  return unique(markets, (market) => market.country)
}
