import { fault } from '@tenantry/contract/faults/fault.ts'
import { faults } from '@tenantry/contract/faults/index.ts'
import { money, parseAmount } from '../../../../kernel/money.ts'
import { rule, ruleList, when, type Rule } from '../../../../kernel/rule.ts'
import { availableCents, type CreditLine } from '../../../books/ledger/public.ts'
import type { ProductFamily } from '../../../catalogue/products/public.ts'

export interface CreditFacts extends CreditLine {
  readonly environment: 'production' | 'sandbox'
  readonly holdAfterDays: number
  readonly minimumLineUsd: Readonly<Record<string, string>>
  readonly families: readonly ProductFamily[]
  /** What the first invoice of this order and of those before it in the same checkout will carry. */
  readonly incomingCents: bigint
}

const prepaidFamilies: readonly ProductFamily[] = ['reservation', 'savingsPlan', 'software', 'perpetual']

const cents = (usd: string): bigint => parseAmount(usd, 'USD').minor

const see = 'partner-center/csp-credit-policy'

const accountNeedsNoReview = rule<CreditFacts>({
  name: 'creditAccountNeedsNoReview',
  holds: ({ account }) => account.state !== 'manualReview',
  fault: () => fault(faults.creditReviewRequired),
  decidedBy: ({ account }) => ({ state: account.state }),
  see: 'assumed',
})

const creditIsGranted = rule<CreditFacts>({
  name: 'creditIsGranted',
  holds: ({ account }) => account.state !== 'rejected' && account.state !== 'closed',
  fault: () => fault(faults.creditNotGranted),
  decidedBy: ({ account }) => ({ state: account.state }),
  see: 'assumed',
})

const accountIsNotOnHold = rule<CreditFacts>({
  name: 'creditAccountIsNotOnHold',
  holds: ({ account, holdAfterDays }) => account.state !== 'onHold' && account.overdueDays <= holdAfterDays,
  fault: () => fault(faults.creditOnHold),
  decidedBy: ({ account }) => ({ state: account.state, overdueDays: account.overdueDays }),
  see,
})

/** Prepaid products are sold only on a line of some size, whatever is left of it. */
const lineReachesMinimum = rule<CreditFacts>({
  name: 'creditLineReachesMinimum',
  holds: ({ account, families, minimumLineUsd }) =>
    account.limitUsd === undefined ||
    families.every((family) => cents(account.limitUsd ?? '0') >= cents(minimumLineUsd[family] ?? '0')),
  fault: () => fault(faults.creditLineBelowMinimum),
  decidedBy: ({ account, families }) => ({ limitUsd: account.limitUsd, families: families.join() }),
  see: 'assumed',
})

const creditSuffices = rule<CreditFacts>({
  name: 'creditSuffices',
  holds: (facts) => (availableCents(facts, facts.incomingCents) ?? 0n) >= 0n,
  fault: ({ families }) =>
    families.some((family) => prepaidFamilies.includes(family))
      ? fault(faults.prepaidCreditInsufficient)
      : fault(faults.creditLimitInsufficient),
  decidedBy: (facts) => {
    const available = availableCents(facts, facts.incomingCents)
    return {
      available: available === undefined ? 'without limit' : money(available, 'USD'),
      incoming: money(facts.incomingCents, 'USD'),
    }
  },
  see,
})

/** Sandboxes buy without money. Not asked at renewals. */
export const creditRules = ruleList<Rule<CreditFacts>>(
  'Any purchase: credit',
  [accountNeedsNoReview, creditIsGranted, accountIsNotOnHold, lineReachesMinimum, creditSuffices].map(
    (check) => when(({ environment }: CreditFacts) => environment === 'production', check),
  ),
)
