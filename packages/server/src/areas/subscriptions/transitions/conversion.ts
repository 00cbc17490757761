import type { Instant } from '../../../kernel/time.ts'
import { dateOf } from '../../../kernel/time.ts'
import { charge, type Charge } from '../../books/ledger/public.ts'
import {
  chargeableOf,
  chargedCycle,
  countUpdate,
  cycleOf,
  moveSeats,
  receiveSeats,
  termRank,
  type SubscriptionRecord,
} from '../subscription/public.ts'
import type { TransitionKind, TransitionOrder, TransitionRecord } from './transition.ts'

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

/**
 * The source after its seats have left. What was scheduled for its next term is off; what was scheduled for its next
 * cycle is for the seats that stay.
 */
export const sourceAfter = (
  source: SubscriptionRecord,
  { order }: Pick<TransitionRecord, 'order'>,
  now: Instant,
): SubscriptionRecord => countUpdate(moveSeats(unlocked(source), seatsLeaving(source, order.quantity), now))

/** An existing target keeps its term, its cycle, its end and its price. */
export const targetAfter = (
  target: SubscriptionRecord,
  { quantity }: TransitionOrder,
  now: Instant,
): SubscriptionRecord => receiveSeats(unlocked(target), quantity, now)

export const locked = (subscription: SubscriptionRecord, since: Instant): SubscriptionRecord => ({
  ...subscription,
  pendingOperation: { kind: 'transition', since },
})

export const unlocked = (subscription: SubscriptionRecord): SubscriptionRecord => ({
  ...subscription,
  pendingOperation: undefined,
})

/**
 * Gives back what is left of the source's cycle for the seats that leave, and charges the same days on the target. The
 * older program is billed elsewhere. Both lines carry one reference.
 * @see partner-center/developer/transition-a-new-commerce-subscription
 */
export function convertCharges(
  source: SubscriptionRecord,
  target: SubscriptionRecord,
  { order, id }: Pick<TransitionRecord, 'order' | 'id'>,
  now: Instant,
): Charge[] {
  const today = dateOf(now)
  const leaving = seatsLeaving(source, order.quantity)
  const giveBack =
    source.commerce === 'legacy'
      ? []
      : [charge(chargeableOf(source), 'convert', -leaving, chargedCycle(source, today), today)]
  const take = charge(chargeableOf(target), 'convert', order.quantity, cycleOf(target, today), today)
  return [...giveBack, take].map((line) => ({ ...line, referenceId: id }))
}
