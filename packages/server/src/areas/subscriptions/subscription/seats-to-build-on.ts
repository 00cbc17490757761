import type { SkuKey } from '../../catalogue/products/public.ts'
import type { Holding } from './holdings-repository.ts'
import { isRunning, type SubscriptionRecord } from './subscription.ts'

/**
 * Seats that an add-on can build on: active subscriptions with this partner, and what the customer has from other
 * partners; `undefined` where there is none at all.
 */
export function seatsToBuildOn(
  prerequisites: readonly SkuKey[],
  notEndedOf: (sku: SkuKey) => readonly SubscriptionRecord[],
  holdings: readonly Holding[],
): number | undefined {
  const bases = prerequisites.flatMap((sku) => notEndedOf(sku).filter(isRunning))
  const elsewhere = holdings
    .filter(({ sku, subscriptions }) => prerequisites.includes(sku) && subscriptions > 0)
    .map(({ sku, seats }) => Math.max(0, seats - sum(notEndedOf(sku).map(({ quantity }) => quantity))))
    .filter((rest) => rest > 0)
  return bases.length + elsewhere.length === 0
    ? undefined
    : sum(bases.map(({ quantity }) => quantity)) + sum(elsewhere)
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)
