import { groupDigits } from './decimal.ts'

/** `2026-01-15T09:00:00Z` becomes `2026-01-15 09:00 UTC`; seconds are shown where there are any. */
export function momentText(moment: string): string {
  const found = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::(\d\d(?:\.\d+)?))?Z$/.exec(moment)
  if (found === null) return moment
  const [, date = '', minutes = '', seconds = '00'] = found
  return `${date} ${minutes}${/^00(\.0+)?$/.test(seconds) ? '' : `:${seconds}`} UTC`
}

export const dateOf = (moment: string): string => moment.slice(0, 10)

export const amountText = (amount: string, currency: string): string => `${groupDigits(amount)} ${currency}`

/** `addQuantity` becomes `add quantity`, `subscription-charged` becomes `subscription charged`. */
export const words = (name: string): string =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replaceAll('-', ' ')
    .toLowerCase()

export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${groupDigits(String(count))} ${count === 1 ? one : many}`

export const jsonText = (value: unknown): string => JSON.stringify(value, undefined, 2) ?? ''

/** What decided a check: `status active, quantity 3`. */
export function decidingText(deciding: Readonly<Record<string, unknown>>): string {
  return Object.entries(deciding)
    .map(([name, value]) => `${name} ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join(', ')
}
