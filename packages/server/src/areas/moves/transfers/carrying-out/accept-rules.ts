import { fault } from '@tenantry/contract/faults/fault.ts'
import { faults } from '@tenantry/contract/faults/index.ts'
import { rule, ruleList, type Rule } from '../../../../kernel/rule.ts'
import type { Instant } from '../../../../kernel/time.ts'
import { isInSync, type SubscriptionRecord } from '../../../subscriptions/subscription/public.ts'
import { isAtRest } from './at-rest.ts'

export interface AzureFacts {
  readonly hasAzure: boolean
  /** The customer's agreement with Microsoft, as the receiving partner confirmed it. */
  readonly hasAcceptedAgreement: boolean
}

/** Azure is bought under the customer agreement only; that this is the condition which is meant is assumed. */
export const azureRules = ruleList<Rule<AzureFacts>>('Accept a transfer: the Azure agreement', [
  rule<AzureFacts>({
    name: 'azureIsAcceptable',
    holds: ({ hasAzure, hasAcceptedAgreement }) => !hasAzure || hasAcceptedAgreement,
    fault: () => fault(faults.transferNotAcceptableWithAzure),
    decidedBy: ({ hasAzure, hasAcceptedAgreement }) => ({ hasAzure, hasAcceptedAgreement }),
    see: 'assumed',
  }),
])

/** One base with its add-ons, when it is to move. */
export interface BundleFacts {
  /** Undefined where the base is gone. */
  readonly members: readonly (SubscriptionRecord | undefined)[]
  /** The order system of the receiving partner takes orders. */
  readonly ordersAreTaken: boolean
  readonly answers: boolean
  readonly now: Instant
}

const isMovable = (member: SubscriptionRecord | undefined, now: Instant): boolean =>
  member?.status === 'active' && isAtRest(member) && isInSync(member, now)

/**
 * What can have changed since the offer, and what has to work for it. One group that fails does not stop the others.
 */
export const bundleRules = ruleList<Rule<BundleFacts>>('Accept a transfer: a subscription with its add-ons', [
  rule<BundleFacts>({
    name: 'transferredBundleIsInSync',
    holds: ({ members, now }) => members.every((member) => isMovable(member, now)),
    fault: () => fault(faults.transferOrderFailed),
    decidedBy: ({ members, now }) => ({ movable: members.filter((one) => isMovable(one, now)).length }),
    see: 'partner-center/developer/accept-a-transfer',
  }),
  rule<BundleFacts>({
    name: 'receivingOrderIsTaken',
    holds: ({ ordersAreTaken, answers }) => ordersAreTaken && answers,
    fault: () => fault(faults.transferOrderFailed),
    decidedBy: ({ ordersAreTaken, answers }) => ({ ordersAreTaken, answers }),
    see: 'assumed',
  }),
])
