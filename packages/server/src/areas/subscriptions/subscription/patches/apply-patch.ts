import type { Instant, PlainDate } from '../../../../kernel/time.ts'
import type { Money } from '../../../../kernel/money.ts'
import {
  charge,
  chargeQuantityChange,
  refund,
  type Charge,
  type LineRounding,
} from '../../../books/ledger/public.ts'
import { lotIsReducibleUntil, openWindow, type CancellationWindows } from '../cancellation.ts'
import { cycles, type NextTermFacts, type PatchFacts } from './patch-facts.ts'
import type { WantedNextTerm } from './patch-changes.ts'
import { chargeableOf, chargedCycle, isChargedByCycle } from '../pricing.ts'
import {
  addSeats,
  cancel,
  cycleOf,
  reactivate,
  removeSeats,
  suspend,
  type NextTermInstructions,
  type SubscriptionRecord,
} from '../subscription.ts'
import { termDays } from '../term.ts'

/** A changed subscription and what is charged for the change. */
export interface Applied {
  readonly after: SubscriptionRecord
  readonly charges: readonly Charge[]
}

export interface ApplyWith {
  readonly windows: CancellationWindows
  /** What was charged since the cancellation window opened. */
  readonly charged: Money
  readonly rounding: LineRounding
  /** Ties the lines of this change together. */
  readonly referenceId: string
}

type Step = (applied: Applied, facts: PatchFacts, more: ApplyWith) => Applied

/** Makes the changes of a PATCH whose rules all hold. */
export function applyPatch(facts: PatchFacts, more: ApplyWith): Applied {
  const steps: readonly Step[] = [
    changeStatus,
    changeQuantity,
    changeRenewal,
    changeTerm,
    changeCycle,
    changeNames,
  ]
  const start: Applied = { after: facts.subscription, charges: [] }
  return steps.reduce((applied, step) => step(applied, facts, more), start)
}

const changeStatus: Step = ({ after, charges }, { changes, today, now }, more) => {
  switch (changes.status) {
    case 'suspended':
      return { after: suspend(after, today), charges }
    case 'active':
      return { after: reactivate(after, today), charges }
    case 'deleted':
      return { after: cancel(after, today), charges: [...charges, ...refunds(after, today, now, more)] }
    default:
      return { after, charges }
  }
}

function refunds(
  subscription: SubscriptionRecord,
  today: PlainDate,
  now: Instant,
  { charged, rounding }: ApplyWith,
): Charge[] {
  if (subscription.cancellation === undefined) return []
  const extent = now <= subscription.cancellation.fullRefundUntil ? 'full' : 'prorated'
  const cycle = chargedCycle(subscription, today)
  return [refund(chargeableOf(subscription, rounding), subscription.quantity, cycle, today, charged, extent)]
}

/** Seats are added at the price of the running term. @see partner-center/customers/new-commerce-price-protection */
const changeQuantity: Step = (
  { after, charges },
  { changes, now, today },
  { windows, rounding, referenceId },
) => {
  const { quantity } = changes
  if (quantity === undefined) return { after, charges }
  const seats = quantity - after.quantity
  const reducibleUntil = lotIsReducibleUntil(openWindow(after, now, windows), now)
  const changed =
    seats > 0
      ? addSeats(after, seats, { addedAt: now, source: 'add', reducibleUntil })
      : removeSeats(after, -seats)
  if (after.commerce === 'legacy') return { after: changed, charges }
  const lines = chargeQuantityChange(
    chargeableOf(after, rounding),
    { from: after.quantity, to: quantity },
    chargedCycle(after, today),
    today,
    referenceId,
  )
  return { after: changed, charges: [...charges, ...lines] }
}

/** Without renewal nothing can be planned for the next term, except by a trial, which always has a plan. */
const changeRenewal: Step = ({ after, charges }, { changes, nextTerm: facts, isExtendable }) => {
  const { nextTerm, autoRenewEnabled = after.autoRenewEnabled } = changes
  const planned = nextTerm === undefined || nextTerm === 'remove' ? undefined : instructions(nextTerm, facts)
  const kept = nextTerm === 'remove' || (!autoRenewEnabled && !after.isTrial) ? undefined : after.nextTerm
  const endOfTerm = autoRenewEnabled ? undefined : (chosenEnd(changes, isExtendable) ?? after.endOfTerm)
  const cancelOn = changes.endOfTerm === undefined ? after.cancelOn : changes.cancelOn
  const end = { endOfTerm, cancelOn: autoRenewEnabled ? undefined : cancelOn }
  return { after: { ...after, autoRenewEnabled, ...end, nextTerm: planned ?? kept }, charges }
}

