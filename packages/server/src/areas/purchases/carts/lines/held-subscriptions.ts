import type { PlainDate } from '../../../../kernel/time.ts'
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
  /** Of active licences that are paid for: what a custom end of a term may align with. */
  readonly termEnds: readonly PlainDate[]
  /** Of reservations that have not ended. */
  readonly reservedInstances: number
}

/** Counts once what each line of a cart asks for. */
export function heldSubscriptions(all: readonly SubscriptionRecord[]): HeldSubscriptions {
  const runningOf = new Map<SkuKey, SubscriptionRecord[]>()
  const azurePlans: SubscriptionRecord[] = []
  const termEnds: PlainDate[] = []
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
    if (!isRunning(subscription)) continue
    active += 1
    if (subscription.commerce === 'nce' && productFamily === 'license' && !subscription.isTrial)
      termEnds.push(subscription.commitmentEnd)
  }
  return { all, active, runningOf, azurePlans, termEnds, reservedInstances }
}
