import type { Instant, PlainDate } from '../../../../kernel/time.ts'
import { catalogItemId, isExpiring, isRenewing, type SubscriptionRecord } from '../../subscription/public.ts'

/** What the rules of a transition look at in a subscription; the same for both sides of the move. */
export interface MovingSubscription {
  readonly id: string
  readonly commerce: 'nce' | 'legacy'
  readonly status: string
  readonly isTrial: boolean
  /** The term is over and the day's work that ends it is not done yet. */
  readonly isExpiring: boolean
  readonly isProvisioned: boolean
  /** An operation that allows no other one is running: a transition, a transfer, a migration, the renewal. */
  readonly hasPendingOperation: boolean
  /** Updates wait for something reversible, such as the review of the order. */
  readonly isHeld: boolean
  readonly updateCount: number
  readonly hasAddOns: boolean
  readonly isSavingsPlan: boolean
  /** The subscription of new commerce that Microsoft's own migration made of it. */
  readonly migratedByMicrosoftTo?: string
  readonly quantity: number
  readonly productId: string
  readonly skuId: string
  readonly catalogItemId: string
  readonly friendlyName: string
  readonly termDuration: string
  readonly billingCycle: string
  readonly commitmentEndDate: PlainDate
  readonly cancellationAllowedUntil?: Instant
}

/** `others` are the customer's subscriptions: the add-ons of the older program name their base. */
export const movingSubscription = (
  s: SubscriptionRecord,
  others: readonly SubscriptionRecord[],
  now: Instant,
): MovingSubscription => ({
  id: s.id,
  commerce: s.commerce,
  status: s.status,
  isTrial: s.isTrial,
  isExpiring: isExpiring(s, now),
  isProvisioned: s.fulfilment === 'completed' && s.awaitsActivation !== true,
  hasPendingOperation: s.pendingOperation !== undefined || isRenewing(s, now),
  isHeld: s.hold !== undefined,
  updateCount: s.updateCount,
  hasAddOns: others.some((other) => other.parentSubscriptionId === s.id && other.status === 'active'),
  isSavingsPlan: s.productFamily === 'savingsPlan',
  ...(s.migratedTo?.by === 'microsoft' ? { migratedByMicrosoftTo: s.migratedTo.subscriptionId } : {}),
  quantity: s.quantity,
  productId: s.productId,
  skuId: s.skuId,
  catalogItemId: s.commerce === 'legacy' ? (s.legacyOfferId ?? '') : catalogItemId(s),
  friendlyName: s.friendlyName,
  termDuration: s.termDuration,
  billingCycle: s.billingCycle,
  commitmentEndDate: s.commitmentEnd,
  ...(s.cancellation === undefined ? {} : { cancellationAllowedUntil: s.cancellation.until }),
})

export const isSameSku = (
  a: { readonly productId: string; readonly skuId: string },
  b: { readonly productId: string; readonly skuId: string },
): boolean => a.productId === b.productId && a.skuId === b.skuId
