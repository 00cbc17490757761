import { billingCycles, type BillingCycleType } from '@tenantry/contract/resources/cart.ts'
import { addMonths, monthsOf, type PlainDate } from '../../../kernel/time.ts'
import { endless, naturalEnd, type SubscriptionRecord } from '../../subscriptions/subscription/public.ts'
import type { MemberWish } from './migration.ts'

const terms: readonly string[] = ['P1M', 'P1Y', 'P3Y']

export interface WishedTerm {
  /** `P1M`, `P1Y` or `P3Y`; undefined for one that does not exist. */
  readonly termDuration: string | undefined
  readonly billingCycle: BillingCycleType
}

/** What was asked for, else what the legacy subscription has. */
export function termOf(
  source: Pick<SubscriptionRecord, 'termDuration' | 'billingCycle'>,
  wish: Pick<MemberWish, 'termDuration' | 'billingCycle'>,
): WishedTerm {
  const termDuration = (wish.termDuration ?? source.termDuration).toUpperCase()
  return {
    termDuration: terms.includes(termDuration) ? termDuration : undefined,
    billingCycle: wish.billingCycle === undefined ? source.billingCycle : readCycle(wish.billingCycle),
  }
}

const readCycle = (text: string): BillingCycleType =>
  billingCycles.find((known) => plain(known) === plain(text)) ?? 'unknown'

const plain = (text: string): string => text.toLowerCase().replaceAll('_', '')

/**
 * When the first term ends unless a date is asked for. A term of the old length goes on to the old end; a shorter one
 * ends on the first day, counted back from the old end by whole terms, that is not past; a longer one is counted from
 * the old start (assumed). A full term begins today.
 * @see partner-center/developer/create-migration
 */
export function endOfFirstTerm(
  source: Pick<SubscriptionRecord, 'termDuration' | 'termStart' | 'commitmentEnd'>,
  termDuration: string,
  isFullTerm: boolean,
  today: PlainDate,
): PlainDate {
  const { termStart, commitmentEnd } = source
  if (isFullTerm || commitmentEnd < today) return naturalEnd(today, termDuration)
  const [wanted, held] = [monthsOf(termDuration), monthsOf(source.termDuration)]
  if (wanted > held) return naturalEnd(termStart, termDuration)
  return wanted === held ? commitmentEnd : firstFrom(today, commitmentEnd, wanted)
}

/** Of the days that lie whole terms before `end`, the first that is not past. */
function firstFrom(today: PlainDate, end: PlainDate, termMonths: number): PlainDate {
  let terms = 0
  while (addMonths(end, -(terms + 1) * termMonths) >= today) terms += 1
  return addMonths(end, -terms * termMonths)
}

/** The legacy subscription as it will be on a later day: it renews every twelve months, without its promotion. */
export function onDay<S extends Pick<SubscriptionRecord, 'termStart' | 'commitmentEnd' | 'promotionId'>>(
  source: S,
  day: PlainDate,
): S {
  const { termStart, commitmentEnd } = source
  if (day <= commitmentEnd || commitmentEnd === endless) return source
  let years = 1
  while (naturalEnd(addMonths(termStart, 12 * years), 'P1Y') < day) years += 1
  const start = addMonths(termStart, 12 * years)
  return { ...source, termStart: start, commitmentEnd: naturalEnd(start, 'P1Y'), promotionId: undefined }
}
