import { fault } from '@tenantry/contract/faults/fault.ts'
import { faults } from '@tenantry/contract/faults/index.ts'
import { rule, ruleList, type Rule } from '../../../kernel/rule.ts'
import type { Instant } from '../../../kernel/time.ts'
import { hasEnded, isExpiring, type SubscriptionRecord } from '../subscription/public.ts'

const see = 'partner-center/developer/convert-a-trial-subscription-to-paid'
const errorCodes = 'partner-center/developer/error-codes'

export interface TrialFacts {
  readonly trial: SubscriptionRecord
  readonly now: Instant
}

/** Whether the subscription can be changed at all; the order is that of any other change. */
export const trialRules = ruleList<Rule<TrialFacts>>('Convert a trial: the trial', [
  rule<TrialFacts>({
    name: 'legacyTrialIsNotDeleted',
    holds: ({ trial }) => trial.commerce !== 'legacy' || trial.status !== 'deleted',
    fault: ({ trial }) => fault(faults.deletedSubscriptionIsReadOnly, { subscriptionId: trial.id }),
    see: errorCodes,
  }),
  rule<TrialFacts>({
    name: 'trialIsNotExpiring',
    holds: ({ trial, now }) => !isExpiring(trial, now),
    fault: () => fault(faults.subscriptionIsExpiring),
    decidedBy: ({ trial }) => ({ commitmentEnd: trial.commitmentEnd }),
    see: errorCodes,
  }),
  rule<TrialFacts>({
    name: 'trialHasNotEnded',
    holds: ({ trial }) => !hasEnded(trial),
    fault: () => fault(faults.updatesNoLongerAllowed),
    decidedBy: ({ trial }) => ({ status: trial.status }),
    see: errorCodes,
  }),
  rule<TrialFacts>({
    name: 'trialIsNotSuspended',
    holds: ({ trial }) => trial.status !== 'suspended',
    fault: () => fault(faults.suspendedSubscriptionIsReadOnly),
    see: errorCodes,
  }),
  rule<TrialFacts>({
    name: 'trialIsProvisioned',
    holds: ({ trial }) => trial.fulfilment === 'completed',
    fault: () => fault(faults.subscriptionNotReady),
    see: errorCodes,
  }),
  rule<TrialFacts>({
    name: 'trialHasNoPendingOperation',
    holds: ({ trial }) => trial.pendingOperation === undefined,
    fault: () => fault(faults.operationIsPending),
    see: errorCodes,
  }),
])

export interface ConversionFacts {
  readonly quantity: number
  readonly seats: { readonly min: number; readonly max: number }
  /** The target is sold with the wanted cycle. */
  readonly hasCycle: boolean
  readonly isPriceKnown: boolean
  readonly isCreditSufficient: boolean
}

/** Whether what the trial becomes can be had as wanted. */
export const conversionRules = ruleList<Rule<ConversionFacts>>('Convert a trial', [
  rule<ConversionFacts>({
    name: 'seatsAreWithinTarget',
    holds: ({ quantity, seats }) => quantity >= seats.min && quantity <= seats.max,
    fault: () => fault(faults.quantityOutOfRange),
    decidedBy: ({ quantity, seats }) => ({ quantity, min: seats.min, max: seats.max }),
    see,
  }),
  rule<ConversionFacts>({
    name: 'billingCycleIsOffered',
    holds: ({ hasCycle }) => hasCycle,
    fault: () => fault(faults.billingCycleIsInvalid),
    see,
  }),
  rule<ConversionFacts>({
    name: 'priceIsKnown',
    holds: ({ isPriceKnown }) => isPriceKnown,
    fault: () => fault(faults.temporaryFailure),
    see: errorCodes,
  }),
  rule<ConversionFacts>({
    name: 'creditIsSufficient',
    holds: ({ isCreditSufficient }) => isCreditSufficient,
    fault: () => fault(faults.prepaidCreditInsufficient),
    see: errorCodes,
  }),
])
