import { fault } from '@tenantry/contract/faults/fault.ts'
import { faults } from '@tenantry/contract/faults/index.ts'
import { rule, ruleList, when, type Rule } from '../../../../kernel/rule.ts'
import type { SubscriptionRecord } from '../../../subscriptions/subscription/public.ts'

/** What the customer has of Azure with the partner that is to receive more. */
export interface AzurePlanFacts {
  readonly asksForAzure: boolean
  readonly hasActiveLegacyAzure: boolean
  /** Azure plans, ended ones included, the best one first. */
  readonly plans: readonly SubscriptionRecord[]
  /** The Azure plan is on sale to the partner in the customer's market. */
  readonly isOnSale: boolean
  readonly isIndirectProvider: boolean
  /** As it was asked for. */
  readonly partnerOnRecord: string | undefined
}

const page = 'partner-center/billing/transfer-azure-subscriptions-under-azure-plan'

const decidedBy = ({ plans }: AzurePlanFacts) => ({ plans: plans.length, status: plans[0]?.status })

/** Azure subscriptions go under an Azure plan of the receiving partner, which has to be there. Order is precedence. */
export const azurePlanRules = ruleList<Rule<AzurePlanFacts>>(
  'Create a transfer of new commerce: the Azure plan',
  [
    rule<AzurePlanFacts>({
      name: 'targetHasNoLegacyAzure',
      holds: ({ hasActiveLegacyAzure }) => !hasActiveLegacyAzure,
      fault: () => fault(faults.transferBlockedByLegacyAzure),
      see: page,
    }),
    rule<AzurePlanFacts>({
      name: 'azurePlanWasBought',
      holds: ({ plans }) => plans.length > 0,
      fault: () => fault(faults.transferAzurePlanNotPurchased),
      decidedBy,
      see: page,
    }),
    rule<AzurePlanFacts>({
      name: 'azurePlanIsActive',
      holds: ({ plans }) => plans[0]?.status === 'active',
      fault: () => fault(faults.transferAzurePlanNotActive),
      decidedBy,
      see: page,
    }),
    rule<AzurePlanFacts>({
      name: 'azurePlanIsOnSale',
      holds: ({ isOnSale }) => isOnSale,
      fault: () => fault(faults.transferAzurePlanNotPurchasable),
      see: 'partner-center/developer/error-codes',
    }),
    rule<AzurePlanFacts>({
      name: 'azurePlanHasPartnerOnRecord',
      holds: ({ isIndirectProvider, partnerOnRecord, plans }) =>
        !isIndirectProvider ||
        plans.some((plan) => plan.status === 'active' && plan.partnerId === partnerOnRecord),
      fault: () => fault(faults.transferPartnerOnRecordDiffers),
      decidedBy: ({ partnerOnRecord, plans }) => ({ asked: partnerOnRecord, plan: plans[0]?.partnerId }),
      see: 'partner-center/developer/error-codes',
    }),
  ].map((check) => when(({ asksForAzure }: AzurePlanFacts) => asksForAzure, check)),
)
