import type { BillingCycleType } from '@tenantry/contract/resources/cart.ts'
import type { CustomerId, OrderId, SubscriptionId } from '../../../kernel/ids.ts'
import { addDays, dateOf, type Instant, type PlainDate } from '../../../kernel/time.ts'
import type { ProductFamily, Segment } from '../../catalogue/products/public.ts'
import type { CancellationWindow } from './cancellation.ts'
import { takeSeats, type SeatLot } from './seat-lots.ts'
import { cycleAt, endless, type Cycle } from './term.ts'

export const statuses = ['pending', 'active', 'suspended', 'expired', 'disabled', 'deleted'] as const
export type SubscriptionStatus = (typeof statuses)[number]

/**
 * Which statuses may follow which, and who brings it about: a partner, by a request, or the service, in time.
 * @see partner-center/customers/subscription-lifecycle
 */
export const statusMoves: Readonly<
  Record<SubscriptionStatus, Readonly<Partial<Record<SubscriptionStatus, 'partner' | 'service'>>>>
> = {
  pending: { active: 'service', deleted: 'service' },
  active: { suspended: 'partner', deleted: 'partner', expired: 'service', disabled: 'service' },
  suspended: { active: 'partner', deleted: 'partner', disabled: 'service' },
  expired: { disabled: 'service' },
  disabled: { deleted: 'service' },
  deleted: {},
}

export const mayFollow = (from: SubscriptionStatus, to: SubscriptionStatus): boolean =>
  from === to || statusMoves[from][to] !== undefined

/** The statuses that a partner can bring about. */
export const partnerMoves = (from: SubscriptionStatus): SubscriptionStatus[] =>
  statuses.filter((to) => statusMoves[from][to] === 'partner')

/** @see partner-center/developer/subscription-resources#productterm */
export interface ProductTerm {
  readonly productId: string
  readonly skuId: string
  readonly availabilityId: string
  readonly billingCycle: BillingCycleType
  readonly termDuration: string
  readonly promotionId?: string | undefined
}

/** What the next term shall be, instead of a repetition of this one. */
export interface NextTermInstructions {
  readonly product: ProductTerm
  readonly quantity: number
  readonly customTermEndDate?: PlainDate | undefined
}

/** What the next cycle shall be: only its billing cycle can change within a term. */
export interface NextChargeInstructions {
  readonly product: ProductTerm
  readonly quantity: number
}

/** Something that runs and allows no other change meanwhile. */
interface PendingOperation {
  readonly kind: 'transition' | 'transfer' | 'migration' | 'renewal'
  readonly since: Instant
}

/**
 * An Azure subscription under an Azure plan. Azure makes them: the first with the plan, others in its portal.
 * @see partner-center/developer/subscription-resources#azureentitlement
 */
export interface AzureEntitlement {
  readonly id: string
  readonly friendlyName: string
  readonly status: 'active' | 'inactive'
  readonly createdAt: Instant
  /** The partner asked for its cancellation, which Azure has not carried out yet. */
  readonly cancellationRequestedAt?: Instant | undefined
  /** What made it inactive: only what the partner cancelled can a partner reactivate. */
  readonly inactiveBecause?: 'cancelled' | 'disabledByAzure' | undefined
}

/** A subscription is registered once, so that reservations can be bought for it. */
interface Registration {
  readonly status: 'registering' | 'registered'
  readonly requestedAt: Instant
}

interface SupportContact {
  readonly supportTenantId: string
  readonly supportMpnId: string
  readonly name: string
}

