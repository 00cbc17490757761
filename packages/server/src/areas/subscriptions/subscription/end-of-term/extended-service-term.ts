import { Type } from 'typebox'
import rows from '../../../../../data/policies/extended-service-terms.json' with { type: 'json' }
import { decimal, formatDecimal, multiplyDecimals, prorate } from '../../../../kernel/decimal.ts'
import { datedPolicy, type DatedPolicy } from '../../../../kernel/policy.ts'
import { monthsOf, type Instant } from '../../../../kernel/time.ts'
import { isChargedByCycle } from '../pricing.ts'
import { openToTheEnd } from '../cancellation.ts'
import { priceOfDay, type PriceSources } from '../price-of-day.ts'
import { cycleOf, firstDayAfter, type SubscriptionRecord } from '../subscription.ts'
import { endless, termDays, termRank } from '../term.ts'

const Offer = Type.Enum(['offered', 'notOffered'])
const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })
const Factor = Type.String({ pattern: '^\\d+(\\.\\d+)?$' })

/**
 * What becomes of a term that is not renewed: the older grace of thirty days, or months of service at a higher price
 * until somebody ends it. @see partner-center/customers/extended-service-terms
 */
export const extendedServiceTerms = datedPolicy({
  name: 'extended-service-terms',
  schema: Type.Object({
    production: Offer,
    sandbox: Offer,
    /** The term was bought, or renewed, on this day or later. */
    begunSince: Day,
    /** Its last day is this one or a later one. */
    endingSince: Day,
    /** On the price of a month alone, or of a month of the shortest term where the SKU is not sold for a month. */
    factor: Type.Object({ withMonthlyTerm: Factor, withoutMonthlyTerm: Factor }),
  }),
  rows,
})
export type ExtendedServiceTerms = (typeof extendedServiceTerms)['rows'][number]['value']

/** What decides beside the subscription: the policy of the day, and the account's environment. */
export interface EndOfTermContext {
  policy<T>(policy: DatedPolicy<T>): T
  readonly principal: { readonly partner: { readonly environment: 'production' | 'sandbox' } }
}

/** Licences of new commerce; a trial ends as before. Whether it will be is for the choice of its end. */
export function isExtendable(
  context: EndOfTermContext,
  { commerce, productFamily, isTrial, termStart, commitmentEnd }: SubscriptionRecord,
): boolean {
  const terms = context.policy(extendedServiceTerms)
  return (
    terms[context.principal.partner.environment] === 'offered' &&
    commerce === 'nce' &&
    productFamily === 'license' &&
    !isTrial &&
    commitmentEnd !== endless &&
    termStart >= terms.begunSince &&
    commitmentEnd >= terms.endingSince
  )
}

/** With what follows a term that is not renewed and of whose end nobody has chosen anything: months of service. */
export const withEndOfTerm = (
  context: EndOfTermContext,
  subscription: SubscriptionRecord,
): SubscriptionRecord =>
  subscription.status === 'active' &&
  !subscription.autoRenewEnabled &&
  subscription.endOfTerm === undefined &&
  isExtendable(context, subscription)
    ? { ...subscription, endOfTerm: 'extend' }
    : subscription

const priceDigits = 6

/**
 * A month of service for one seat, without promotion; undefined where the product is not sold any more or has no price.
 * A SKU that is sold for longer terms only is priced as a month of the shortest of them, billed by the month (assumed).
 */
export function extendedTermPrice(
  sources: PriceSources,
  subscription: SubscriptionRecord,
  { factor }: ExtendedServiceTerms,
): string | undefined {
  const { productId, skuId, country, segment, quantity } = subscription
  const item = sources.catalogue.sellable({ productId, skuId, country, segment })
  const terms = (item?.availability.plans ?? []).map(({ termDuration }) => termDuration)
  const [termDuration] = terms.toSorted((a, b) => termRank(a) - termRank(b))
  if (termDuration === undefined || termRank(termDuration) === 0) return undefined

  const isAlone = termDuration === 'P1M'
  const plan = { termDuration, billingCycle: 'monthly', quantity, isWithoutPromotion: true } as const
  const price = priceOfDay(sources, subscription, { productId, skuId, ...plan })
  if (price === undefined) return undefined
  const uplift = isAlone ? factor.withMonthlyTerm : factor.withoutMonthlyTerm
  const whole = multiplyDecimals(decimal(price.termPrice), decimal(uplift))
  return formatDecimal(prorate(whole, 1, monthsOf(termDuration), priceDigits, 'half-up'))
}

/**
 * The next month of service. It can be cancelled at any time for the rest of the month; its seats stay as they are.
 * What it was bought as is kept, so that it can be renewed to that again.
 * @see partner-center/customers/extended-service-terms
 */
export function extended(
  subscription: SubscriptionRecord,
  termPrice: string,
  now: Instant,
): SubscriptionRecord {
  const { termDuration, billingCycle, quantity, extension = { termDuration, billingCycle } } = subscription
  const termStart = firstDayAfter(subscription)
  const days = termDays(termStart, 'P1M')
  const window = openToTheEnd(now, days.commitmentEnd)
  const month: SubscriptionRecord = {
    ...subscription,
    extension,
    endOfTerm: 'extend',
    autoRenewEnabled: false,
    termDuration: 'P1M',
    billingCycle: 'monthly',
    termPrice,
    listPrice: termPrice,
    promotionId: undefined,
    effectiveStart: now,
    ...days,
    customTermEndDate: undefined,
    cancellation: window,
    seatLots: [{ quantity, addedAt: now, source: 'renewal', reducibleUntil: null }],
    nextTerm: undefined,
    nextCharge: undefined,
  }
  const chargedThrough = isChargedByCycle(month) ? cycleOf(month, termStart).end : days.commitmentEnd
  return { ...month, chargedThrough }
}
