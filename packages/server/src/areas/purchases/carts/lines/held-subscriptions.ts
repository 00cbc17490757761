import { skuKey, type SkuKey } from '../../../catalogue/products/public.ts'
import {
  hasEnded,
  isAzurePlan,
  isRunning,
  type SubscriptionRecord,
} from '../../../subscriptions/subscription/public.ts'

/** A customer's subscriptions with the partner, as the checks of a purchase count them. */
export interface HeldSubscriptions {
  readonly all: readonly SubscriptionRecord[]
  /** Active, or on their way there. */
  readonly active: number
  /** Those that have not ended, by SKU. */
  readonly runningOf: ReadonlyMap<SkuKey, readonly SubscriptionRecord[]>
  /** Those that have not ended. */
  readonly azurePlans: readonly SubscriptionRecord[]
  /** Of reservations that have not ended. */
  readonly reservedInstances: number
}

/** Counts once what each line of a cart asks for. */
export function heldSubscriptions(all: readonly SubscriptionRecord[]): HeldSubscriptions {
  const runningOf = new Map<SkuKey, SubscriptionRecord[]>()
  const azurePlans: SubscriptionRecord[] = []
  let active = 0
  let reservedInstances = 0
  for (const subscription of all) {
    if (hasEnded(subscription)) continue
    const { productId, skuId, productFamily, quantity } = subscription
    const key = skuKey(productId, skuId)
    const same = runningOf.get(key)
    if (same === undefined) runningOf.set(key, [subscription])
    else same.push(subscription)
    if (isAzurePlan(subscription)) azurePlans.push(subscription)
    if (productFamily === 'reservation') reservedInstances += quantity
    if (isRunning(subscription)) active += 1
  }
  return { all, active, runningOf, azurePlans, reservedInstances }
}
