import type { BillingCycleType } from '@tenantry/contract/resources/cart.ts'

/** `commercial` unless a customer is qualified for another one. */
export const segments = ['commercial', 'education', 'government', 'nonprofit'] as const
export type Segment = (typeof segments)[number]

/** Which kind of Azure subscription a reservation availability is for; absent means MS-AZR-0145P. */
export type ReservationScope = 'AzurePlan'

/** `productId:skuId`, for example `CFQ7TTC0LH18:0001`: what identifies an item for good, unlike a catalogItemId. */
export type SkuKey = string

export const skuKey = (productId: string, skuId: string): SkuKey => `${productId}:${skuId}`

/** ISO 8601: `P1M`, `P1Y`, `P3Y`; empty for the Azure plan and perpetual software. */
type TermDuration = string

/** The product families behave differently in carts, renewals and cancellations. */
export type ProductFamily =
  | 'license'
  | 'azurePlan'
  | 'reservation'
  | 'savingsPlan'
  | 'saas'
  | 'software'
  | 'perpetual'

/** @see partner-center/developer/product-resources */
export interface Product {
  readonly id: string
  readonly title: string
  readonly description: string
  readonly family: ProductFamily
  readonly productType: { readonly id: string; readonly subType?: string }
  readonly isMicrosoftProduct: boolean
  readonly publisherName: string
  readonly skus: readonly Sku[]
}

/** Share of the prerequisite seats, in percent, that an add-on must or may have. */
interface SeatPolicy {
  readonly minPercent?: number
  readonly maxPercent?: number
}

interface OwnershipLimit {
  readonly count: number
  readonly kind: 'lifetime' | 'concurrent'
}

interface Attestation {
  readonly attestationType: string
  readonly enforceAttestation: boolean
}

export interface RefundOption {
  readonly type: 'Full' | 'Partial'
  /** ISO 8601 duration from the start of the term; absent means at any time. */
  readonly expiresAfter?: string
}

/** One way to buy a SKU: how long and how often billed. */
export interface TermPlan {
  readonly termDuration: TermDuration
  readonly billingCycle: BillingCycleType
  readonly refunds: readonly RefundOption[]
}

/** @see partner-center/developer/product-resources#sku */
export interface Sku {
  readonly productId: string
  readonly id: string
  readonly key: SkuKey
  readonly title: string
  readonly description: string
  readonly minimumQuantity: number
  readonly maximumQuantity: number
  /** Most seats of this SKU in a customer's tenant, over all subscriptions and partners. */
  readonly pooledSeats?: number
  readonly ownershipLimit?: OwnershipLimit
  readonly isTrial: boolean
  readonly isAddon: boolean
  /** Any one of these must be owned (or stand earlier in the same cart) to buy this add-on. */
  readonly prerequisiteSkus: readonly SkuKey[]
  readonly seatPolicy: SeatPolicy
  /** Where a trial can be converted to, the paid equivalent first. */
  readonly conversions: readonly SkuKey[]
  readonly plans: readonly TermPlan[]
  readonly segments: readonly Segment[]
  /** Country codes it is sold in; absent means every market of the catalogue. */
  readonly countries?: readonly string[]
  readonly isRenewable: boolean
  /** The SKU's id in the directory; a subscription that lacks it cannot be provisioned (900144). */
  readonly provisioningId?: string
  /** The SKU's name in the directory, for example `O365_BUSINESS_ESSENTIALS`. */
  readonly provisioningString?: string
  /** Names of the service plans that a seat carries: what licence conflicts are computed from. */
  readonly servicePlans: readonly string[]
  readonly purchasePrerequisites: readonly string[]
  readonly inventoryVariables: readonly string[]
  readonly provisioningVariables: readonly string[]
  readonly attestation?: Attestation
  readonly requiredTenantTags: readonly string[]
  /** Sold only to the partners that the operator names in the `catalogue` collaborator. */
  readonly isExclusive: boolean
  readonly consumptionType?: string
  readonly minimumCommitment?: {
    readonly amount: string
    readonly grain: string
    readonly currencyCode: string
  }
  /** The purchase goes through a review that asks for the customer's purchase order. */
  readonly requiresPurchaseOrder: boolean
  readonly isPurchasableInSandbox: boolean
  /** `Modern` everywhere in the default catalogue; another system than the cart's answers 800031. */
  readonly purchaseSystem: string
  /** More than one makes the availability unusable (800083). */
  readonly includedQuantityOptions: readonly { readonly units: string; readonly description: string }[]
  /** Further published members of dynamicAttributes, for example armRegionName. */
  readonly traits: Readonly<Record<string, string | number | boolean>>
  /** Prices as the data states them. */
  readonly price: PriceSource
  /** Availability ids of the first generation that do not follow the generated pattern. */
  readonly fixedAvailabilities: readonly FixedAvailability[]
  /** US dollars per unit of use, by meter; metered SaaS only. */
  readonly meters?: Readonly<Record<string, string>>
  /** Billing cycles of a reservation outside of the Azure plan, where it has fewer there. */
  readonly defaultScopeCycles?: readonly BillingCycleType[]
}