/** @see partner-center/developer/subscription-resources */
export interface SubscriptionRecord {
  readonly id: SubscriptionId
  version: number
  readonly commerce: 'nce' | 'legacy'
  readonly customerId: CustomerId
  readonly orderId: OrderId
  /** The line of the order that it was bought with, from 0. */
  readonly lineNumber: number
  /** Empty for an offer of the older program, as the other two. */
  readonly productId: string
  readonly skuId: string
  readonly availabilityId: string
  /** Only for the older program: an upper-case GUID or `MS-AZR-nnnnP`. */
  readonly legacyOfferId?: string | undefined
  readonly offerName: string
  readonly friendlyName: string
  readonly productFamily: ProductFamily
  /** For example `OnlineServicesNCE`. */
  readonly productType: string
  readonly publisherName: string
  readonly isMicrosoftProduct: boolean
  readonly isTrial: boolean
  readonly isAddOn: boolean
  readonly hasPurchasableAddOns: boolean
  readonly consumptionType?: string | undefined
  /** The directory's id of the SKU. */
  readonly provisioningId?: string | undefined
  /** Where and as what the customer bought: prices and availabilities go by it. */
  readonly country: string
  readonly segment: Segment
  readonly unitType: string
  readonly quantity: number
  readonly seatLots: readonly SeatLot[]
  readonly status: SubscriptionStatus
  /** The day the status began: the months of grace after a term are counted from it. */
  readonly statusSince: PlainDate
  /** It was suspended when its term ended, which lengthens the time until deletion. */
  readonly endedSuspended?: boolean | undefined
  readonly suspensionReasons: readonly string[]
  readonly createdAt: Instant
  /** The moment of purchase, or of the renewal or change that began this term. */
  readonly effectiveStart: Instant
  readonly termStart: PlainDate
  /** Inclusive: the whole day belongs to the term. */
  readonly commitmentEnd: PlainDate
  /** A day on which a billing cycle begins. Absent on terms that began before it was kept, and in the older program. */
  readonly cycleAnchor?: PlainDate | undefined
  readonly termDuration: string
  readonly billingCycle: BillingCycleType
  /** The first term was shortened to end on this day. */
  readonly customTermEndDate?: PlainDate | undefined
  /** The last day that is charged for already; the next cycle begins the day after. */
  readonly chargedThrough: PlainDate
  readonly cancellation?: CancellationWindow | undefined
  readonly autoRenewEnabled: boolean
  /**
   * What a partner has chosen for the end of a term that is not renewed: months of service at a higher price, or the
   * end at once. Undefined where nobody has chosen: then it is the months, where they are offered.
   */
  readonly endOfTerm?: 'extend' | 'cancel' | undefined
  /** The extended service term is cancelled on this day: the first one without service. */
  readonly cancelOn?: PlainDate | undefined
  /** Only in an extended service term: what it was before, and is again when it is renewed. */
  readonly extension?: { readonly termDuration: string; readonly billingCycle: BillingCycleType } | undefined
  readonly nextTerm?: NextTermInstructions | undefined
  readonly nextCharge?: NextChargeInstructions | undefined
  /** One unit for the whole full-length term, promotion deducted: an exact decimal in `currency`. */
  readonly termPrice: string
  /** The same before the promotion. Absent on terms that began before it was kept. */
  readonly listPrice?: string | undefined
  readonly currency: string
  /** `productId:skuId:promotionId`. */
  readonly promotionId?: string | undefined
  /** The partner on record. */
  readonly partnerId?: string | undefined
  readonly parentSubscriptionId?: SubscriptionId | undefined
  /** The Azure subscription of an Azure offer. */
  readonly entitlementId?: string | undefined
  /** Those under an Azure plan, oldest first. */
  readonly azureEntitlements?: readonly AzureEntitlement[] | undefined
  /** Only of what is billed by usage. */
  readonly registration?: Registration | undefined
  readonly fulfilment: 'pending' | 'completed' | 'failed'
  /** True while a marketplace product waits for the customer to activate it, false since. Others have none. */
  readonly awaitsActivation?: boolean | undefined
  readonly pendingOperation?: PendingOperation | undefined
  /** Only of the older program: its billing knows the present state from then on. */
  readonly syncedAt?: Instant | undefined
  /** Updates wait for something reversible, such as a review. */
  readonly hold?: string | undefined
  /** Changes in its life that count against the cap. */
  readonly updateCount: number
  readonly migratedFromSubscriptionId?: string | undefined
  readonly migratedTo?: { readonly subscriptionId: string; readonly by: 'partner' | 'microsoft' } | undefined
  /** What it was upgraded to while its users' licences stayed: they still have to follow. */
  readonly licencesAwaitedBy?: SubscriptionId | undefined
  /** The partner has scheduled its migration to new commerce. */
  readonly hasMigrationSchedule?: boolean | undefined
  readonly supportContact?: SupportContact | undefined
}

export const catalogItemId = (s: SubscriptionRecord): string =>
  `${s.productId}:${s.skuId}:${s.availabilityId}`

export const hasEnded = (s: SubscriptionRecord): boolean =>
  s.status === 'expired' || s.status === 'disabled' || s.status === 'deleted'

/** Active, or on its way there. */
export const isRunning = ({ status }: SubscriptionRecord): boolean =>
  status === 'active' || status === 'pending'

/** Of the older program: its billing has heard of the last change. */
export const isInSync = ({ syncedAt }: SubscriptionRecord, now: Instant): boolean =>
  syncedAt === undefined || syncedAt <= now

/** The term is over, nothing renews it, and the work of that day that ends it is not done yet. */
export const isExpiring = (s: SubscriptionRecord, now: Instant): boolean => isPastTerm(s, now) && !willGoOn(s)

