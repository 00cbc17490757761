import { fault } from '@tenantry/contract/faults/fault.ts'
import { faults } from '@tenantry/contract/faults/index.ts'
import { rule, when, type Rule } from '../../../../kernel/rule.ts'
import type { LineFacts, LineHoldings, PurchaseLimits } from './line-facts.ts'

/** What lines of both programs have in common. */
export interface SandboxFacts extends Pick<LineFacts, 'line' | 'partner'> {
  readonly holdings: Pick<LineHoldings, 'customerSubscriptions'>
  readonly limits: Pick<PurchaseLimits, 'sandboxSubscriptionsPerCustomer' | 'sandboxSeatsPerSubscription'>
}

const see = 'partner-center/developer/test-and-debug'

const inSandbox = (inner: Rule<SandboxFacts>): Rule<SandboxFacts> =>
  when(({ partner }) => partner.environment === 'sandbox', inner)

export const sandboxSubscriptionsRemain = inSandbox(
  rule<SandboxFacts>({
    name: 'sandboxSubscriptionsRemain',
    holds: ({ holdings, limits }) => holdings.customerSubscriptions < limits.sandboxSubscriptionsPerCustomer,
    fault: () => fault(faults.customerSubscriptionLimitExceeded),
    decidedBy: ({ holdings, limits }) => ({
      owned: holdings.customerSubscriptions,
      limit: limits.sandboxSubscriptionsPerCustomer,
    }),
    see,
  }),
)

export const sandboxSeatsAreWithinLimit = inSandbox(
  rule<SandboxFacts>({
    name: 'sandboxSeatsAreWithinLimit',
    holds: ({ line, limits }) => line.quantity <= limits.sandboxSeatsPerSubscription,
    fault: () => fault(faults.subscriptionSeatLimitExceeded),
    decidedBy: ({ line, limits }) => ({ quantity: line.quantity, limit: limits.sandboxSeatsPerSubscription }),
    see,
  }),
)
