import type { RequestedLine } from './cart.ts'

/** What decides which lines become one order. */
export interface Groupable {
  readonly line: RequestedLine
  /** Of the resolved item; legacy offers have a sales group instead. */
  readonly purchaseSystem: string
  readonly currency: string
  readonly legacySalesGroup?: string
}

/**
 * Modern lines share a group when purchase system, billing cycle and currency are equal, numbered `0`, `1` … in order
 * of first appearance; legacy lines have one group for each sales group, `OMS-0`, `OMS-1` … Follows the published
 * examples; the pages don't state the rule (assumed).
 * @see partner-center/developer/create-a-cart
 */
export function orderGroups(lines: readonly Groupable[]): string[] {
  const modern = new Map<string, string>()
  const legacy = new Map<string, string>()
  return lines.map((item) =>
    item.legacySalesGroup === undefined
      ? numbered(modern, `${item.purchaseSystem}|${item.line.billingCycle ?? ''}|${item.currency}`, '')
      : numbered(legacy, item.legacySalesGroup, 'OMS-'),
  )
}

function numbered(known: Map<string, string>, key: string, prefix: string): string {
  const group = known.get(key) ?? `${prefix}${known.size}`
  known.set(key, group)
  return group
}
