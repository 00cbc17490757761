import {
  addDays,
  addPeriod,
  compareDates,
  dayOfMonth,
  isLastOfMonth,
  lastOfMonth,
  type PlainDate,
} from '../../../kernel/time.ts'
import type { SubscriptionRecord } from './subscription.ts'
import { endless, naturalEnd } from './term.ts'

/** A date that a term may be made to end on, and the subscriptions that end on it. */
export interface AllowedEndDate {
  readonly date: PlainDate
  readonly type: 'calendarMonthAligned' | 'subscriptionAligned'
  readonly subscriptionIds: readonly string[]
}

/** The subscriptions that others can be aligned to. @see partner-center/customers/align-subscription-end-dates */
const alignable = (subscriptions: readonly SubscriptionRecord[]): SubscriptionRecord[] =>
  subscriptions.filter(
    ({ status, isTrial, productType, commitmentEnd, commerce }) =>
      status === 'active' &&
      !isTrial &&
      commerce === 'nce' &&
      productType === 'OnlineServicesNCE' &&
      commitmentEnd !== endless,
  )

/** The date lies in the first term, and a month-long term does not end on a day that some month lacks. */
export const endDateIsInRange = (date: PlainDate, start: PlainDate, duration: string): boolean =>
  date >= start && date <= naturalEnd(start, duration) && !(duration === 'P1M' && drifts(date))

/** Following months would clamp the day: 28th to 30th, unless it is the last of its month. */
const drifts = (date: PlainDate): boolean => dayOfMonth(date) >= 28 && !isLastOfMonth(date)

/**
 * Every date that a term of `duration` from `start` may be made to end on, earliest first: the ends of other
 * subscriptions, also those after whole further terms of theirs, and the last month end of the term. A yearly term
 * cannot be aligned to a monthly one. Purchases, renewals and migrations accept these and no others; a migration's term
 * may be over sooner than a natural one. @see partner-center/developer/custom-term-end-dates
 */
export function allowedEndDates(
  start: PlainDate,
  duration: string,
  others: readonly SubscriptionRecord[],
  latest: PlainDate = naturalEnd(start, duration),
): AllowedEndDate[] {
  const byDate = new Map<PlainDate, string[]>()
  for (const other of alignable(others)) {
    if (duration !== 'P1M' && other.termDuration === 'P1M') continue
    for (const date of endsOf(other, latest)) {
      if (endDateIsInRange(date, start, duration)) byDate.set(date, [...(byDate.get(date) ?? []), other.id])
    }
  }
  const aligned: AllowedEndDate[] = [...byDate].map(([date, subscriptionIds]) => ({
    date,
    type: 'subscriptionAligned' as const,
    subscriptionIds,
  }))
  const monthEnd = lastMonthEndUpTo(latest)
  const calendar =
    monthEnd < start ? [] : [{ date: monthEnd, type: 'calendarMonthAligned' as const, subscriptionIds: [] }]
  return [...aligned, ...calendar].sort((a, b) => compareDates(a.date, b.date))
}

/** The ends of this term and of the following ones, up to `limit`. */
function endsOf(other: SubscriptionRecord, limit: PlainDate): PlainDate[] {
  const ends: PlainDate[] = []
  let end = other.commitmentEnd
  // A monthly subscription aligned to within a term of three years has 36 ends.
  while (end <= limit && ends.length < 40) {
    ends.push(end)
    end = addDays(addPeriod(addDays(end, 1), other.termDuration), -1)
  }
  return ends
}

const lastMonthEndUpTo = (limit: PlainDate): PlainDate =>
  isLastOfMonth(limit) ? limit : addDays(lastOfMonth(limit), -dayOfMonth(lastOfMonth(limit)))
