import type { BillingCycleType } from '@tenantry/contract/resources/cart.ts'
import {
  addDays,
  addMonths,
  dayOfMonth,
  daysBetween,
  earlierOf,
  lastOfMonth,
  laterOf,
  monthNumber,
  monthsOf,
  endless,
  termEnd,
  type Duration,
  type PlainDate,
} from '../../../kernel/time.ts'

/** A term with the rhythm it is billed in; both ends are inclusive days. */
export interface Term {
  readonly termStart: PlainDate
  readonly commitmentEnd: PlainDate
  /** Empty for products without a term: Azure plans, perpetual software. */
  readonly termDuration: Duration
  readonly billingCycle: BillingCycleType
  /**
   * A day on which a cycle begins; the others are counted from it in both directions. Terms that began before there was
   * one have none: they count from their start and cut the last cycle.
   */
  readonly cycleAnchor?: PlainDate | undefined
}

export { endless } from '../../../kernel/time.ts'

export interface Cycle {
  readonly start: PlainDate
  /** Inclusive. Both ends are cut where the term begins or ends within the cycle. */
  readonly end: PlainDate
  /** Days of the whole cycle. */
  readonly days: number
}

/** The natural last day of a term. */
export const naturalEnd = (start: PlainDate, duration: Duration): PlainDate =>
  duration === '' ? endless : termEnd(start, duration)

/** Months of one cycle; a cycle of other kinds is the whole term. A product without a term is counted monthly. */
export function cycleMonths({
  billingCycle,
  termDuration,
}: Pick<Term, 'billingCycle' | 'termDuration'>): number {
  const termMonths = termDuration === '' ? 1 : Math.max(1, monthsOf(termDuration))
  switch (billingCycle) {
    case 'monthly':
      return 1
    case 'annual':
      return Math.min(12, termMonths)
    case 'biennial':
      return Math.min(24, termMonths)
    default:
      return termMonths
  }
}

/** What a term is made of when it begins: the days that all who charge for it count by. */
export type TermDays = Pick<Term, 'termStart' | 'commitmentEnd' | 'cycleAnchor'>

/**
 * A term that begins on `start` and ends naturally, or on `end`. Where the end was set, cycles are counted back from
 * it: the part period comes first. @see partner-center/customers/align-subscription-end-dates
 */
export function termDays(start: PlainDate, duration: Duration, end?: PlainDate): TermDays {
  const natural = naturalEnd(start, duration)
  const commitmentEnd = end ?? natural
  const cycleAnchor = commitmentEnd === natural ? start : addDays(commitmentEnd, 1)
  return { termStart: start, commitmentEnd, cycleAnchor }
}

/** The cycle that `date` is in: as much of it as lies in the term, and how long it is as a whole. */
export function cycleAt(term: Term, date: PlainDate): Cycle {
  if (term.termDuration === '' && term.billingCycle === 'one_time')
    return { start: term.termStart, end: endless, days: 1 }
  const months = cycleMonths(term)
  const anchor = term.cycleAnchor ?? term.termStart
  const begins = (k: number) => cycleBegins(term, anchor, k * months)
  const k = Math.floor(monthsApart(anchor, date) / months)
  const middle = begins(k)
  const [begin, next] = middle > date ? [begins(k - 1), middle] : [middle, begins(k + 1)]
  return {
    start: laterOf(begin, term.termStart),
    end: earlierOf(addDays(next, -1), term.commitmentEnd),
    days: daysBetween(begin, next),
  }
}

/**
 * A cycle begins on the anchor's day of each month; a month that is too short has its last day instead. Months that are
 * counted from the 30th of a month of 31 days begin on their last day but one, as the published table has it.
 * @see partner-center/billing/common-billing-scenarios-onetime-recurring
 */
function cycleBegins(term: Term, anchor: PlainDate, months: number): PlainDate {
  const day = addMonths(anchor, months)
  const isCountedFromMonthEnd =
    dayOfMonth(anchor) === 30 &&
    dayOfMonth(lastOfMonth(anchor)) === 31 &&
    term.cycleAnchor !== undefined &&
    cycleMonths(term) < termRank(term.termDuration)
  return isCountedFromMonthEnd ? addDays(lastOfMonth(day), -1) : day
}

/** Calendar months from the month of `a` to the month of `b`, days ignored. */
const monthsApart = (a: PlainDate, b: PlainDate): number => monthNumber(b) - monthNumber(a)

/** Lengths to compare terms by; no term is the shortest. */
export const termRank = (duration: Duration): number => (duration === '' ? 0 : monthsOf(duration))
