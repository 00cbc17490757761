import type { Availability as WireAvailability } from '@tenantry/contract/resources/catalogue/availability.ts'
import { collection, link, type Link } from '@tenantry/contract/resources/common.ts'
import type { Product as WireProduct } from '@tenantry/contract/resources/catalogue/product.ts'
import type { ProductPromotion } from '@tenantry/contract/resources/catalogue/promotion.ts'
import type { Sku as WireSku } from '@tenantry/contract/resources/catalogue/sku.ts'
import { findInstant, formatInstant } from '../../../kernel/time.ts'
import { termId } from './availability-ids.ts'
import type { Availability, Catalogue, Product, Promotion, Sku, TermPlan } from './catalogue.ts'

/** @see partner-center/developer/get-a-product-by-id */
export const productResource = (product: Product, country: string): WireProduct => ({
  id: product.id,
  title: product.title,
  description: product.description,
  productType: {
    ...named(product.productType.id),
    ...(product.productType.subType === undefined ? {} : { subType: named(product.productType.subType) }),
  },
  isMicrosoftProduct: product.isMicrosoftProduct,
  publisherName: product.publisherName,
  links: {
    skus: link(`/products/${product.id}/skus?country=${country}`),
    self: link(`/products/${product.id}?country=${country}`),
  },
})

const named = (id: string) => ({ id, displayName: id })

/** @see partner-center/developer/get-a-sku-by-id */
export function skuResource(product: Product, sku: Sku, catalogue: Catalogue, country: string): WireSku {
  const path = `/products/${sku.productId}/skus/${sku.id}`
  return {
    id: sku.id,
    productId: sku.productId,
    title: sku.title,
    description: sku.description,
    minimumQuantity: sku.minimumQuantity,
    maximumQuantity: sku.maximumQuantity,
    isTrial: sku.isTrial,
    supportedBillingCycles: [...new Set(sku.plans.map((plan) => plan.billingCycle))],
    purchasePrerequisites: [...sku.purchasePrerequisites],
    inventoryVariables: [...sku.inventoryVariables],
    provisioningVariables: [...sku.provisioningVariables],
    ...(product.family === 'reservation' ? {} : { actions: ['Refund'] }),
    dynamicAttributes: dynamicAttributes(product, sku, catalogue),
    ...(sku.attestation === undefined ? {} : { attestationProperties: { ...sku.attestation } }),
    ...(sku.consumptionType === undefined ? {} : { consumptionType: sku.consumptionType }),
    ...(sku.minimumCommitment === undefined
      ? {}
      : {
          minimumPurchaseCommitment: {
            ...sku.minimumCommitment,
            amount: Number(sku.minimumCommitment.amount),
          },
        }),
    links: {
      availabilities: link(`${path}/availabilities?country=${country}`),
      self: link(`${path}?country=${country}`),
    },
  }
}

/** Licences carry the members about add-ons and upgrades, other products only their own traits. */
function dynamicAttributes(product: Product, sku: Sku, catalogue: Catalogue): WireSku['dynamicAttributes'] {
  if (product.family !== 'license') return { ...sku.traits }
  return {
    ...sku.traits,
    hasConstraints: sku.pooledSeats !== undefined || sku.ownershipLimit !== undefined || sku.isAddon,
    isAddon: sku.isAddon,
    prerequisiteSkus: [...sku.prerequisiteSkus],
    isSoftwareAssuranceApplicable: false,
    upgradeTargetOffers: catalogue.transitionPaths(sku.key).map((path) => path.to),
    ...(sku.conversions.length === 0 ? {} : { conversionInstructions: sku.conversions.map(parts) }),
    ...(sku.provisioningId === undefined ? {} : { provisioningId: sku.provisioningId }),
    internal: false,
  }
}

function parts(key: string): { productId: string; skuId: string } {
  const [productId = '', skuId = ''] = key.split(':')
  return { productId, skuId }
}

/** @see partner-center/developer/get-an-availability-by-id */
export function availabilityResource(
  { product, sku, availability }: { product: Product; sku: Sku; availability: Availability },
  catalogue: Catalogue,
): WireAvailability {
  const { country } = availability
  const path = `/products/${sku.productId}/skus/${sku.id}/availabilities/${availability.id}`
  return {
    id: availability.id,
    productId: availability.productId,
    skuId: availability.skuId,
    catalogItemId: availability.catalogItemId,
    defaultCurrency: {
      code: availability.currency,
      symbol: catalogue.findMarket(country)?.currencySymbol ?? availability.currency,
    },
    segment: availability.segment,
    country,
    isPurchasable: availability.isPurchasable,
    isRenewable: availability.isRenewable,
    ...(availability.isRenewable ? { renewalInstructions: renewalInstructions(sku, availability) } : {}),
    terms: availability.plans.map((plan) => termResource(plan, product)),
    ...(sku.includedQuantityOptions.length === 0
      ? {}
      : { includedQuantityOptions: sku.includedQuantityOptions.map((option) => ({ ...option })) }),
    product: productResource(product, country),
    sku: skuResource(product, sku, catalogue, country),
    links: { self: link(`${path}?country=${country}`) },
  }
}

