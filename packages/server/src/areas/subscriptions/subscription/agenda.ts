import type { Scope } from '../../../work/scope.ts'
import { addDays, earlierOf, instant, startOfDay, type PlainDate } from '../../../kernel/time.ts'
import { isChargedByCycle } from './pricing.ts'
import { firstDayAfter, type SubscriptionRecord } from './subscription.ts'
import { endless } from './term.ts'

/** What the agenda does for a subscription; one entry at a time, each writes its successor. */
export type LifecycleStep = 'charge-cycle' | 'end-term' | 'cancel-on-day' | 'retire'

export interface PlannedStep {
  readonly kind: LifecycleStep
  readonly on: PlainDate
}

/** Days in a status after the term's end. @see partner-center/customers/subscription-lifecycle */
const daysExpired = 30
const daysDisabled = 90
/** A subscription that was suspended when its term ended skips `expired`, and its days are added. */
const daysDisabledAfterSuspension = 120
const daysSuspendedLegacy = 90

/** What happens next by itself, if anything. Everything happens at 00:00 UTC. */
export function nextStep(subscription: SubscriptionRecord): PlannedStep | undefined {
  switch (subscription.status) {
    case 'deleted':
      return undefined
    case 'expired':
      return { kind: 'retire', on: addDays(subscription.statusSince, daysExpired) }
    case 'disabled': {
      const days = subscription.endedSuspended === true ? daysDisabledAfterSuspension : daysDisabled
      return { kind: 'retire', on: addDays(subscription.statusSince, days) }
    }
    case 'suspended':
      if (subscription.commerce !== 'legacy') return nextOfTerm(subscription)
      // What is held can still come back.
      return subscription.hold === undefined ? endOfSuspension(subscription) : undefined
    default:
      return nextOfTerm(subscription)
  }
}

/** In the older program nothing stays suspended for more than ninety days, nor beyond its term. */
function endOfSuspension(subscription: SubscriptionRecord): PlannedStep {
  const limit = addDays(subscription.statusSince, daysSuspendedLegacy + 1)
  const on = subscription.commitmentEnd === endless ? limit : earlierOf(limit, firstDayAfter(subscription))
  return { kind: 'retire', on }
}

/** A cancellation that was planned for a day comes before what would begin on it. */
function nextOfTerm(subscription: SubscriptionRecord): PlannedStep | undefined {
  const { cancelOn } = subscription
  const step = nextOfCycle(subscription)
  return step !== undefined && cancelOn !== undefined && cancelOn <= step.on
    ? { kind: 'cancel-on-day', on: cancelOn }
    : step
}

function nextOfCycle(subscription: SubscriptionRecord): PlannedStep | undefined {
  // Its term has not begun.
  if (subscription.awaitsActivation === true) return undefined
  if (isChargedByCycle(subscription) && subscription.chargedThrough < subscription.commitmentEnd)
    return { kind: 'charge-cycle', on: addDays(subscription.chargedThrough, 1) }
  if (subscription.commitmentEnd === endless) return undefined
  return { kind: 'end-term', on: firstDayAfter(subscription) }
}

/** Plans the next step of a subscription that had none, or whose step has just been made. */
export async function planNext(
  scope: Pick<Scope, 'agenda' | 'now'>,
  subscription: SubscriptionRecord,
): Promise<void> {
  const step = nextStep(subscription)
  if (step === undefined) return
  await scope.agenda.schedule({
    // Work that was held up is made up for at once.
    dueAt: instant(Math.max(startOfDay(step.on), scope.now)),
    kind: step.kind,
    customer: subscription.customerId,
    subject: subscription.id,
  })
}

/** Replaces what was planned for `before`, after a change that moves the end of the term or of the cycle. */
export async function planAnew(
  scope: Pick<Scope, 'agenda' | 'now'>,
  before: SubscriptionRecord,
  after: SubscriptionRecord,
): Promise<void> {
  const planned = nextStep(before)
  const plan = nextStep(after)
  if (planned?.kind === plan?.kind && planned?.on === plan?.on) return
  if (planned !== undefined) await scope.agenda.cancel(planned.kind, before.id)
  await planNext(scope, after)
}
