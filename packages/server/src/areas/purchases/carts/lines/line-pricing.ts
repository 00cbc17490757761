import { decimal, formatDecimal, prorate, type Decimal } from '../../../../kernel/decimal.ts'
import { formatAmount, prorateToMoney, type Money } from '../../../../kernel/money.ts'
import { addDays, addMonths, daysBetween, monthsOf, type PlainDate } from '../../../../kernel/time.ts'
import type { LinePricing } from '../cart.ts'

export interface Ratio {
  readonly numerator: bigint
  readonly denominator: bigint
}

export interface PricedLine {
  readonly quantity: number
  /** The partner's price of one unit for the whole term, exact, in the price list's currency. */
  readonly unitPrice: string
  /** The same with the promotion deducted; absent without one. */
  readonly discountedUnitPrice?: string
  /** What the line is billed in. */
  readonly currency: string
  /** Units of `currency` for one unit of the price list's currency. */
  readonly exchange: Ratio
  /** First day of the term. */
  readonly start: PlainDate
  /** Empty for items without a term. */
  readonly termDuration: string
  readonly billingCycle: string
  readonly customTermEndDate?: PlainDate
}

/** Decimals of prices that are not yet amounts to pay. */
const priceScale = 6

/**
 * Prices of one line. Only `price` and `extendedPrice` are amounts, rounded half up to the currency's digits;
 * `extendedPrice` is made from the unrounded unit, so it can differ from price × quantity by half a cent each.
 * The rounding is assumed. @see partner-center/developer/checkout-a-cart
 */
export function priceLine(line: PricedLine): LinePricing {
  const discounted = discountedPrice(line)
  const share = shareOfTerm(line)
  return {
    currency: line.currency,
    listPrice: formatDecimal(decimal(line.unitPrice)),
    discountedPrice: formatDecimal(rounded(discounted, { numerator: 1n, denominator: 1n })),
    proratedPrice: formatDecimal(rounded(discounted, share)),
    price: formatAmount(inBillingCurrency(line, discounted, share, 1)),
    extendedPrice: formatAmount(inBillingCurrency(line, discounted, share, line.quantity)),
  }
}

/** One unit for the whole full-length term, promotion deducted, in the billing currency; exact, or six decimals. */
export function termPrice(line: PricedLine): string {
  const { numerator, denominator } = line.exchange
  const discounted = discountedPrice(line)
  return formatDecimal(numerator === denominator ? discounted : rounded(discounted, line.exchange))
}

const discountedPrice = ({ unitPrice, discountedUnitPrice }: PricedLine): Decimal =>
  decimal(discountedUnitPrice ?? unitPrice)

const rounded = (value: Decimal, { numerator, denominator }: Ratio): Decimal =>
  prorate(value, numerator, denominator, priceScale, 'half-up')

const inBillingCurrency = (line: PricedLine, value: Decimal, share: Ratio, quantity: number): Money =>
  prorateToMoney(
    value,
    share.numerator * line.exchange.numerator * BigInt(quantity),
    share.denominator * line.exchange.denominator,
    line.currency,
    'half-up',
  )

const whole: Ratio = { numerator: 1n, denominator: 1n }

/**
 * The part of the term up to a custom end date: full billing periods count whole, the last one by its days.
 * @see partner-center/customers/align-subscription-end-dates
 */
function shareOfTerm(line: PricedLine): Ratio {
  const { customTermEndDate: end, start } = line
  if (end === undefined || line.termDuration === '') return whole
  const { periodMonths, periods } = billingPeriods(line)
  const full = fullPeriods(start, end, periodMonths)
  const from = addMonths(start, full * periodMonths)
  const periodDays = daysBetween(from, addMonths(start, (full + 1) * periodMonths))
  const days = daysBetween(from, addDays(end, 1))
  return { numerator: BigInt(full * periodDays + days), denominator: BigInt(periods * periodDays) }
}

const cycleMonths: Readonly<Record<string, number>> = { monthly: 1, annual: 12, biennial: 24, triennial: 36 }

/** How long a billing cycle is; 0 for those that are billed once. */
export const monthsOfBillingCycle = (billingCycle: string): number => cycleMonths[billingCycle] ?? 0

function billingPeriods({ termDuration, billingCycle }: PricedLine): {
  periodMonths: number
  periods: number
} {
  const termMonths = monthsOf(termDuration)
  const cycle = monthsOfBillingCycle(billingCycle)
  const periodMonths = cycle === 0 || cycle > termMonths ? termMonths : cycle
  return { periodMonths, periods: termMonths / periodMonths }
}

function fullPeriods(start: PlainDate, end: PlainDate, periodMonths: number): number {
  let full = 0
  while (addDays(addMonths(start, (full + 1) * periodMonths), -1) <= end) full += 1
  return full
}
