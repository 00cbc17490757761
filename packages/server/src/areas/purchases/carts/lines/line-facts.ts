import type { Instant, PlainDate } from '../../../../kernel/time.ts'
import type {
  LegacyOffer,
  Price,
  Resolution,
  Segment,
  SellableItem,
  TermPlan,
} from '../../../catalogue/products/public.ts'
import type { PartnerRecord } from '../../../../work/partner.ts'
import type { RequestedLine } from '../cart.ts'

/** What is known of a line before its item is found. */
export interface ResolutionFacts {
  readonly line: RequestedLine
  readonly resolution: Resolution
}

export interface ItemInventory {
  /** Not to be had at all, at present. */
  readonly isRestricted: boolean
  /** It was asked for lately, for this customer and in the region of the SKU. */
  readonly wasChecked: boolean
  /** Units left; absent where there is no end to them. */
  readonly remaining?: number
}

/** What the customer has already, the earlier lines of the same request included. */
export interface LineHoldings {
  /** Seats of this SKU in the tenant, whoever sold them. */
  readonly tenantSeats: number
  /** Subscriptions that count against the SKU's ownership limit. */
  readonly assets: number
  /** Seats of active subscriptions to any SKU that this add-on needs; undefined when there is no such subscription. */
  readonly prerequisiteSeats: number | undefined
  /** Seats of this add-on. */
  readonly addOnSeats: number
  /** Of a trial's paid version. */
  readonly ownsPaidVersion: boolean
  /** Active subscriptions that the customer has from this partner. */
  readonly customerSubscriptions: number
  /** Subscriptions in the tenant that are not deprovisioned, whoever sold them. */
  readonly tenantSubscriptions: number
  /** The days that a term of the line's length may be made to end on; empty where no day was asked for. */
  readonly endDates: readonly PlainDate[]
  readonly azurePlansOfPartner: number
  readonly azurePlansOfCustomer: number
  readonly reservedInstances: number
}

/** A subscription that a provisioning context points to. */
export interface AzureReference {
  /** Billed by usage: an Azure plan or Microsoft Azure of the older program. */
  readonly isUsage: boolean
  readonly isAzurePlan: boolean
  readonly isActive: boolean
  /** Of an Azure plan: an Azure subscription under it is active. */
  readonly hasActiveAzureSubscription: boolean
  /** For reservations; `notRegistered` also when it was undone. */
  readonly registration: 'notRegistered' | 'registering' | 'registered'
  /** Its offer can have reservations: that of a sandbox cannot. */
  readonly takesReservations: boolean
  /** The partner on record. */
  readonly partnerId: string | undefined
}

export interface AzureContext {
  /** By `subscriptionId`. */
  readonly named: AzureReference | undefined
  /** What the Azure subscription `entitlementId` belongs to: a plan, or one of the older program. */
  readonly entitling: (AzureReference & { readonly entitlementIsActive: boolean }) | undefined
  readonly hasAzurePlan: boolean
}

export interface PurchaseLimits {
  readonly sandboxSubscriptionsPerCustomer: number
  readonly sandboxSeatsPerSubscription: number
  readonly sandboxAzurePlansPerPartner: number
  readonly sandboxLegacyAzurePerPartner: number
  readonly sandboxAzurePlansPerCustomer: { readonly direct: number; readonly indirect: number }
  readonly sandboxReservedInstances: number
  readonly subscriptionsPerTenant: number
}

/** What the checks of a modern line look at. */
export interface LineFacts {
  readonly now: Instant
  readonly today: PlainDate
  readonly line: RequestedLine
  readonly item: SellableItem
  readonly plan: TermPlan | undefined
  readonly partner: PartnerRecord
  /** The partner's region is that of the European Union and the EFTA. */
  readonly isInEurope: boolean
  readonly market: string
  /** Segments that the customer is qualified for. */
  readonly segments: readonly Segment[]
  readonly tenantTags: readonly string[]
  readonly holdings: LineHoldings
  readonly azure: AzureContext
  readonly limits: PurchaseLimits
  readonly inventory: ItemInventory
  /** Whether the promotion that the client asked for can be had. */
  readonly chosenPromotion: 'none' | 'applies' | 'invalid'
  /** The currencies that an order may name: the partner's and the market's. */
  readonly currencies: readonly string[]
  /** Undefined where the price list has no row or no exchange rate leads to the billing currency. */
  readonly price: Price | undefined
}

/** What the checks of a line of the older program look at. */
export interface LegacyLineFacts {
  readonly line: RequestedLine
  /** Undefined for an id that no offer has. */
  readonly offer: LegacyOffer | undefined
  /** What an add-on is bought for: an earlier subscription, or the line that it is nested in. */
  readonly parent: LegacyParent
  readonly partner: PartnerRecord
  readonly market: string
  /** Segments that the customer is qualified for. */
  readonly segments: readonly Segment[]
  /** The policy `legacy-purchases` in force. */
  readonly sale: { readonly licences: 'open' | 'closed'; readonly azure: 'open' | 'closed' }
  readonly heldConcurrently: number
  readonly everHeld: number
  /** Active subscriptions of Microsoft Azure that the partner has with all its customers; counted for sandboxes. */
  readonly legacyAzureOfPartner: number
  readonly holdings: Pick<LineHoldings, 'customerSubscriptions'>
  readonly limits: PurchaseLimits
}

/** `unknown`: a subscription is named that the customer does not have from the older program. */
export type LegacyParent = 'none' | 'unknown' | { readonly offerId: string; readonly isActive: boolean }