/** The term is over and the renewal is not done yet. */
export const isRenewing = (s: SubscriptionRecord, now: Instant): boolean => isPastTerm(s, now) && willGoOn(s)

const willGoOn = (s: SubscriptionRecord): boolean =>
  willRenew(s) ||
  (s.status === 'active' &&
    (s.cancelOn === undefined || s.cancelOn > firstDayAfter(s)) &&
    (s.endOfTerm === 'extend' || (s.extension !== undefined && s.endOfTerm === undefined)))

const isPastTerm = (s: SubscriptionRecord, now: Instant): boolean =>
  !hasEnded(s) && s.commitmentEnd !== endless && dateOf(now) > s.commitmentEnd

/** Renewal needs an active subscription that is set to it. */
export const willRenew = (s: SubscriptionRecord): boolean => s.status === 'active' && s.autoRenewEnabled

/** New commerce's: an offer of the older program is of the same family. */
export const isAzurePlan = (s: SubscriptionRecord): boolean =>
  s.productFamily === 'azurePlan' && s.commerce === 'nce'

/** Microsoft Azure of the older program: one Azure subscription each. */
export const isLegacyAzure = (s: SubscriptionRecord): boolean =>
  s.productFamily === 'azurePlan' && s.commerce === 'legacy'

export const hasActiveAzureSubscription = (s: SubscriptionRecord): boolean =>
  (s.azureEntitlements ?? []).some(({ status }) => status === 'active')

/** The cycle that a change at `now` falls in. */
export const cycleOf = (s: SubscriptionRecord, date: PlainDate): Cycle => cycleAt(s, date)

/** The day whose first moment renews or ends the term. */
export const firstDayAfter = (s: SubscriptionRecord): PlainDate => addDays(s.commitmentEnd, 1)

/**
 * More seats, which can be given back until `reducibleUntil`. A change of the quantity discards what was scheduled for
 * the next term.
 */
export const addSeats = (
  s: SubscriptionRecord,
  seats: number,
  lot: Omit<SeatLot, 'quantity'>,
): SubscriptionRecord => ({
  ...s,
  ...withQuantity(s, s.quantity + seats),
  seatLots: [...s.seatLots, { ...lot, quantity: seats }],
})

export const removeSeats = (s: SubscriptionRecord, seats: number): SubscriptionRecord => ({
  ...s,
  ...withQuantity(s, s.quantity - seats),
  seatLots: takeSeats(s.seatLots, seats),
})

/** What was scheduled for the next cycle is for all seats that are there then. */
const withQuantity = ({ isTrial, nextTerm, nextCharge }: SubscriptionRecord, quantity: number) => ({
  quantity,
  nextTerm: isTrial ? nextTerm : undefined,
  nextCharge: nextCharge && { ...nextCharge, quantity },
})

/** Access stops and the charges go on; what was planned for the next term is off. */
export const suspend = (s: SubscriptionRecord, today: PlainDate): SubscriptionRecord => ({
  ...s,
  status: 'suspended',
  statusSince: today,
  suspensionReasons: ['CustomerRequested'],
  autoRenewEnabled: false,
  endOfTerm: undefined,
  cancelOn: undefined,
  nextTerm: undefined,
})

/** Renewal stays off: the partner must ask for it anew. */
export const reactivate = (s: SubscriptionRecord, today: PlainDate): SubscriptionRecord => ({
  ...s,
  status: 'active',
  statusSince: today,
  suspensionReasons: [],
})

/** The end of a subscription by cancellation, or because all of its seats moved to another one. */
export const cancel = (s: SubscriptionRecord, today: PlainDate): SubscriptionRecord => ({
  ...s,
  status: 'deleted',
  statusSince: today,
  suspensionReasons: [],
  autoRenewEnabled: false,
  endOfTerm: undefined,
  cancelOn: undefined,
  nextTerm: undefined,
  nextCharge: undefined,
})

/** Counts a change that a partner asked for. */
export const countUpdate = (s: SubscriptionRecord): SubscriptionRecord => ({
  ...s,
  updateCount: s.updateCount + 1,
})

/** The last instants of what holds only for a time: the windows to cancel and to reduce seats. */
export const windowEnds = ({
  seatLots,
  cancellation,
}: Pick<SubscriptionRecord, 'seatLots' | 'cancellation'>): Instant[] => [
  ...seatLots.flatMap(({ reducibleUntil }) => reducibleUntil ?? []),
  ...(cancellation === undefined ? [] : [cancellation.fullRefundUntil, cancellation.until]),
]
