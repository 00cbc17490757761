import type {
  BillingCycleType,
  Participant,
  PurchaseCommitment,
  RenewsTo,
} from '@tenantry/contract/resources/cart.ts'
import type { CartCheckoutResult } from '@tenantry/contract/resources/order.ts'
import { addDuration, type Instant, type PlainDate } from '../../../kernel/time.ts'

/**
 * Why a line can't be ordered as it is. The text is made when the cart is read, in the reader's language.
 * @see partner-center/developer/cart-resources#carterror
 */
export interface CartLineError {
  readonly errorCode: number
  /** Name of the fault or of the notice whose text describes it. */
  readonly text: string
  readonly params: Readonly<Record<string, string | number>>
  readonly additionalInformation?: Readonly<Record<string, number>>
}

/** Exact decimal strings. `listPrice` to `proratedPrice` in the price list's currency, the others in `currency`. */
export interface LinePricing {
  readonly currency: string
  readonly listPrice: string
  readonly discountedPrice: string
  /** Kept with six decimals. */
  readonly proratedPrice: string
  readonly price: string
  readonly extendedPrice: string
}

/** What a trial shall turn into. */
export interface RequestedNextTerm {
  readonly product: {
    readonly productId: string
    readonly skuId: string
    readonly availabilityId?: string
    readonly billingCycle: BillingCycleType
    readonly termDuration: string
    readonly promotionId?: string
  }
  readonly quantity: number
  readonly customTermEndDate?: PlainDate
}

/** One line as the client asked for it. */
export interface RequestedLine {
  readonly id: number
  /** `productId:skuId:availabilityId`, or the id of a legacy offer. */
  readonly catalogItemId: string
  readonly quantity: number
  readonly friendlyName?: string
  readonly currencyCode?: string
  readonly billingCycle?: BillingCycleType
  readonly termDuration?: string
  readonly participants?: readonly Participant[]
  readonly provisioningContext: Readonly<Record<string, string>>
  readonly renewsTo?: RenewsTo
  readonly attestationAccepted?: boolean
  readonly promotionId?: string
  readonly customTermEndDate?: PlainDate
  readonly purchaseCommitment?: PurchaseCommitment
  readonly purchaseSystem?: string
  readonly nextTerm?: RequestedNextTerm
  readonly addonItems?: readonly RequestedLine[]
}

/** A line after the checks. */
export interface CartLine extends RequestedLine {
  /** The promotion was sent by the client; one that was put on automatically is found anew each time. */
  readonly promotionIsChosen: boolean
  readonly orderGroup?: string
  readonly error?: CartLineError
  readonly pricing?: LinePricing
}

/** @see partner-center/developer/cart-resources */
export interface CartRecord {
  readonly id: string
  version: number
  readonly customerId: string
  readonly createdAt: Instant
  readonly modifiedAt: Instant
  readonly expiresAt: Instant
  /** Object id of the user, or the app's id. */
  readonly modifiedBy: string
  readonly status: 'Active' | 'Ordered'
  readonly partnerOnRecordAttestationAccepted?: boolean
  readonly lines: readonly CartLine[]
  /** The same for carts that ask for the same lines. */
  readonly digest: string
  /** The order writer works on it until then. */
  readonly submittingUntil?: Instant
  /** Answers of the groups that became orders, by group: a repeated checkout answers them again. */
  readonly ordered: Readonly<Record<string, CartCheckoutResult['orders'][number]>>
}

/** An unordered cart is gone at its expiration, to the second. An ordered one stays readable. */
export const isExpired = (cart: Pick<CartRecord, 'expiresAt'>, now: Instant): boolean => now >= cart.expiresAt

export const isBeingSubmitted = (cart: Pick<CartRecord, 'submittingUntil'>, now: Instant): boolean =>
  cart.submittingUntil !== undefined && now < cart.submittingUntil

export interface NewCart {
  readonly id: string
  readonly customerId: string
  readonly now: Instant
  readonly modifiedBy: string
  /** ISO 8601, from the policy `cart-lifetime`. */
  readonly lifetime: string
  readonly lines: readonly CartLine[]
  readonly partnerOnRecordAttestationAccepted?: boolean
}

export const openCart = ({ now, lifetime, lines, ...cart }: NewCart): CartRecord => ({
  ...cart,
  version: 1,
  createdAt: now,
  modifiedAt: now,
  expiresAt: addDuration(now, lifetime),
  status: 'Active',
  lines,
  digest: digestOf(lines),
  ordered: {},
})

/** An update takes the place of all lines and does not make the cart live longer. */
export const replaceLines = (
  cart: CartRecord,
  change: Pick<NewCart, 'now' | 'modifiedBy' | 'lines' | 'partnerOnRecordAttestationAccepted'>,
): CartRecord => {
  const { partnerOnRecordAttestationAccepted: accepted = cart.partnerOnRecordAttestationAccepted } = change
  return {
    ...cart,
    modifiedAt: change.now,
    modifiedBy: change.modifiedBy,
    lines: change.lines,
    digest: digestOf(change.lines),
    ...(accepted === undefined ? {} : { partnerOnRecordAttestationAccepted: accepted }),
  }
}

/** `Ordered` once every group has become an order; until then the rest can be tried again. */
export function recordOrders(
  cart: CartRecord,
  orders: CartRecord['ordered'],
  at: { readonly now: Instant; readonly submission: string },
): CartRecord {
  const ordered = { ...cart.ordered, ...orders }
  const isComplete = orderGroupsOf(cart.lines).every((group) => group in ordered)
  const submittingUntil = addDuration(at.now, at.submission)
  return {
    ...cart,
    ordered,
    status: isComplete ? 'Ordered' : 'Active',
    modifiedAt: at.now,
    ...(submittingUntil > at.now ? { submittingUntil } : {}),
  }
}

/** Groups in the order in which they are checked out. */
export const orderGroupsOf = (lines: readonly CartLine[]): string[] =>
  [...new Set(lines.flatMap(({ orderGroup }) => (orderGroup === undefined ? [] : [orderGroup])))].sort(
    byGroup,
  )

/** Legacy groups (`OMS-0`) before the modern ones, each by number. */
function byGroup(a: string, b: string): number {
  const [aLegacy, bLegacy] = [a.startsWith('OMS-'), b.startsWith('OMS-')]
  if (aLegacy !== bLegacy) return aLegacy ? -1 : 1
  return Number(a.replace('OMS-', '')) - Number(b.replace('OMS-', ''))
}

/** Every line and its nested add-ons, in the order of the checks. */
const allLines = <L extends RequestedLine>(lines: readonly L[]): RequestedLine[] =>
  lines.flatMap((line) => [line, ...(line.addonItems ?? [])])

/** The same for requests that ask for the same lines. */
export function digestOf(lines: readonly RequestedLine[]): string {
  const asked = allLines(lines).map((line) => [
    line.catalogItemId,
    line.quantity,
    line.billingCycle,
    line.termDuration,
    Object.entries(line.provisioningContext).toSorted(([a], [b]) => (a < b ? -1 : 1)),
  ])
  return JSON.stringify(asked)
}
