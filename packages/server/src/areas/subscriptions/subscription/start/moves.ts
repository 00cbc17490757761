import type { BillingCycleType } from '@tenantry/contract/resources/cart.ts'
import { dateOf, type Instant } from '../../../../kernel/time.ts'
import type { itemMembers } from './plan-start.ts'
import { addSeats, cancel, cycleOf, removeSeats, type SubscriptionRecord } from '../subscription.ts'
import { isChargedByCycle } from '../pricing.ts'
import { termDays, termRank } from '../term.ts'

/** The source of a transition gives seats away; when none are left it is deleted, without a refund of its own. */
export function moveSeats(source: SubscriptionRecord, seats: number, now: Instant): SubscriptionRecord {
  const reduced = { ...removeSeats(source, seats), nextTerm: undefined }
  return reduced.quantity === 0 ? cancel(reduced, dateOf(now)) : reduced
}

/** Seats that come by a transition can never be given back. */
export const receiveSeats = (target: SubscriptionRecord, seats: number, now: Instant): SubscriptionRecord =>
  addSeats(target, seats, { addedAt: now, source: 'transition', reducibleUntil: null })

/** What a full upgrade puts in the place of the product. */
export interface Replacement {
  readonly item: ReturnType<typeof itemMembers>
  readonly quantity: number
  readonly termDuration: string
  readonly billingCycle: BillingCycleType
  readonly termPrice: string
  readonly listPrice: string
  readonly promotionId?: string | undefined
}

/**
 * A full upgrade: the subscription keeps its id and gets another product. A longer term begins today, the same term
 * goes on to its end (assumed). All its seats lose their window, as every moved seat does.
 * @see partner-center/developer/transition-a-new-commerce-subscription
 */
export function replaceProduct(
  source: SubscriptionRecord,
  { item, quantity, termDuration, billingCycle, termPrice, listPrice, promotionId }: Replacement,
  now: Instant,
): SubscriptionRecord {
  const today = dateOf(now)
  const isLonger = termRank(termDuration) > termRank(source.termDuration) || source.isTrial
  const replaced: SubscriptionRecord = {
    ...source,
    ...item,
    quantity,
    seatLots: [{ quantity, addedAt: now, source: 'transition', reducibleUntil: null }],
    termDuration,
    billingCycle,
    termPrice,
    listPrice,
    promotionId,
    cancellation: undefined,
    extension: undefined,
    cancelOn: undefined,
    nextTerm: undefined,
    nextCharge: undefined,
    ...(source.friendlyName === source.offerName ? { friendlyName: item.offerName } : {}),
    ...(isLonger
      ? {
          ...termDays(today, termDuration),
          effectiveStart: now,
          customTermEndDate: undefined,
        }
      : {}),
  }
  const chargedThrough = isChargedByCycle(replaced) ? cycleOf(replaced, today).end : replaced.commitmentEnd
  return { ...replaced, chargedThrough }
}
