import { addDays, type Instant, type PlainDate } from '../../../kernel/time.ts'
import {
  cycleAt,
  cycleOf,
  firstDayAfter,
  isChargedByCycle,
  lotIsReducibleUntil,
  naturalEnd,
  termDays,
  type CancellationWindow,
  type SubscriptionRecord,
} from '../subscription/public.ts'
import type { NextItem } from './next-term.ts'

/** What follows a term that is not renewed: thirty days of grace, or none for what was suspended. */
export const expire = (subscription: SubscriptionRecord): SubscriptionRecord => {
  const wasSuspended = subscription.status === 'suspended'
  return {
    ...ended(subscription, firstDayAfter(subscription)),
    status: wasSuspended ? 'disabled' : 'expired',
    endedSuspended: wasSuspended ? true : undefined,
  }
}

/** What follows a term that was to be the last: its data is kept, its services are gone. */
export const disable = (subscription: SubscriptionRecord): SubscriptionRecord => ({
  ...ended(subscription, firstDayAfter(subscription)),
  status: 'disabled',
})

/**
 * From grace to administrators' access only, and from there to deletion; what the older program suspended goes at
 * once.
 * @see partner-center/customers/subscription-lifecycle
 */
export const retire = (subscription: SubscriptionRecord, today: PlainDate): SubscriptionRecord => ({
  ...ended(subscription, today),
  status: subscription.status === 'expired' ? 'disabled' : 'deleted',
})

const ended = (subscription: SubscriptionRecord, on: PlainDate): SubscriptionRecord => ({
  ...subscription,
  statusSince: on,
  autoRenewEnabled: false,
  endOfTerm: undefined,
  cancelOn: undefined,
  extension: undefined,
  nextTerm: undefined,
  nextCharge: undefined,
  suspensionReasons: [],
})

/**
 * The next term begins the day after the old one, whenever the work is done; the window to cancel it is counted from
 * the moment of the renewal. A custom end shortens only the first term after it was asked for.
 */
export function renewed(
  subscription: SubscriptionRecord,
  next: NextItem,
  window: CancellationWindow | undefined,
  now: Instant,
): SubscriptionRecord {
  const termStart = firstDayAfter(subscription)
  const { quantity, termDuration, billingCycle, customTermEndDate } = next
  const renewed: SubscriptionRecord = {
    ...subscription,
    ...next.item,
    ...(subscription.friendlyName === subscription.offerName ? { friendlyName: next.item.offerName } : {}),
    quantity,
    seatLots: [
      { quantity, addedAt: now, source: 'renewal', reducibleUntil: lotIsReducibleUntil(window, now) },
    ],
    effectiveStart: now,
    ...termDays(termStart, termDuration, customTermEndDate),
    customTermEndDate,
    termDuration,
    billingCycle,
    termPrice: next.termPrice,
    listPrice: next.listPrice,
    promotionId: next.promotionId,
    cancellation: window,
    endOfTerm: undefined,
    cancelOn: undefined,
    extension: undefined,
    nextTerm: undefined,
    nextCharge: undefined,
  }
  const chargedThrough = isChargedByCycle(renewed) ? cycleOf(renewed, termStart).end : renewed.commitmentEnd
  return { ...renewed, chargedThrough }
}

/** The older program renews by whole years at whatever is billed elsewhere. */
export const renewedLegacy = (subscription: SubscriptionRecord): SubscriptionRecord => {
  const termStart = firstDayAfter(subscription)
  const commitmentEnd = naturalEnd(termStart, 'P1Y')
  return { ...subscription, termStart, commitmentEnd, chargedThrough: commitmentEnd, promotionId: undefined }
}

/** A cycle later; a cycle change that was planned takes effect with it. */
export function nextCycle(subscription: SubscriptionRecord): SubscriptionRecord {
  const { nextCharge } = subscription
  const billingCycle = nextCharge?.product.billingCycle ?? subscription.billingCycle
  const start = addDays(subscription.chargedThrough, 1)
  const { end } = cycleAt({ ...subscription, billingCycle }, start)
  const next = { ...subscription, chargedThrough: end }
  return nextCharge === undefined ? next : { ...next, billingCycle, nextCharge: undefined }
}
