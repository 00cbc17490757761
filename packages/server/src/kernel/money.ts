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

export const negate = (amount: Money): Money => ({ ...amount, minor: -amount.minor })

export const sumOf = (amounts: readonly Money[], currency: string): Money =>
  amounts.reduce(add, zero(currency))

const wholeUnitCurrencies = new Set(['CLP', 'ISK', 'JPY', 'KRW', 'PYG', 'VND'])
const thousandthCurrencies = new Set(['BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND'])

/** Digits after the point: 2, but 0 for yen and won. */
const exponentOf = (currency: string): number =>
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