/** A trial renews into its paid equivalent, everything else into itself. */
const renewalInstructions = (sku: Sku, { plans }: Availability) => [
  {
    applicableTermIds: plans.map((plan) => termId(plan.termDuration, plan.billingCycle)),
    renewalOptions: [
      { renewToId: sku.isTrial ? (sku.conversions[0] ?? sku.key) : sku.key, isAutoRenewable: true },
    ],
  },
]

const termResource = (plan: TermPlan, { family }: Product): WireAvailability['terms'][number] => ({
  id: termId(plan.termDuration, plan.billingCycle),
  ...(plan.termDuration === '' ? {} : { duration: plan.termDuration }),
  description: termDescription(plan, family),
  billingCycle: capitalized(plan.billingCycle),
  ...(plan.refunds.length === 0
    ? {}
    : {
        cancellationPolicies: [
          { refundOptions: plan.refunds.map((refund, sequenceId) => ({ sequenceId, ...refund })) },
        ],
      }),
})

const lengths: Readonly<Record<string, string>> = { P1M: '1 month', P1Y: '1 year', P3Y: '3 years' }
const payments: Readonly<Record<string, string>> = {
  monthly: 'paid monthly',
  annual: 'paid yearly',
  triennial: 'paid at once',
  one_time: 'paid at once',
  none: 'free of charge',
}

function termDescription({ termDuration, billingCycle }: TermPlan, family: Product['family']): string {
  if (family === 'azurePlan') return 'No term, usage is billed monthly'
  const length = termDuration === '' ? 'No term' : (lengths[termDuration] ?? termDuration)
  return `${length}, ${payments[billingCycle] ?? billingCycle}`
}

/** Terms print the cycle as the SDK's member is called: `Annual`, `OneTime`. */
export const capitalized = (billingCycle: string): string =>
  billingCycle
    .split('_')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')

/** @see partner-center/developer/get-promotion-by-id */
export function promotionResource(promotion: Promotion): ProductPromotion {
  const constraints = promotionConstraints(promotion)
  return {
    id: promotion.id,
    name: promotion.name,
    description: promotion.description,
    startDate: wireDate(promotion.startDate),
    endDate: wireDate(promotion.endDate),
    properties: { isAutoApplicable: promotion.isAutoApplicable },
    requiredProducts: promotion.requiredProducts.map((item) => ({
      productId: item.productId,
      skuId: item.skuId,
      term: { duration: item.termDuration, billingCycle: capitalized(item.billingCycle) },
      pricingPolicies: [{ policyType: item.policyType, value: item.value }],
    })),
    ...(Object.keys(constraints).length === 0 ? {} : { promotionConstraints: constraints }),
  }
}

/** Promotions print their days with an offset instead of Z. */
function wireDate(text: string): string {
  const moment = findInstant(text)
  return moment === undefined ? text : formatInstant(moment).replace(/Z$/, '+00:00')
}

const promotionConstraints = (promotion: Promotion): ProductPromotion['promotionConstraints'] & {} => ({
  ...(promotion.seats === undefined
    ? {}
    : {
        seatConstraints: [
          { minSeats: promotion.seats.min, maxSeats: promotion.seats.max, type: 'SubscriptionQuantity' },
        ],
      }),
  ...(promotion.maxRedemptions === undefined
    ? {}
    : {
        assetOwnershipLimits: [
          { minAssets: 0, maxAssets: promotion.maxRedemptions, type: 'LifetimeRedemptionCount' },
        ],
      }),
  ...(promotion.isFirstPurchaseOnly
    ? { eligibilityConstraints: [{ isApplicable: true, type: 'FirstPurchase' }] }
    : {}),
  ...(promotion.ownedProducts.length === 0
    ? {}
    : {
        productOwnershipConstraints: promotion.ownedProducts.map((group) =>
          group.map((key) => ({ bigId: key.replace(':', '/') })),
        ),
      }),
})

/** A collection with a link to itself: the path with the query that was sent, in the published order. */
export const catalogueCollection = <T>(
  items: T[],
  path: string,
  query: Readonly<Record<string, string | boolean | undefined>>,
) => {
  const sent = Object.entries(query).filter(([, value]) => value !== undefined)
  const search = sent.map(([name, value]) => `${name}=${String(value)}`).join('&')
  const self: Link = link(search === '' ? path : `${path}?${search}`)
  return { ...collection(items), links: { self } }
}
