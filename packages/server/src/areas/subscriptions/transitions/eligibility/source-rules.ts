import { fault } from '@tenantry/contract/faults/fault.ts'
import { faults } from '@tenantry/contract/faults/index.ts'
import type { TransitionErrorName } from '@tenantry/contract/reasons/transition-errors.ts'
import type { MovingSubscription } from './moving-subscription.ts'
import { reasoned, type ReasonedRule } from './reasoned-rule.ts'
import { ruleList } from '../../../../kernel/rule.ts'

export interface SourceFacts {
  readonly source: MovingSubscription
  /** Most updates in a subscription's life. */
  readonly updatesMax: number
}

const reason = (name: TransitionErrorName, rule: Omit<ReasonedRule<SourceFacts>, 'reason'>) =>
  reasoned<SourceFacts, TransitionErrorName>({ reason: name, ...rule })

const pageOfTransitions = 'partner-center/developer/transition-a-new-commerce-subscription'
const pageOfErrors = 'partner-center/developer/error-codes'

const sourceIsNotMigratedByMicrosoft = reason('subscriptionStatusNotActive', {
  name: 'sourceIsNotMigratedByMicrosoft',
  holds: ({ source }) => source.migratedByMicrosoftTo === undefined,
  fault: ({ source }) =>
    fault(faults.subscriptionMigratedByMicrosoft, {
      newCommerceSubscriptionId: source.migratedByMicrosoftTo ?? '',
    }),
  see: pageOfErrors,
})

/** It has no path either; the reason is not seen, as an answer without paths has no items. */
const sourceIsNoSavingsPlan = reason('noTransitionPaths', {
  name: 'sourceIsNoSavingsPlan',
  holds: ({ source }) => !source.isSavingsPlan,
  fault: () => fault(faults.savingsPlanOperationNotSupported),
  see: pageOfErrors,
})

const sourceIsNotExpiring = reason('subscriptionStatusNotActive', {
  name: 'sourceIsNotExpiring',
  holds: ({ source }) => !source.isExpiring,
  fault: () => fault(faults.subscriptionIsExpiring),
  see: pageOfErrors,
})

/** A deleted subscription of the older program has a fault of its own. */
const sourceHasNotEnded = reason('subscriptionStatusNotActive', {
  name: 'sourceHasNotEnded',
  holds: ({ source }) => !endedStatuses.includes(source.status),
  fault: ({ source }) =>
    source.commerce === 'legacy'
      ? fault(faults.deletedSubscriptionIsReadOnly, { subscriptionId: source.id })
      : fault(faults.updatesNoLongerAllowed),
  decidedBy: ({ source }) => ({ status: source.status }),
  see: pageOfErrors,
})

const endedStatuses: readonly string[] = ['expired', 'disabled', 'deleted']

const sourceIsNotSuspended = reason('subscriptionStatusNotActive', {
  name: 'sourceIsNotSuspended',
  holds: ({ source }) => source.status !== 'suspended',
  fault: () => fault(faults.suspendedSubscriptionIsReadOnly),
  decidedBy: ({ source }) => ({ status: source.status }),
  see: pageOfTransitions,
})

/** A subscription that waits for its first activation is refused here too. */
const sourceIsProvisioned = reason('subscriptionNotProvisioned', {
  name: 'sourceIsProvisioned',
  holds: ({ source }) => source.isProvisioned && source.status !== 'pending',
  fault: () => fault(faults.subscriptionNotReady),
  decidedBy: ({ source }) => ({ status: source.status, provisioned: source.isProvisioned }),
  see: pageOfTransitions,
})

const sourceHasNoPendingOperation = reason('concurrencyConflicts', {
  name: 'sourceHasNoPendingOperation',
  holds: ({ source }) => !source.hasPendingOperation,
  fault: () => fault(faults.operationIsPending),
  see: pageOfErrors,
})

/** The reason is assumed: something else has a hand on the subscription for now. */
const sourceIsNotHeld = reason('concurrencyConflicts', {
  name: 'sourceIsNotHeld',
  holds: ({ source }) => !source.isHeld,
  fault: () => fault(faults.updatesCurrentlyNotAllowed),
  see: pageOfErrors,
})

/** The reason is assumed: the code space has no row for it. @see partner-center/developer/create-a-new-subscription */
const sourceMayStillBeUpdated = reason('other', {
  name: 'sourceMayStillBeUpdated',
  holds: ({ source, updatesMax }) => source.updateCount < updatesMax,
  fault: () => fault(faults.tooManyUpdates),
  decidedBy: ({ source, updatesMax }) => ({ updates: source.updateCount, updatesMax }),
  see: pageOfErrors,
})

/** What must be true of the subscription that seats are taken from, whatever the target. */
export const sourceRules = ruleList<ReasonedRule<SourceFacts, TransitionErrorName>>(
  'A transition: the source',
  [
    sourceIsNotMigratedByMicrosoft,
    sourceIsNoSavingsPlan,
    sourceIsNotExpiring,
    sourceHasNotEnded,
    sourceIsNotSuspended,
    sourceIsProvisioned,
    sourceHasNoPendingOperation,
    sourceIsNotHeld,
    sourceMayStillBeUpdated,
  ],
)
