import { fault } from '@tenantry/contract/faults/fault.ts'
import { faults } from '@tenantry/contract/faults/index.ts'
import { rule, ruleList, type Rule } from '../../../kernel/rule.ts'
import {
  findEntitlement,
  hasEnded,
  isAzurePlan,
  isLegacyAzure,
  type SubscriptionRecord,
} from '../subscription/public.ts'
import type { OverageRecord } from './overage.ts'

export interface OverageFacts {
  /** The tenant id of the caller's partner. */
  readonly partner: string
  /** The customer's subscriptions with this partner. */
  readonly subscriptions: readonly SubscriptionRecord[]
  /** What is assigned already, by whomever. */
  readonly current: OverageRecord | undefined
  readonly azureEntitlementId: string
  readonly overageEnabled: boolean
}

const page = 'partner-center/new-commerce-telco-payg'

/** The plan of the partner's that the Azure subscription is under. */
export const planOf = ({
  subscriptions,
  azureEntitlementId,
}: Pick<OverageFacts, 'subscriptions' | 'azureEntitlementId'>): SubscriptionRecord | undefined =>
  subscriptions.find((one) => isAzurePlan(one) && findEntitlement(one, azureEntitlementId) !== undefined)

/** What an upgrade has suspended is under the Azure plan now. */
const customerHasNoLegacyAzure = rule<OverageFacts>({
  name: 'customerHasNoLegacyAzure',
  holds: ({ subscriptions }) =>
    !subscriptions.some((one) => isLegacyAzure(one) && !hasEnded(one) && one.migratedTo === undefined),
  fault: () => fault(faults.overageBlockedByLegacyAzure),
  see: page,
})

const partnerSellsOverage = rule<OverageFacts>({
  name: 'partnerSellsOverage',
  holds: ({ subscriptions }) =>
    subscriptions.some(({ consumptionType, status }) => consumptionType === 'overage' && status === 'active'),
  fault: () => fault(faults.overageNotEligible),
  see: page,
})

const overageIsNotOfAnotherTenant = rule<OverageFacts>({
  name: 'overageIsNotOfAnotherTenant',
  holds: ({ current, partner }) => current === undefined || current.partner === partner,
  fault: () => fault(faults.overageOwnedByAnotherTenant),
  decidedBy: ({ current }) => ({ owner: current?.partner }),
  see: page,
})

/** To end it, the Azure subscription may be inactive by now. */
const entitlementCanTakeOverage = rule<OverageFacts>({
  name: 'entitlementCanTakeOverage',
  holds: (facts) => {
    const plan = planOf(facts)
    if (plan === undefined) return false
    return !facts.overageEnabled || findEntitlement(plan, facts.azureEntitlementId)?.status === 'active'
  },
  fault: () => fault(faults.entitlementNotFound),
  decidedBy: ({ azureEntitlementId }) => ({ azureEntitlementId }),
  see: 'partner-center/developer/update-subscription-overage',
})

export const overageRules = ruleList<Rule<OverageFacts>>('Manage overage', [
  customerHasNoLegacyAzure,
  partnerSellsOverage,
  overageIsNotOfAnotherTenant,
  entitlementCanTakeOverage,
])