export interface FixedAvailability {
  readonly id: string
  readonly country: string
  readonly segment: Segment
  readonly reservationScope?: ReservationScope
}

/** How prices come about; amounts are exact decimal strings in US dollars unless another currency is named. */
export type PriceSource =
  /** Estimated retail price of one seat for one month; terms are multiples of it. */
  | { readonly kind: 'monthly'; readonly erp: string; readonly known: Readonly<Record<string, string>> }
  /** Retail price of one unit for the whole term, by term duration (`''` for no term). */
  | { readonly kind: 'term'; readonly erp: Readonly<Record<TermDuration, string>> }
  /** The price is the commitment per hour times the hours of the term. */
  | { readonly kind: 'commitment' }
  /** No price at purchase; usage is charged later. */
  | { readonly kind: 'usage' }

/** What can be bought now: a SKU in one country and segment. The id is reissued when the availability is rotated. */
export interface Availability {
  readonly id: string
  readonly productId: string
  readonly skuId: string
  /** `productId:skuId:availabilityId` */
  readonly catalogItemId: string
  readonly country: string
  readonly segment: Segment
  readonly currency: string
  readonly reservationScope?: ReservationScope
  readonly isPurchasable: boolean
  readonly isRenewable: boolean
  /** Tenant ids of the partners it is reserved for; undefined means everybody. */
  readonly partnerIds: readonly string[] | undefined
  readonly requiredTenantTags: readonly string[]
  /** Only those on sale now: an ended term is left out. */
  readonly plans: readonly TermPlan[]
}

export interface AvailabilityFilter {
  readonly country: string
  /** All of them when left out. */
  readonly segments?: readonly Segment[]
  readonly reservationScope?: ReservationScope | undefined
  /** Adds those whose sale has ended, as not purchasable. */
  readonly includesEnded?: boolean
}

/** Exact decimal strings in `currency`, for one unit and the whole term. */
export interface Price {
  /** What the partner pays: the price list's UnitPrice. */
  readonly unitPrice: string
  /** Estimated retail price, the price list's ERP Price. */
  readonly retailPrice: string
  readonly currency: string
}

/** A way to buy with its price; `price` is undefined where the price list has no row (900192). */
export interface TermOffer extends TermPlan {
  readonly price: Price | undefined
}

/** Which part of a catalogItemId is unknown, in the order of the faults 800004, 400013, 400018, 400019. */
export type Resolution =
  | {
      readonly found: true
      readonly product: Product
      readonly sku: Sku
      readonly availability: Availability
    }
  | { readonly found: false; readonly unknown: 'grammar' | 'product' | 'sku' | 'availability' }

export interface TransitionPath {
  readonly from: SkuKey
  readonly to: SkuKey
  readonly transitionTypes: readonly ('transition_only' | 'transition_with_license_transfer')[]
}

/** To commercial customers unless it says to whom. */
export interface PlaceOfSale {
  readonly productId: string
  readonly skuId: string
  readonly country: string
  readonly segment?: Segment
  readonly reservationScope?: ReservationScope
}

