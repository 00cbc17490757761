import { fault } from '@tenantry/contract/faults/fault.ts'
import { faults } from '@tenantry/contract/faults/index.ts'
import { rule, ruleList, type Rule } from '../../../../kernel/rule.ts'
import { publishedId, type SubscriptionRecord } from '../../../subscriptions/subscription/public.ts'
import { isAtRest } from '../carrying-out/at-rest.ts'

/** One subscription of the older program that is to be transferred. */
export interface LegacyLineFacts {
  /** The id as it was asked for. */
  readonly subscriptionId: string
  /** Undefined where the customer has no such subscription with the sending partner. */
  readonly subscription: SubscriptionRecord | undefined
  /** Only of an add-on: its base goes along. */
  readonly goesWithBase: boolean
  /** Another transfer of it that nobody has answered yet. */
  readonly openTransferId: string | undefined
}

export interface LegacyLinesFacts {
  readonly lines: readonly LegacyLineFacts[]
}

const eligibilityPage = 'partner-center/developer/get-customer-s-subscriptions-transfer-eligibility'

/** All of the lines pass one rule before any of them is held against the next. */
const eachLine = (
  name: string,
  passes: (line: LegacyLineFacts) => boolean,
  why: (line: LegacyLineFacts) => string,
  see: string,
): Rule<LegacyLinesFacts> => {
  const failing = ({ lines }: LegacyLinesFacts) => lines.filter((line) => !passes(line))
  return rule<LegacyLinesFacts>({
    name,
    holds: (facts) => failing(facts).length === 0,
    fault: (facts) => fault(faults.transferSubscriptionIsInvalid).with(...failing(facts).map(why)),
    decidedBy: (facts) => ({
      failing: failing(facts)
        .map(({ subscriptionId }) => subscriptionId)
        .join(),
    }),
    see,
  })
}

/** As the published reason says it. */
export const stateReason = (subscription: SubscriptionRecord): string =>
  `Subscription: ${publishedId(subscription)} is in state: ${capital(subscription.status)}`

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

const subscriptionsExist = eachLine(
  'transferredSubscriptionsExist',
  ({ subscription }) => subscription !== undefined,
  ({ subscriptionId }) => `Subscription: ${subscriptionId} does not exist`,
  eligibilityPage,
)

const subscriptionsAreActive = eachLine(
  'transferredSubscriptionsAreActive',
  ({ subscription }) => subscription?.status === 'active',
  ({ subscription, subscriptionId }) =>
    subscription === undefined ? subscriptionId : stateReason(subscription),
  eligibilityPage,
)

const addOnsGoWithBase = eachLine(
  'transferredAddOnsGoWithBase',
  ({ subscription, goesWithBase }) => subscription?.parentSubscriptionId === undefined || goesWithBase,
  ({ subscriptionId }) => `Subscription: ${subscriptionId} is an add-on whose base is not transferred`,
  'partner-center/developer/create-a-transfer',
)

/** A partner's own Azure and that of the sandbox are bound to the partner (assumed). */
const boundOffers = ['MS-AZR-0159P', 'MS-AZR-0146P']

const isTransferable = (subscription: SubscriptionRecord): boolean =>
  subscription.commerce === 'legacy' &&
  !subscription.isTrial &&
  !boundOffers.includes(subscription.legacyOfferId ?? '') &&
  isAtRest(subscription)

/**
 * New commerce has transfers of its own; a trial ends where it began; what something else is done with stays where it
 * is until that is over. All of it assumed.
 */
const typesAreTransferable = eachLine(
  'transferredTypesAreTransferable',
  ({ subscription }) => subscription !== undefined && isTransferable(subscription),
  ({ subscriptionId }) => `Subscription: ${subscriptionId} cannot be transferred`,
  'assumed',
)

/** An offer to another partner stands until it is answered or withdrawn. */
const noOtherTransferIsOpen = rule<LegacyLinesFacts>({
  name: 'noOtherTransferIsOpen',
  holds: ({ lines }) => lines.every(({ openTransferId }) => openTransferId === undefined),
  fault: ({ lines }) => {
    const transferId = lines.map((line) => line.openTransferId).find((id) => id !== undefined) ?? ''
    return fault(faults.transferIsInProgress, { transferId })
  },
  decidedBy: ({ lines }) => ({ open: lines.flatMap(({ openTransferId }) => openTransferId ?? []).join() }),
  see: eligibilityPage,
})

/** What a subscription of the older program must be to go to another partner. Order is precedence. */
export const legacyLineRules = ruleList<Rule<LegacyLinesFacts>>(
  'Create a transfer of the older program: the subscriptions',
  [subscriptionsExist, subscriptionsAreActive, addOnsGoWithBase, typesAreTransferable, noOtherTransferIsOpen],
)
