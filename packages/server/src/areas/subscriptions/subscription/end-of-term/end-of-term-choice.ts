import type { SubscriptionPatch } from '@tenantry/contract/resources/subscription.ts'
import { findDate, type PlainDate } from '../../../../kernel/time.ts'
import type { SubscriptionRecord } from '../subscription.ts'

/** What shall follow a term. */
type EndOfTerm = 'renew' | 'extend' | 'cancel'

type SentAction = NonNullable<SubscriptionPatch['scheduledActions']>[number]

const meanings = {
  RenewToNewTerm: 'renew',
  Transition: 'renew',
  RenewToExtendedServiceTerm: 'extend',
  Cancel: 'cancel',
} as const satisfies Readonly<Record<SentAction['actionType'], EndOfTerm>>

/** How a stored choice is published. */
export const actionTypes = { extend: 'RenewToExtendedServiceTerm', cancel: 'Cancel' } as const

/** A choice as it is sent: an action at the end of the term, or a cancellation on a day after it. */
interface Choice {
  readonly endOfTerm: EndOfTerm
  readonly cancelOn?: PlainDate | undefined
}

/** `undefined` where it says nothing; `invalid` for several (assumed), or for a day that is none. */
function sentChoice(actions: readonly SentAction[] = []): Choice | 'invalid' | undefined {
  const [first, ...others] = actions
  if (first === undefined) return undefined
  if (others.length > 0) return 'invalid'
  if (first.scheduleType === 'TermEnd') return { endOfTerm: meanings[first.actionType] }
  // Until that day it goes on by the month; nothing but its end can be planned for a day of one's own (assumed).
  const cancelOn = findDate(first.effectiveDate ?? '')
  if (first.actionType !== 'Cancel' || cancelOn === undefined) return 'invalid'
  return { endOfTerm: 'extend', cancelOn }
}

export interface EndOfTermChange {
  readonly autoRenewEnabled?: boolean
  readonly endOfTerm?: 'extend' | 'cancel' | 'invalid'
  readonly cancelOn?: PlainDate
}

/**
 * A body says it by `autoRenewEnabled`, which counts as false when it is missing, or by `scheduledActions`, which count
 * as unchanged then: older clients do not know them. What differs from the present choice is meant; where both do, the
 * action (assumed). An empty list takes a choice back.
 */
export function endOfTermChange(before: SubscriptionRecord, body: SubscriptionPatch): EndOfTermChange {
  const sent = sentChoice(body.scheduledActions)
  if (sent === 'invalid') return { endOfTerm: sent }
  if (sent !== undefined && !isPresent(before, sent)) return chosen(before, sent)
  const wanted = sent === undefined ? (body.autoRenewEnabled ?? false) : body.autoRenewEnabled
  if (wanted === false && alwaysRenews(before)) return {}
  if (wanted !== undefined && wanted !== before.autoRenewEnabled) return { autoRenewEnabled: wanted }
  const isTakenBack =
    body.scheduledActions?.length === 0 && (before.endOfTerm === 'cancel' || before.cancelOn !== undefined)
  return isTakenBack ? { endOfTerm: 'extend' } : {}
}

/**
 * A licence of the older program: the service answers that its renewal was switched off, and leaves it on (reported by
 * clients; documented as unsupported).
 */
const alwaysRenews = ({ commerce, productFamily, isTrial, autoRenewEnabled }: SubscriptionRecord): boolean =>
  commerce === 'legacy' && productFamily === 'license' && !isTrial && autoRenewEnabled

const isPresent = (before: SubscriptionRecord, { endOfTerm, cancelOn }: Choice): boolean =>
  endOfTerm === (before.autoRenewEnabled ? 'renew' : before.endOfTerm) && cancelOn === before.cancelOn

function chosen({ autoRenewEnabled }: SubscriptionRecord, { endOfTerm, cancelOn }: Choice): EndOfTermChange {
  if (endOfTerm === 'renew') return { autoRenewEnabled: true }
  return {
    endOfTerm,
    ...(cancelOn === undefined ? {} : { cancelOn }),
    ...(autoRenewEnabled ? { autoRenewEnabled: false } : {}),
  }
}

/** Instructions stand in the body, or in the action that renews. */
export const sentInstructions = ({
  scheduledActions = [],
  scheduledNextTermInstructions,
}: SubscriptionPatch): SubscriptionPatch['scheduledNextTermInstructions'] =>
  scheduledActions.find(({ actionType }) => meanings[actionType] === 'renew')?.instructions ??
  scheduledNextTermInstructions
