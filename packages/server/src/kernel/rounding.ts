/** `half-up` rounds a half away from zero, `cut` cuts towards it: both mirror a charge in its refund. */
export type Rounding = 'half-even' | 'half-up' | 'floor' | 'cut'

/** Throws a RangeError unless the denominator is positive. */
export function divide(numerator: bigint, denominator: bigint, rounding: Rounding): bigint {
  if (denominator <= 0n) throw new RangeError(`the denominator must be positive, got ${denominator}`)
  if (rounding === 'cut') return numerator / denominator
  if (rounding === 'floor') return floorDivide(numerator, denominator)
  const negative = numerator < 0n
  const size = negative ? -numerator : numerator
  const floor = size / denominator
  const twiceRest = 2n * (size - floor * denominator)
  const tie = rounding === 'half-up' || floor % 2n === 1n
  const rounded = twiceRest > denominator || (twiceRest === denominator && tie) ? floor + 1n : floor
  return negative ? -rounded : rounded
}

function floorDivide(numerator: bigint, denominator: bigint): bigint {
  const towardsZero = numerator / denominator
  return numerator < 0n && numerator % denominator !== 0n ? towardsZero - 1n : towardsZero
}
