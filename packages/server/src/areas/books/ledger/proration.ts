import { decimal, formatDecimal, prorate } from '../../../kernel/decimal.ts'
import type { CustomerId, OrderId, SubscriptionId } from '../../../kernel/ids.ts'
import { formatAmount, negate, parseAmount, prorateToMoney, type Money } from '../../../kernel/money.ts'
import { compareDates, daysBetween, type PlainDate } from '../../../kernel/time.ts'
import type { ChargeLine, ChargeType } from './charge-line.ts'

/** What is charged for, and its price. */
export interface Chargeable {
  readonly customerId: CustomerId
  readonly subscriptionId: SubscriptionId
  readonly orderId: OrderId
  readonly productId: string
  readonly skuId: string
  /** One unit for the whole full-length term, promotion deducted: an exact decimal. */
  readonly termPrice: string
  readonly currency: string
  readonly termMonths: number
  readonly cycleMonths: number
  readonly promotionId?: string | undefined
}

/** A billing cycle; `end` is inclusive and earlier than the natural end where the term was shortened. */
export interface ChargedCycle {
  readonly start: PlainDate
  readonly end: PlainDate
  /** Days of the whole cycle. */
  readonly days: number
}

/** A line before it is written. */
export type Charge = Omit<ChargeLine, 'id' | 'version' | 'at'>

/** Digits of the printed unit prices; amounts are computed from the exact price. */
const priceDigits = 6

/**
 * Charges `quantity` units from `from` to the end of the cycle, both days included. A negative quantity takes back.
 * Each line is rounded once, half up; the published sums cut the digits off instead, which loses money on every line.
 * @see partner-center/billing/new-commerce-proration
 */
export function charge(
  item: Chargeable,
  type: ChargeType,
  quantity: number,
  cycle: ChargedCycle,
  from: PlainDate = cycle.start,
): Charge {
  const periodStart = compareDates(from, cycle.start) < 0 ? cycle.start : from
  const billableDays = Math.max(0, daysBetween(periodStart, cycle.end) + 1)
  const price = decimal(item.termPrice)
  const numerator = BigInt(item.cycleMonths) * BigInt(billableDays)
  const denominator = BigInt(item.termMonths) * BigInt(cycle.days)
  const unitPrice = prorate(price, item.cycleMonths, item.termMonths, priceDigits, 'half-up')
  const effectiveUnitPrice = prorate(price, numerator, denominator, priceDigits, 'half-up')
  const amount = prorateToMoney(price, numerator * BigInt(quantity), denominator, item.currency, 'half-up')
  return {
    type,
    customerId: item.customerId,
    subscriptionId: item.subscriptionId,
    orderId: item.orderId,
    productId: item.productId,
    skuId: item.skuId,
    quantity,
    unitPrice: formatDecimal(unitPrice),
    effectiveUnitPrice: formatDecimal(effectiveUnitPrice),
    periodStart,
    periodEnd: cycle.end,
    billableDays,
    cycleDays: cycle.days,
    amount: formatAmount(amount),
    currency: item.currency,
    ...(item.promotionId === undefined ? {} : { promotionId: item.promotionId }),
  }
}

/**
 * A change of seats wipes the rest of the cycle at the old quantity and recreates it at the new one.
 * @see partner-center/billing/new-commerce-proration
 */
export function chargeQuantityChange(
  item: Chargeable,
  seats: { readonly from: number; readonly to: number },
  cycle: ChargedCycle,
  day: PlainDate,
  referenceId: string,
): Charge[] {
  const type = seats.to > seats.from ? 'addQuantity' : 'removeQuantity'
  const wipe = charge(item, type, -seats.from, cycle, day)
  const recreate = charge(item, type, seats.to, cycle, day)
  return [
    { ...wipe, referenceId },
    { ...recreate, referenceId },
  ]
}

/**
 * What a cancellation gives back: all that was charged, or the rest of the cycle from the day of the cancellation on.
 * Never more than `charged`, however the single lines were rounded.
 */
export function refund(
  item: Chargeable,
  quantity: number,
  cycle: ChargedCycle,
  day: PlainDate,
  charged: Money,
  extent: 'full' | 'prorated',
): Charge {
  const from = extent === 'full' ? cycle.start : day
  const line = charge(item, 'cancelImmediate', -quantity, cycle, from)
  const prorated = -parseAmount(line.amount, item.currency).minor
  const amount = extent === 'full' || prorated > charged.minor ? charged.minor : prorated
  return { ...line, amount: formatAmount(negate({ minor: amount, currency: item.currency })) }
}
