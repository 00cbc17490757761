import type { BillingCycleType } from '@tenantry/contract/resources/cart.ts'
import type { Instant, PlainDate } from '../../../../kernel/time.ts'
import type { LegacyOffer, SellableItem, Sku, TermPlan } from '../../../catalogue/products/public.ts'
import type { PartnerOnRecordFacts } from '../../../accounts/partners/public.ts'
import type { PatchChanges } from './patch-changes.ts'
import type { PriceOfDay } from '../price-of-day.ts'
import type { SubscriptionRecord } from '../subscription.ts'

/** What the rules of a PATCH look at. Loaded before; only what a change needs is there. */
export interface PatchFacts {
  readonly now: Instant
  readonly today: PlainDate
  readonly subscription: SubscriptionRecord
  readonly changes: PatchChanges
  /** The If-Match header, or the body's own. */
  readonly etag: string | undefined
  readonly updatesMax: number
  readonly partnerType: 'directBill' | 'indirectProvider' | 'other'
  /** Only for the older program; undefined too where the offer is no longer published. */
  readonly legacyOffer: LegacyOffer | undefined
  /** Undefined for the older program. */
  readonly sku: Sku | undefined
  readonly item: ItemFacts
  /** Its term can end in an extended service term, so that there is something to choose. */
  readonly isExtendable: boolean
  readonly parent: SubscriptionRecord | undefined
  /** Microsoft migrates it, its status aside, and less than a day of its term is left. */
  readonly isAwaitedByMicrosoft: boolean
  readonly seats: SeatFacts
  readonly nextTerm: NextTermFacts | undefined
  readonly term: TermFacts
  /** Only where the term changes; undefined too where the price list has no row. */
  readonly newPrice: PriceOfDay | undefined
  readonly partnerOnRecord: PartnerOnRecordFacts | undefined
  /** The fulfilment system takes no work for this product at present. */
  readonly fulfilmentFails: boolean
}

export interface ItemFacts {
  /** The SKU, or its term, is not sold any more. */
  readonly saleHasEnded: boolean
  readonly isRenewable: boolean
}

export interface SeatFacts {
  /** Most seats in one subscription of a sandbox account. */
  readonly environmentMax: number | undefined
  /** Seats of this SKU in the customer's tenant, over all subscriptions and partners, this one included. */
  readonly pooled: number
  /** Seats that the promotion of this subscription allows. */
  readonly promotion: { readonly min: number; readonly max: number } | undefined
}

export interface NextTermFacts {
  /** What is to be bought, where it exists and is on sale to this customer. */
  readonly item: SellableItem | undefined
  readonly plan: TermPlan | undefined
  /** The same SKU, one that it can be upgraded to, or what a trial converts to. */
  readonly isReachable: boolean
  readonly promotionIsValid: boolean
  /** The one that the next term would have today: what was asked for or the best. */
  readonly promotionId: string | undefined
  /** Dates that the term may end on. */
  readonly alignedDates: readonly PlainDate[]
}

interface TermFacts {
  /** Terms that the SKU is offered with. */
  readonly plans: readonly TermPlan[]
  /** The next cycle of this subscription, if one is to come. */
  readonly hasFutureCharge: boolean
}

export const cycles: Readonly<Record<string, { readonly cycle: BillingCycleType; readonly months: number }>> =
  {
    monthly: { cycle: 'monthly', months: 1 },
    annual: { cycle: 'annual', months: 12 },
    biennial: { cycle: 'biennial', months: 24 },
    triennial: { cycle: 'triennial', months: 36 },
    none: { cycle: 'none', months: 0 },
    onetime: { cycle: 'one_time', months: 0 },
  }
