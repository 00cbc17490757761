import type { SubscriptionPatch } from '@tenantry/contract/resources/subscription.ts'
import type { SubscriptionRecord } from './subscription.ts'

/** What shall follow a term. */
export type EndOfTerm = 'renew' | 'extend' | 'cancel'

type SentAction = NonNullable<SubscriptionPatch['scheduledActions']>[number]

const meanings = {
  RenewToNewTerm: 'renew',
  Transition: 'renew',
  RenewToExtendedServiceTerm: 'extend',
  Cancel: 'cancel',
} as const satisfies Readonly<Record<SentAction['actionType'], EndOfTerm>>

/** How a stored choice is published. */
export const actionTypes = { extend: 'RenewToExtendedServiceTerm', cancel: 'Cancel' } as const

/** `undefined` where it says nothing; `invalid` for several, or for a day of its own (assumed: only the term's end). */
function sentChoice(actions: readonly SentAction[] = []): EndOfTerm | 'invalid' | undefined {
  const [first, ...others] = actions
  if (first === undefined) return undefined
  return others.length > 0 || first.scheduleType !== 'TermEnd' ? 'invalid' : meanings[first.actionType]
}

export interface EndOfTermChange {
  readonly autoRenewEnabled?: boolean
  readonly endOfTerm?: 'extend' | 'cancel' | 'invalid'
}

/**
 * A body says it by `autoRenewEnabled`, which counts as false when it is missing, or by `scheduledActions`, which count
 * as unchanged then: older clients do not know them. What differs from the present choice is meant; where both do, the
 * action (assumed). An empty list takes a choice back.
 */
export function endOfTermChange(before: SubscriptionRecord, body: SubscriptionPatch): EndOfTermChange {
  const sent = sentChoice(body.scheduledActions)
  if (sent === 'invalid') return { endOfTerm: sent }
  const present = before.autoRenewEnabled ? 'renew' : before.endOfTerm
  if (sent !== undefined && sent !== present) return chosen(before, sent)
  const wanted = sent === undefined ? (body.autoRenewEnabled ?? false) : body.autoRenewEnabled
  if (wanted !== undefined && wanted !== before.autoRenewEnabled) return { autoRenewEnabled: wanted }
  const isTakenBack = body.scheduledActions?.length === 0 && before.endOfTerm === 'cancel'
  return isTakenBack ? { endOfTerm: 'extend' } : {}
}

function chosen({ autoRenewEnabled }: SubscriptionRecord, choice: EndOfTerm): EndOfTermChange {
  if (choice === 'renew') return { autoRenewEnabled: true }
  return { endOfTerm: choice, ...(autoRenewEnabled ? { autoRenewEnabled: false } : {}) }
}

/** Instructions stand in the body, or in the action that renews. */
export const sentInstructions = ({
  scheduledActions = [],
  scheduledNextTermInstructions,
}: SubscriptionPatch): SubscriptionPatch['scheduledNextTermInstructions'] =>
  scheduledActions.find(({ actionType }) => meanings[actionType] === 'renew')?.instructions ??
  scheduledNextTermInstructions
