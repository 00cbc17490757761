import { fault } from '@tenantry/contract/faults/fault.ts'
import { faults } from '@tenantry/contract/faults/index.ts'
import { rule, ruleList, type Rule } from '../../../kernel/rule.ts'

/** Nobody takes the request: nothing has begun, and it can be sent again. */
export const intakeRules = ruleList<Rule<{ readonly answers: boolean }>>('Any transfer: the intake', [
  rule({
    name: 'billingOwnershipAnswers',
    holds: ({ answers }: { readonly answers: boolean }) => answers,
    fault: () => fault(faults.transferInitiationFailed),
    decidedBy: ({ answers }) => ({ answers }),
    see: 'assumed',
  }),
])