/** Whoever only switches renewal off has chosen the extended service term. */
function chosenEnd(
  { endOfTerm, autoRenewEnabled }: PatchFacts['changes'],
  isExtendable: boolean,
): SubscriptionRecord['endOfTerm'] {
  if (endOfTerm !== undefined && endOfTerm !== 'invalid') return endOfTerm
  return autoRenewEnabled === false && isExtendable ? 'extend' : undefined
}

function instructions(
  wanted: WantedNextTerm,
  facts: NextTermFacts | undefined,
): NextTermInstructions | undefined {
  if (facts?.item === undefined || facts.plan === undefined) return undefined
  const { customTermEndDate } = wanted
  return {
    product: {
      productId: wanted.productId,
      skuId: wanted.skuId,
      availabilityId: wanted.availabilityId === '' ? facts.item.availability.id : wanted.availabilityId,
      billingCycle: facts.plan.billingCycle,
      termDuration: wanted.termDuration,
      promotionId: facts.promotionId,
    },
    quantity: wanted.quantity,
    customTermEndDate: customTermEndDate === 'invalid' ? undefined : customTermEndDate,
  }
}

/**
 * A longer term begins today, with a new end and no new window to cancel (assumed); the rest of the running cycle is
 * given back and the first cycle of the new term is charged.
 * @see partner-center/developer/change-the-billing-cycle
 */
const changeTerm: Step = (
  { after, charges },
  { changes, newPrice, today, now },
  { rounding, referenceId },
) => {
  const { termDuration } = changes
  if (termDuration === undefined || newPrice === undefined) return { after, charges }
  const billingCycle = cycles[changes.billingCycle ?? '']?.cycle ?? after.billingCycle
  const longer: SubscriptionRecord = {
    ...after,
    termDuration,
    billingCycle,
    ...termDays(today, termDuration),
    effectiveStart: now,
    customTermEndDate: undefined,
    cancellation: undefined,
    extension: undefined,
    cancelOn: undefined,
    nextTerm: undefined,
    nextCharge: undefined,
    termPrice: newPrice.termPrice,
    listPrice: newPrice.listPrice,
    promotionId: newPrice.promotionId,
  }
  const cycle = cycleOf(longer, today)
  const lines = [
    charge(chargeableOf(after, rounding), 'longerTerm', -after.quantity, chargedCycle(after, today), {
      from: today,
    }),
    charge(chargeableOf(longer, rounding), 'longerTerm', longer.quantity, cycle),
  ]
  const chargedThrough = isChargedByCycle(longer) ? cycle.end : longer.commitmentEnd
  return {
    after: { ...longer, chargedThrough },
    charges: [...charges, ...lines.map((line) => ({ ...line, referenceId }))],
  }
}

/** Within a term the cycle changes with the next charge, not at once. */
const changeCycle: Step = ({ after, charges }, { changes }) => {
  if (changes.termDuration !== undefined) return { after, charges }
  if (changes.removesNextCharge === true) return { after: { ...after, nextCharge: undefined }, charges }
  const cycle = cycles[changes.billingCycle ?? '']?.cycle
  if (cycle === undefined) return { after, charges }
  const { productId, skuId, availabilityId, termDuration, promotionId, quantity } = after
  const product = { productId, skuId, availabilityId, termDuration, billingCycle: cycle, promotionId }
  return { after: { ...after, nextCharge: { product, quantity } }, charges }
}

const changeNames: Step = ({ after, charges }, { changes }) => ({
  after: {
    ...after,
    friendlyName: changes.friendlyName ?? after.friendlyName,
    partnerId: changes.partnerId === undefined ? after.partnerId : changes.partnerId || undefined,
  },
  charges,
})
