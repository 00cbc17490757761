import { decimal, formatDecimal, prorate, type Decimal } from '../../../kernel/decimal.ts'
import type { CustomerId, OrderId, SubscriptionId } from '../../../kernel/ids.ts'
import { formatAmount, negate, parseAmount, prorateToMoney, type Money } from '../../../kernel/money.ts'
import { daysBetween, endless, laterOf, type PlainDate } from '../../../kernel/time.ts'
import { chargeEvents, type ChargeEvent } from './charge-events.ts'
import type { ChargeLine } from './charge-line.ts'
import type { LineRounding } from './line-rounding.ts'

/** What is charged for, and its price. */
export interface Chargeable {
  readonly customerId: CustomerId
  readonly subscriptionId: SubscriptionId
  readonly orderId: OrderId
  readonly productId: string
  readonly skuId: string
  /** One unit for the whole full-length term, promotion deducted: an exact decimal. */
  readonly termPrice: string
  /** The same before the promotion. */
  readonly listPrice: string
  readonly currency: string
  readonly termMonths: number
  readonly cycleMonths: number
  readonly promotionId?: string | undefined
  readonly rounding: LineRounding
}

/** A billing cycle, as far as it lies in the term. */
export interface ChargedCycle {
  readonly start: PlainDate
  /** Inclusive; `endless` of what is bought for good. */
  readonly end: PlainDate
  /** Days of the whole cycle. */
  readonly days: number
}

/** A line before it is written. */
export type Charge = Omit<ChargeLine, 'id' | 'version' | 'at'>

/** A part of a whole cycle. */
interface Share {
  readonly part: number
  readonly whole: number
}

/** Digits kept of the printed unit prices; amounts are computed from the exact price. */
const priceDigits = 6

/**
 * Charges `quantity` units from `from` to the end of the cycle, both days included, by the days or by another share of
 * the cycle. A negative quantity takes back.
 * @see partner-center/billing/new-commerce-proration
 */
export function charge(
  item: Chargeable,
  event: ChargeEvent,
  quantity: number,
  cycle: ChargedCycle,
  { from = cycle.start, share }: { readonly from?: PlainDate; readonly share?: Share } = {},
): Charge {
  const periodStart = laterOf(from, cycle.start)
  const period = periodOf(cycle, periodStart)
  const { part, whole } = share ?? { part: period.billableDays, whole: period.cycleDays }
  const priceOfUnit = {
    price: decimal(item.termPrice),
    numerator: BigInt(item.cycleMonths) * BigInt(part),
    denominator: BigInt(item.termMonths) * BigInt(whole),
  }
  return {
    type: chargeEvents[event].type,
    customerId: item.customerId,
    subscriptionId: item.subscriptionId,
    orderId: item.orderId,
    productId: item.productId,
    skuId: item.skuId,
    quantity,
    unitPrice: printed({
      price: decimal(item.listPrice),
      numerator: BigInt(item.cycleMonths),
      denominator: BigInt(item.termMonths),
    }),
    effectiveUnitPrice: printed(priceOfUnit),
    periodStart,
    ...period,
    amount: formatAmount(lineAmount(item, priceOfUnit, quantity)),
    currency: item.currency,
    ...(item.promotionId === undefined ? {} : { promotionId: item.promotionId }),
  }
}

/** What is bought for good has no days to count by. */
function periodOf(cycle: ChargedCycle, from: PlainDate) {
  if (cycle.end === endless) return { billableDays: 1, cycleDays: 1 }
  const billableDays = Math.max(0, daysBetween(from, cycle.end) + 1)
  return { periodEnd: cycle.end, billableDays, cycleDays: cycle.days }
}

/** An exact price of one unit: `price × numerator / denominator`. */
interface UnitPrice {
  readonly price: Decimal
  readonly numerator: bigint
  readonly denominator: bigint
}

/** Cut, never rounded up: who cuts it again to cents must find the same cents. */
const printed = ({ price, numerator, denominator }: UnitPrice): string =>
  formatDecimal(prorate(price, numerator, denominator, priceDigits, 'cut'))

function lineAmount(
  { rounding, currency }: Chargeable,
  { price, numerator, denominator }: UnitPrice,
  quantity: number,
): Money {
  const units = BigInt(quantity)
  const mode = rounding === 'half-up' ? 'half-up' : 'cut'
  if (rounding !== 'cut-unit') return prorateToMoney(price, numerator * units, denominator, currency, mode)
  const unit = prorateToMoney(price, numerator, denominator, currency, mode)
  return { ...unit, minor: unit.minor * units }
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
  const event = seats.to > seats.from ? 'moreSeats' : 'fewerSeats'
  const wipe = charge(item, event, -seats.from, cycle, { from: day })
  const recreate = charge(item, event, seats.to, cycle, { from: day })
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
  event: ChargeEvent = 'cancellation',
): Charge {
  const from = extent === 'full' ? cycle.start : day
  const line = charge(item, event, -quantity, cycle, { from })
  const prorated = -parseAmount(line.amount, item.currency).minor
  const amount = extent === 'full' || prorated > charged.minor ? charged.minor : prorated
  return { ...line, amount: formatAmount(negate({ minor: amount, currency: item.currency })) }
}
