import type { Instant } from '../../../kernel/time.ts'
import { termRank, type SubscriptionRecord } from '../subscription/public.ts'
import type { TransitionKind, TransitionOrder } from './transition.ts'

/**
 * Whole subscriptions of new commerce change in place; an offer of the older program always becomes a new subscription.
 * @see partner-center/developer/transition-a-new-commerce-subscription
 */
export function kindOf(
  source: Pick<SubscriptionRecord, 'commerce' | 'quantity' | 'isTrial'>,
  quantity: number,
  hasTarget: boolean,
): TransitionKind {
  if (hasTarget) return 'intoExisting'
  const isWhole = source.isTrial || quantity >= source.quantity
  return isWhole && source.commerce === 'nce' ? 'inPlace' : 'newTarget'
}

/** Seats that leave the source; a trial is converted whole, whatever the number it is converted to. */
export const seatsLeaving = (
  source: Pick<SubscriptionRecord, 'quantity' | 'isTrial'>,
  quantity: number,
): number => (source.isTrial ? source.quantity : Math.min(source.quantity, quantity))

/** A term of the same length goes on to the source's end; a longer one begins today (assumed), as a trial's does. */
export const keepsTerm = (source: SubscriptionRecord, { termDuration }: TransitionOrder): boolean =>
  !source.isTrial && termRank(termDuration) <= termRank(source.termDuration)

export const locked = (subscription: SubscriptionRecord, since: Instant): SubscriptionRecord => ({
  ...subscription,
  pendingOperation: { kind: 'transition', since },
})

export const unlocked = (subscription: SubscriptionRecord): SubscriptionRecord => ({
  ...subscription,
  pendingOperation: undefined,
})
