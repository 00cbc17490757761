/**
 * The sum of decimal strings as a decimal string with as many digits as the longest of them; amounts are never made
 * into floating-point numbers.
 */
export function sumDecimals(texts: readonly string[]): string {
  const parts = texts.map(partsOf)
  const scale = Math.max(0, ...parts.map((part) => part.scale))
  const unscaled = parts.reduce((sum, part) => sum + part.unscaled * 10n ** BigInt(scale - part.scale), 0n)
  return decimalText(unscaled, scale)
}

/** `41472.00` becomes `41,472.00`. */
export function groupDigits(text: string): string {
  const [, sign = '', whole = '', rest = ''] = /^(-?)(\d+)(\.\d+)?$/.exec(text) ?? []
  if (whole === '') return text
  return `${sign}${whole.replace(/\B(?=(\d{3})+$)/g, ',')}${rest}`
}

function partsOf(text: string): { unscaled: bigint; scale: number } {
  const found = /^(-?\d+)(?:\.(\d+))?$/.exec(text)
  if (found === null) throw new TypeError(`${text} is no decimal amount`)
  const [, whole = '', fraction = ''] = found
  return { unscaled: BigInt(whole + fraction), scale: fraction.length }
}

function decimalText(unscaled: bigint, scale: number): string {
  const sign = unscaled < 0n ? '-' : ''
  const digits = String(unscaled < 0n ? -unscaled : unscaled).padStart(scale + 1, '0')
  if (scale === 0) return sign + digits
  return `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`
}
