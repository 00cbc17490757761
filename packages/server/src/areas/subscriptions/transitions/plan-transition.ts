import { present } from '../../../kernel/invariant.ts'
import { dateOf } from '../../../kernel/time.ts'
import { charge, type Charge, type ChargeEvent } from '../../books/ledger/public.ts'
import type { Catalogue, SellableItem } from '../../catalogue/products/public.ts'
import {
  chargeableOf,
  chargedCycle,
  countUpdate,
  cycleOf,
  itemMembers,
  moveSeats,
  planStart,
  receiveSeats,
  replaceProduct,
  windowIsOpen,
  type Beginning,
  type SubscriptionRecord,
} from '../subscription/public.ts'
import { keepsTerm, seatsLeaving, unlocked } from './conversion.ts'
import { targetTermPrice, type TargetPrice } from './target-price.ts'
import type { TransitionRecord } from './transition.ts'

export interface TransitionToPlan extends Pick<Beginning, 'catalogue' | 'windows' | 'rounding' | 'now'> {
  /** What a new subscription takes over of its source's window to cancel. */
  readonly partialUpgradeWindow: 'none' | 'inherited' | undefined
  readonly transition: Pick<TransitionRecord, 'id' | 'kind' | 'order' | 'toSubscriptionId'>
  readonly source: SubscriptionRecord
  /** What the seats go into, where the customer has it already. */
  readonly existing: SubscriptionRecord | undefined
}

/** What a transition comes to: both sides as they will be, and what it costs. */
export interface TransitionPlan {
  readonly source: SubscriptionRecord
  /** In place it is the source itself. */
  readonly target: SubscriptionRecord
  readonly charges: readonly Charge[]
}

/** Works a transition out without keeping anything; undefined where the price list has no row for what it buys. */
export function planTransition(asked: TransitionToPlan): TransitionPlan | undefined {
  const { transition } = asked
  const target = targetAfter(asked)
  if (target === undefined) return undefined
  return {
    source: transition.kind === 'inPlace' ? target : sourceAfter(asked),
    target,
    charges: convertCharges(asked, target),
  }
}

function targetAfter(asked: TransitionToPlan): SubscriptionRecord | undefined {
  const { transition, source, existing, catalogue, now } = asked
  const { kind, order } = transition
  // It keeps its term, its cycle, its end and its price.
  if (kind === 'intoExisting') {
    const target = present(existing, 'a transition into a subscription has that subscription')
    return receiveSeats(unlocked(target), order.quantity, now)
  }
  const bought = purchaseOf(catalogue, source, order)
  if (bought === undefined) return undefined
  if (kind === 'newTarget') return newTarget(asked, bought)
  const replacement = { ...order, ...bought.price, item: itemMembers(catalogue, bought.item) }
  return countUpdate(replaceProduct(unlocked(source), replacement, now))
}

interface Bought {
  readonly item: SellableItem
  readonly price: TargetPrice
}

function purchaseOf(
  catalogue: Catalogue,
  source: SubscriptionRecord,
  order: TransitionRecord['order'],
): Bought | undefined {
  const offer = { productId: order.toProductId, skuId: order.toSkuId }
  const { country, segment } = source
  const item = catalogue.convertible({ ...offer, country, segment })
  const price = targetTermPrice(catalogue, source, { ...order, offer }, order.promotionId)
  return item === undefined || price === undefined ? undefined : { item, price }
}

/**
 * It belongs to the order of its source (assumed: no page says which order a transition makes), and its id was told
 * when the transition began. The wait for fulfilment is the transition's own.
 */
function newTarget(asked: TransitionToPlan, { item, price }: Bought): SubscriptionRecord {
  const { transition, source, catalogue, windows, rounding, now } = asked
  const { order, toSubscriptionId } = transition
  const id = present(toSubscriptionId, 'a transition to a new subscription has its id from the start')
  const start = {
    customerId: source.customerId,
    orderId: source.orderId,
    lineNumber: source.lineNumber,
    item,
    quantity: order.quantity,
    termDuration: order.termDuration,
    billingCycle: order.billingCycle,
    ...price,
    currency: source.currency,
    promotionId: order.promotionId,
    partnerId: source.partnerId,
    autoRenewEnabled: source.commerce === 'legacy' ? true : source.autoRenewEnabled,
    transition: {
      ...(keepsTerm(source, order) && { alongside: source }),
      window: inheritedWindow(asked),
    },
  }
  return planStart(start, { id, now, catalogue, windows, rounding, isFulfilled: true }).subscription
}

/** @see partner-center/customers/new-commerce-cancellation-policy */
const inheritedWindow = ({ partialUpgradeWindow, source: { cancellation }, now }: TransitionToPlan) =>
  partialUpgradeWindow === 'inherited' && windowIsOpen(cancellation, now) ? cancellation : undefined

/**
 * The source after its seats have left. What was scheduled for its next term is off; what was scheduled for its next
 * cycle is for the seats that stay.
 */
const sourceAfter = ({ transition: { order }, source, now }: TransitionToPlan): SubscriptionRecord =>
  countUpdate(moveSeats(unlocked(source), seatsLeaving(source, order.quantity), now))

/**
 * Gives back what is left of the source's cycle for the seats that leave, and charges the same days on the target. The
 * older program is billed elsewhere. Both lines carry one reference.
 * @see partner-center/developer/transition-a-new-commerce-subscription
 */
function convertCharges(
  { transition: { kind, order, id }, source, rounding, now }: TransitionToPlan,
  target: SubscriptionRecord,
): Charge[] {
  const from = dateOf(now)
  const event = eventOf(kind, source)
  const leaving = seatsLeaving(source, order.quantity)
  const giveBack =
    source.commerce === 'legacy'
      ? []
      : [charge(chargeableOf(source, rounding), event, -leaving, chargedCycle(source, from), { from })]
  const take = charge(chargeableOf(target, rounding), event, order.quantity, cycleOf(target, from), { from })
  return [...giveBack, take].map((line) => ({ ...line, referenceId: id }))
}

function eventOf(kind: TransitionRecord['kind'], source: SubscriptionRecord): ChargeEvent {
  if (kind === 'intoExisting') return 'transitionIntoExisting'
  return source.isTrial ? 'trialConversion' : 'transition'
}
