import { fault } from '@tenantry/contract/faults/fault.ts'
import { faults } from '@tenantry/contract/faults/index.ts'
import { rule, ruleList, type Rule } from '../../../../kernel/rule.ts'
import type { ProductFamily } from '../../../catalogue/products/public.ts'

export interface CreditLineFacts {
  readonly bears: boolean
  readonly productFamily: ProductFamily
}

const prepaidFamilies: readonly ProductFamily[] = ['reservation', 'savingsPlan', 'software', 'perpetual']

/** Judged last, on what the change costs. Which of the two faults belongs to which product is assumed. */
export const creditLineRules = ruleList<Rule<CreditLineFacts>>('Update a subscription: credit', [
  rule<CreditLineFacts>({
    name: 'creditLineBearsChange',
    holds: ({ bears }) => bears,
    fault: ({ productFamily }) =>
      prepaidFamilies.includes(productFamily)
        ? fault(faults.prepaidCreditInsufficient)
        : fault(faults.creditLineBelowMinimum),
    decidedBy: ({ productFamily }) => ({ productFamily }),
    see: 'partner-center/csp-credit-policy',
  }),
])
