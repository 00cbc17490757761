import { fault } from '@tenantry/contract/faults/fault.ts'
import { faults } from '@tenantry/contract/faults/index.ts'
import type { TargetSubscriptionErrorName } from '@tenantry/contract/reasons/target-subscription-errors.ts'
import type { Instant } from '../../../../kernel/time.ts'
import type { MovingSubscription } from './moving-subscription.ts'
import { reasoned, type ReasonedRule } from './reasoned-rule.ts'
import { termRank } from '../transition.ts'
import { ruleList } from '../../../../kernel/rule.ts'

export interface TargetFacts {
  readonly now: Instant
  readonly source: MovingSubscription
  /** The existing subscription that the seats are to go into. */
  readonly target: MovingSubscription
}

const reason = (name: TargetSubscriptionErrorName, rule: Omit<ReasonedRule<TargetFacts>, 'reason'>) =>
  reasoned<TargetFacts, TargetSubscriptionErrorName>({ reason: name, ...rule })

const see = 'partner-center/developer/transition-a-new-commerce-subscription'

export const targetIsActive = reason('notActive', {
  name: 'targetIsActive',
  holds: ({ target }) => target.status === 'active',
  fault: () => fault(faults.targetNotActive),
  decidedBy: ({ target }) => ({ status: target.status }),
  see,
})

export const targetTermIsLongEnough = reason('termShorterThanSource', {
  name: 'targetTermIsLongEnough',
  holds: ({ source, target }) => termRank(target.termDuration) >= termRank(source.termDuration),
  fault: () => fault(faults.targetTermIsShorter),
  decidedBy: ({ source, target }) => ({ source: source.termDuration, target: target.termDuration }),
  see,
})

/** The window closes after its last instant: a target bought exactly 168 hours ago still can be cancelled. */
export const targetIsOutOfCancellationWindow = reason('inCancellationWindow', {
  name: 'targetIsOutOfCancellationWindow',
  holds: ({ now, target }) =>
    target.cancellationAllowedUntil === undefined || now > target.cancellationAllowedUntil,
  fault: () => fault(faults.targetNotReady),
  decidedBy: ({ now, target }) => ({ now, until: target.cancellationAllowedUntil }),
  see,
})

/**
 * Days are compared, and equal ones are accepted: the fault says "later than", the lists of the page say "before"
 * and "the same day or after".
 */
export const targetEndsNoEarlier = reason('endsBeforeSource', {
  name: 'targetEndsNoEarlier',
  holds: ({ source, target }) => target.commitmentEndDate >= source.commitmentEndDate,
  fault: () => fault(faults.targetEndsTooEarly),
  decidedBy: ({ source, target }) => ({
    source: source.commitmentEndDate,
    target: target.commitmentEndDate,
  }),
  see,
})

/**
 * What an eligibility answer reports about each existing subscription of the target's SKU. The POST enforces the same
 * four with others between them, see `transition-rules.ts`.
 */
export const targetRules = ruleList<ReasonedRule<TargetFacts, TargetSubscriptionErrorName>>(
  'A transition: a subscription it may go into',
  [targetIsActive, targetTermIsLongEnough, targetIsOutOfCancellationWindow, targetEndsNoEarlier],
)
