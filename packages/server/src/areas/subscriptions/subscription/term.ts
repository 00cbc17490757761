import type { BillingCycleType } from '@tenantry/contract/resources/cart.ts'
import {
  addDays,
  addMonths,
  daysBetween,
  earlierOf,
  monthNumber,
  monthsOf,
  plainDate,
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
}

export interface Cycle {
  readonly start: PlainDate
  /** Inclusive; cut at the end of a term that was shortened. */
  readonly end: PlainDate
  /** Days of the whole cycle, also where `end` is cut. */
  readonly days: number
}

/** How the end of a subscription without a term is printed. */
export const endless = plainDate('9999-12-31')

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

/**
 * The cycle that `date` is in. Cycles keep the day that the term started on and do not drift; a month that is too short
 * has its last day instead. @see partner-center/customers/align-subscription-end-dates
 */
export function cycleAt(term: Term, date: PlainDate): Cycle {
  const months = cycleMonths(term)
  const guess = Math.max(0, Math.floor(monthsApart(term.termStart, date) / months))
  const k = addMonths(term.termStart, guess * months) > date && guess > 0 ? guess - 1 : guess
  const start = addMonths(term.termStart, k * months)
  const next = addMonths(term.termStart, (k + 1) * months)
  return { start, end: earlierOf(addDays(next, -1), term.commitmentEnd), days: daysBetween(start, next) }
}

/** Calendar months from the month of `a` to the month of `b`, days ignored. */
const monthsApart = (a: PlainDate, b: PlainDate): number => monthNumber(b) - monthNumber(a)

/** Lengths to compare terms by; no term is the shortest. */
export const termRank = (duration: Duration): number => (duration === '' ? 0 : monthsOf(duration))
