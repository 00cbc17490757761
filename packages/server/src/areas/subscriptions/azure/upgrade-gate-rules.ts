import { fault } from '@tenantry/contract/faults/fault.ts'
import { faults } from '@tenantry/contract/faults/index.ts'
import { rule, ruleList, type Rule } from '../../../kernel/rule.ts'
import type { ProductUpgradeRecord } from './product-upgrade.ts'

export interface UpgradeGateFacts {
  /** The customer's last upgrade. */
  readonly upgrade: ProductUpgradeRecord | undefined
}

const see = 'partner-center/developer/error-codes'
const decidedBy = ({ upgrade }: UpgradeGateFacts) => ({ upgrade: upgrade?.status })
const named = ({ upgrade }: UpgradeGateFacts) => ({ upgradeId: upgrade?.id ?? '' })

/** No Azure plan is bought beside an upgrade that buys one itself, nor after one that failed and was not repeated. */
export const upgradeGateRules = ruleList<Rule<UpgradeGateFacts>>('Purchase of an Azure plan: the upgrade', [
  rule<UpgradeGateFacts>({
    name: 'noUpgradeIsPending',
    holds: ({ upgrade }) => upgrade?.status !== 'Pending',
    fault: (facts) => fault(faults.purchaseBlockedByPendingUpgrade, named(facts)),
    decidedBy,
    see,
  }),
  rule<UpgradeGateFacts>({
    name: 'noUpgradeIsInProgress',
    holds: ({ upgrade }) => upgrade?.status !== 'InProgress',
    fault: (facts) => fault(faults.purchaseBlockedByRunningUpgrade, named(facts)),
    decidedBy,
    see,
  }),
  rule<UpgradeGateFacts>({
    name: 'noUpgradeHasFailed',
    holds: ({ upgrade }) => upgrade?.status !== 'Failed',
    fault: (facts) => fault(faults.purchaseBlockedByFailedUpgrade, named(facts)),
    decidedBy,
    see,
  }),
])
