import { findInstant, type Instant } from '../../../kernel/time.ts'

/** A member that the entry leaves out matches everything. */
export const isAbout = (entry: { readonly [K in keyof PriceRow]?: string }, row: PriceRow): boolean =>
  entry.productId === row.productId &&
  (entry.skuId ?? row.skuId) === row.skuId &&
  (entry.country ?? row.country) === row.country &&
  (entry.segment ?? row.segment) === row.segment &&
  (entry.termDuration ?? row.termDuration) === row.termDuration &&
  (entry.billingCycle ?? row.billingCycle) === row.billingCycle

/** A change of the price list is in force from its date on, at once without one. */
export function hasTakenEffect(effectiveFrom: string | undefined, now: Instant): boolean {
  if (effectiveFrom === undefined) return true
  const moment = findInstant(effectiveFrom)
  return moment !== undefined && moment <= now
}

interface PriceRow {
  readonly productId: string
  readonly skuId: string
  readonly country: string
  readonly segment: string
  readonly termDuration: string
  readonly billingCycle: string
}
