import { decimal, type Decimal } from './decimal.ts'
import { invariant } from './invariant.ts'
import { divide, type Rounding } from './rounding.ts'

export { divide, type Rounding } from './rounding.ts'

/** An amount in the currency's smallest unit; `1999n EUR` is €19.99. */
export interface Money {
  readonly minor: bigint
  readonly currency: string
}

export const money = (minor: bigint | number, currency: string): Money => ({ minor: BigInt(minor), currency })

export const zero = (currency: string): Money => ({ minor: 0n, currency })

export function add(a: Money, b: Money): Money {
  invariant(a.currency === b.currency, `cannot add ${b.currency} to ${a.currency}`)
  return { minor: a.minor + b.minor, currency: a.currency }
}

export const subtract = (a: Money, b: Money): Money => add(a, negate(b))

export const negate = (amount: Money): Money => ({ ...amount, minor: -amount.minor })

export const sumOf = (amounts: readonly Money[], currency: string): Money =>
  amounts.reduce(add, zero(currency))

/** Multiplies by a fraction exactly, then rounds once. */
export const scale = (amount: Money, numerator: bigint, denominator: bigint, rounding: Rounding): Money => ({
  ...amount,
  minor: divide(amount.minor * numerator, denominator, rounding),
})

/**
 * Splits `total` by weight so that the parts add up to `total` exactly: largest remainder first, earlier part on a tie.
 * A refund is split as its charge was. Throws a RangeError unless the weights are not negative and one is positive.
 */
export function allocate(total: Money, weights: readonly bigint[]): Money[] {
  const sum = weights.reduce((a, b) => a + b, 0n)
  if (sum <= 0n || weights.some((weight) => weight < 0n))
    throw new RangeError('weights must add up to more than 0')
  const negative = total.minor < 0n
  const size = negative ? -total.minor : total.minor
  const parts = weights.map((weight) => (size * weight) / sum)
  const rests = weights.map((weight, index) => ({ index, rest: (size * weight) % sum }))
  rests.sort((a, b) => (a.rest === b.rest ? a.index - b.index : a.rest > b.rest ? -1 : 1))
  const left = Number(size - parts.reduce((a, b) => a + b, 0n))
  for (const { index } of rests.slice(0, left)) parts[index] = (parts[index] ?? 0n) + 1n
  return parts.map((part) => ({ minor: negative ? -part : part, currency: total.currency }))
}

const wholeUnitCurrencies = new Set(['CLP', 'ISK', 'JPY', 'KRW', 'PYG', 'VND'])
const thousandthCurrencies = new Set(['BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND'])

/** Digits after the point: 2, but 0 for yen and won. */
export const exponentOf = (currency: string): number =>
  wholeUnitCurrencies.has(currency) ? 0 : thousandthCurrencies.has(currency) ? 3 : 2

/** `19.99`; always with the currency's digits, so `20.00`. */
export function formatAmount(amount: Money): string {
  const exponent = exponentOf(amount.currency)
  const digits = (amount.minor < 0n ? -amount.minor : amount.minor).toString().padStart(exponent + 1, '0')
  const sign = amount.minor < 0n ? '-' : ''
  if (exponent === 0) return `${sign}${digits}`
  return `${sign}${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`
}

/** Reads `19.99`. Throws a RangeError when there are more digits than the currency has. */
export function parseAmount(text: string, currency: string): Money {
  const value = decimal(text)
  const exponent = exponentOf(currency)
  if (value.scale > exponent) throw new RangeError(`${text} has more digits than ${currency}`)
  return { minor: value.unscaled * 10n ** BigInt(exponent - value.scale), currency }
}

/** `value × numerator / denominator` with one division, rounded once to the smallest unit. */
export function prorateToMoney(
  value: Decimal,
  numerator: bigint,
  denominator: bigint,
  currency: string,
  rounding: Rounding,
): Money {
  const units = 10n ** BigInt(exponentOf(currency))
  const minor = divide(value.unscaled * numerator * units, denominator * 10n ** BigInt(value.scale), rounding)
  return { minor, currency }
}

export const toDecimal = (amount: Money): Decimal => ({
  unscaled: amount.minor,
  scale: exponentOf(amount.currency),
})
