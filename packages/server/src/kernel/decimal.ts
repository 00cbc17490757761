import { divide, type Rounding } from './rounding.ts'

/** An exact decimal number, `unscaled / 10^scale`: for unit prices with more digits than the currency has. */
export interface Decimal {
  readonly unscaled: bigint
  readonly scale: number
}

const decimalText = /^(-)?(\d+)(?:\.(\d+))?$/

/** Reads `12`, `-0.5`, `86.794521`. Throws a RangeError for anything else. */
export function decimal(text: string): Decimal {
  const match = decimalText.exec(text)
  if (match === null) throw new RangeError(`not a decimal number: ${text}`)
  const [, sign = '', whole = '0', fraction = ''] = match
  return { unscaled: BigInt(`${sign}${whole}${fraction}`), scale: fraction.length }
}

/** Every digit that is needed and no more: `5.760` prints `5.76`. */
export function formatDecimal(value: Decimal): string {
  const negative = value.unscaled < 0n
  const digits = (negative ? -value.unscaled : value.unscaled).toString().padStart(value.scale + 1, '0')
  const whole = digits.slice(0, digits.length - value.scale)
  const fraction = digits.slice(digits.length - value.scale).replace(/0+$/, '')
  const text = fraction === '' ? whole : `${whole}.${fraction}`
  return negative ? `-${text}` : text
}

/**
 * The number that JSON prints with the same digits. Exact up to 15 significant digits, which every published price has;
 * money is never computed from it.
 */
export const decimalToNumber = (value: Decimal): number => Number(formatDecimal(value))

export const multiply = (value: Decimal, n: bigint | number): Decimal => ({
  unscaled: value.unscaled * BigInt(n),
  scale: value.scale,
})

export const multiplyDecimals = (a: Decimal, b: Decimal): Decimal => ({
  unscaled: a.unscaled * b.unscaled,
  scale: a.scale + b.scale,
})

export function plus(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale)
  return { unscaled: rescaled(a, scale) + rescaled(b, scale), scale }
}

export function compareDecimals(a: Decimal, b: Decimal): -1 | 0 | 1 {
  const scale = Math.max(a.scale, b.scale)
  const [x, y] = [rescaled(a, scale), rescaled(b, scale)]
  return x < y ? -1 : x > y ? 1 : 0
}

/** The one division: `value × numerator / denominator`, rounded once to `scale` digits. */
export const prorate = (
  value: Decimal,
  numerator: bigint | number,
  denominator: bigint | number,
  scale: number,
  rounding: Rounding,
): Decimal => ratio(value.unscaled * BigInt(numerator), BigInt(denominator), value.scale, scale, rounding)

function ratio(n: bigint, d: bigint, from: number, to: number, rounding: Rounding): Decimal {
  const up = to >= from ? 10n ** BigInt(to - from) : 1n
  const down = to >= from ? 1n : 10n ** BigInt(from - to)
  return { unscaled: divide(n * up, d * down, rounding), scale: to }
}

const rescaled = (value: Decimal, scale: number): bigint =>
  value.unscaled * 10n ** BigInt(scale - value.scale)