/** A SKU that is on sale, with what to buy it by. */
export interface SellableItem {
  readonly product: Product
  readonly sku: Sku
  readonly availability: Availability
}

/** @see partner-center/developer/promotion-resources */
export interface Promotion {
  readonly id: string
  readonly name: string
  readonly description: string
  /** ISO 8601; the promotion can be used from `startDate` up to and including `endDate`. */
  readonly startDate: string
  readonly endDate: string
  readonly countries: readonly string[]
  readonly segment: Segment
  readonly isAutoApplicable: boolean
  readonly requiredProducts: readonly PromotedProduct[]
  readonly seats?: { readonly min: number; readonly max: number }
  /** Most subscriptions in the customer's lifetime that may carry it, over all partners. */
  readonly maxRedemptions?: number
  readonly isFirstPurchaseOnly: boolean
  /** Outer list: every group must be met; inner list: any SKU of it must be owned. */
  readonly ownedProducts: readonly (readonly SkuKey[])[]
}

export interface PromotedProduct {
  readonly productId: string
  readonly skuId: string
  readonly termDuration: TermDuration
  readonly billingCycle: BillingCycleType
  readonly policyType: 'PercentDiscount' | 'FlatRate'
  /** A share of one for PercentDiscount (`0.05` is 5 %), an amount for FlatRate. Exact decimal string. */
  readonly value: string
}

/** An offer of the older program. @see partner-center/developer/offer-resources */
export interface LegacyOffer {
  /** Upper-case GUID or `MS-AZR-nnnnP`. */
  readonly id: string
  readonly name: string
  readonly description: string
  readonly productId?: string
  readonly minimumQuantity: number
  readonly maximumQuantity: number
  readonly category: string
  readonly limit: { readonly count: number; readonly unit: 'None' | 'Concurrent' | 'LifeTime' }
  readonly supportedBillingCycles: readonly BillingCycleType[]
  readonly billing: 'license' | 'usage'
  readonly salesGroupId: 'OFC' | 'AZR'
  readonly isAddOn: boolean
  readonly isTrial: boolean
  readonly prerequisiteOffers: readonly string[]
  /** Country codes it is sold in; absent means every market of the catalogue. */
  readonly countries?: readonly string[]
  /** What the partner needs; `reselleeQualifications` is what the customer needs. */
  readonly resellerQualifications: readonly string[]
  readonly reselleeQualifications: readonly string[]
  /** Seats, status and renewal of what was bought by it can be changed. */
  readonly isUpdatable: boolean
  readonly enforcesAttestation: boolean
  /** Needs an approval that only some sandbox partners have. */
  readonly needsSandboxApproval: boolean
  /** Azure Partner Shared Services: Azure that a partner buys for its own use. */
  readonly isSharedServices: boolean
  /** The new commerce SKU that it is migrated to. */
  readonly migratesTo?: SkuKey
  /** Offers of the older program that a whole subscription can be upgraded to. */
  readonly upgradesTo: readonly string[]
  /** Offers of the older program that a trial can be converted to. */
  readonly convertsTo: readonly string[]
  /** Retail price per seat and month in US dollars. */
  readonly monthlyErp?: string
}

/** What of a customer's holdings the promotion rules look at. Counted over all its partners. */
export interface PromotionHoldings {
  /** SKUs with an active subscription. */
  readonly ownedSkus: readonly SkuKey[]
  /** SKUs ever bought by the customer, ended subscriptions included. */
  readonly everOwnedSkus: readonly SkuKey[]
  /** Uses of promotions in the customer's lifetime, keyed by the promotion's `product:sku`. */
  readonly redemptions: Readonly<Record<string, { readonly count: number; readonly seats: number }>>
}

export const noHoldings: PromotionHoldings = { ownedSkus: [], everOwnedSkus: [], redemptions: {} }

/** One line that wants a promotion. */
export interface PromotionLine {
  readonly productId: string
  readonly skuId: string
  readonly country: string
  readonly segment: Segment
  readonly termDuration: TermDuration
  readonly billingCycle: BillingCycleType
  readonly quantity: number
}

