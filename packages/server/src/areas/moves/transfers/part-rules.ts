import { fault } from '@tenantry/contract/faults/fault.ts'
import { faults } from '@tenantry/contract/faults/index.ts'
import { rule, ruleList, type Rule } from '../../../kernel/rule.ts'
import type { Part } from './transfer.ts'

export interface PartFacts {
  /** The customer has the transfer, between whomever. */
  readonly exists: boolean
  /** Which of the two partners the caller is, if either. */
  readonly part: Part | undefined
}

const see = 'partner-center/developer/transfer-entity-resources'

/** Before a transfer is changed: who only reads is told that there is none. Order is precedence. */
export const partRules = ruleList<Rule<PartFacts>>('Change a transfer: the caller', [
  rule<PartFacts>({
    name: 'transferExists',
    holds: ({ exists }) => exists,
    fault: () => fault(faults.transferNotFound),
    see,
  }),
  rule<PartFacts>({
    name: 'callerHasPartInTransfer',
    holds: ({ part }) => part !== undefined,
    fault: () => fault(faults.transferUpdateNotAllowed),
    decidedBy: ({ part }) => ({ part }),
    see: 'partner-center/developer/error-codes',
  }),
])
