import { decimal, formatDecimal, prorate, type Decimal } from '../../../../kernel/decimal.ts'
import { formatAmount, prorateToMoney, type Money } from '../../../../kernel/money.ts'
import { addDays, daysBetween, monthsOf, type PlainDate } from '../../../../kernel/time.ts'
import { cycleAt, cycleMonths, termDays } from '../../../subscriptions/subscription/public.ts'
import type { BillingCycleType } from '@tenantry/contract/resources/cart.ts'
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
  readonly billingCycle: BillingCycleType
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

/**
 * One unit for the whole full-length term in the billing currency, promotion deducted and before it; exact, or six
 * decimals.
 */
export function termPrices(line: PricedLine): { readonly termPrice: string; readonly listPrice: string } {
  const { numerator, denominator } = line.exchange
  const billed = (price: Decimal): string =>
    formatDecimal(numerator === denominator ? price : rounded(price, line.exchange))
  return { termPrice: billed(discountedPrice(line)), listPrice: billed(decimal(line.unitPrice)) }
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
 * The part of the term up to a custom end date, cycle by cycle as it will be charged: the first one by its days, the
 * others whole. @see partner-center/customers/align-subscription-end-dates
 */
function shareOfTerm({ customTermEndDate: end, start, termDuration, billingCycle }: PricedLine): Ratio {
  if (end === undefined || termDuration === '') return whole
  const term = { ...termDays(start, termDuration, end), termDuration, billingCycle }
  const first = cycleAt(term, start)
  let wholeCycles = 0
  for (let day = addDays(first.end, 1); day <= end; day = addDays(cycleAt(term, day).end, 1)) wholeCycles += 1
  const days = daysBetween(first.start, first.end) + 1
  const cycles = Math.max(1, monthsOf(termDuration) / cycleMonths(term))
  return { numerator: BigInt(wholeCycles * first.days + days), denominator: BigInt(cycles * first.days) }
}

const monthsOfCycle: Readonly<Record<string, number>> = {
  monthly: 1,
  annual: 12,
  biennial: 24,
  triennial: 36,
}

/** How long a billing cycle is; 0 for those that are billed once. */
export const monthsOfBillingCycle = (billingCycle: string): number => monthsOfCycle[billingCycle] ?? 0