/** The catalogue of one world at one instant: the shipped items with what the operator changed. Pure, in memory. */
export interface Catalogue {
  readonly products: readonly Product[]
  findProduct(productId: string): Product | undefined
  findSku(productId: string, skuId: string): Sku | undefined
  /** By `productId:skuId`. */
  findSkuByKey(key: SkuKey): Sku | undefined
  /** Every SKU that gives seats of the directory SKU with that provisioning id. */
  findSkuByProvisioningId(provisioningId: string): Sku | undefined
  /** The current availability with that id, of whatever country and segment. */
  findAvailability(productId: string, skuId: string, availabilityId: string): Availability | undefined
  /** Current availabilities of a SKU in a country; all segments unless one is given. */
  availabilities(productId: string, skuId: string, filter: AvailabilityFilter): Availability[]
  /** Sold in that country, whether or not its sale has ended. */
  isPublished(sku: Sku, country: string): boolean
  /** Exclusive items are offered to the partners that the operator names. */
  isOfferedTo(sku: Sku, partnerId: string): boolean
  resolve(catalogItemId: string): Resolution
  /** What to buy a SKU by now, or undefined where it is not on sale there. */
  sellable(item: PlaceOfSale): SellableItem | undefined
  /** The same for seats that move to it: some SKUs are still there for them after their sale has ended. */
  convertible(item: PlaceOfSale): SellableItem | undefined
  termOffers(availability: Availability): TermOffer[]
  findPlan(
    availability: Availability,
    termDuration: TermDuration,
    billingCycle: BillingCycleType,
  ): TermPlan | undefined
  /** Undefined where the price list has no row for it. */
  priceOf(item: {
    availability: Availability
    termDuration: TermDuration
    billingCycle: BillingCycleType
    /** Per hour; only for savings plans. */
    commitment?: string
  }): Price | undefined
  /**
   * The price of a SKU in a market, whether or not it is still on sale there: renewals and seat changes of items whose
   * sale has ended go on at the price list.
   */
  priceOfSku(item: {
    productId: string
    skuId: string
    country: string
    segment?: Segment
    termDuration: TermDuration
    billingCycle: BillingCycleType
    /** Per hour; only for savings plans. */
    commitment?: string
  }): Price | undefined
  /** Paths out of a SKU, whether or not their targets are still on sale. */
  transitionPaths(from: SkuKey): TransitionPath[]
  /** The SKU's sale has ended (for that term, in that market). */
  saleHasEnded(
    item: Pick<PlaceOfSale, 'productId' | 'skuId'> & { country?: string; termDuration?: string },
  ): boolean
  /** Ignores the promotion's dates. Accepts an id whose third part is an older one. */
  findPromotion(promotionId: string): Promotion | undefined
  /** Some promotion is for the SKU, at some time, somewhere. */
  isPromoted(sku: SkuKey): boolean
  /** Some add-on builds on the SKU. */
  hasAddOns(sku: SkuKey): boolean
  /** Promotions in their window in that market and segment. */
  promotions(filter: { country: string; segment: Segment }): Promotion[]
  findLegacyOffer(offerId: string): LegacyOffer | undefined
  readonly legacyOffers: readonly LegacyOffer[]
  /** Undefined for a market that is not in the market list. */
  findMarket(country: string): Market | undefined
  /** Currency of a market; US dollars for a country without a row. */
  currencyOf(country: string): string
  /** Countries a partner of that CSP region may sell in. */
  marketsOfRegion(region: string): readonly string[]
  regionOf(country: string): string | undefined
  /** How many units of `to` one unit of `from` is worth, as an exact ratio; undefined without a rate. */
  exchangeRate(from: string, to: string): { numerator: bigint; denominator: bigint } | undefined
}

export interface Market {
  readonly country: string
  readonly region: string
  readonly currency: string
  readonly currencySymbol: string
  /** The shipped items are on sale here. */
  readonly isSold: boolean
}
