import { fault } from '@tenantry/contract/faults/fault.ts'
import { faults } from '@tenantry/contract/faults/index.ts'
import type { ReviewedAccount, ValidationStatusName } from '../../../collaborators/purchases/review.ts'
import { rule, ruleList, type Rule } from '../../../kernel/rule.ts'
import type { CustomerRecord, DirectoryTenant } from './customer.ts'

/** What the vetting and the directory say about a customer's account at this moment. */
export interface CustomerAccount {
  readonly transactionState: 'ok' | 'locked' | 'closed' | 'notAuthorized'
  /** Absent when the account was never reviewed. */
  readonly validationStatus?: ValidationStatusName
}

export interface CustomerAccountFacts {
  readonly account: CustomerAccount
}

/** A deleted tenant closes the account, whatever the fraud desk says. */
export function customerAccount(
  customer: CustomerRecord,
  tenant: DirectoryTenant,
  reviewed: ReviewedAccount | undefined,
  watchedCountries: readonly string[],
): CustomerAccount {
  const transactionState = tenant.state === 'deleted' ? 'closed' : (reviewed?.transactionState ?? 'ok')
  const watched = watchedCountries.includes(customer.market) ? 'UnderReview' : undefined
  const validationStatus = reviewed?.validationStatus ?? watched
  return validationStatus === undefined ? { transactionState } : { transactionState, validationStatus }
}

const accountExists = rule<CustomerAccountFacts>({
  name: 'customerAccountExists',
  holds: ({ account }) => account.transactionState !== 'closed',
  fault: () => fault(faults.customerNoLongerExists),
  decidedBy: ({ account }) => ({ transactionState: account.transactionState }),
  see: 'assumed',
})

const accountIsAuthorized = rule<CustomerAccountFacts>({
  name: 'customerAccountIsAuthorized',
  holds: ({ account }) => account.transactionState !== 'notAuthorized',
  fault: () => fault(faults.customerNotAuthorized),
  decidedBy: ({ account }) => ({ transactionState: account.transactionState }),
  see: 'assumed',
})

const accountIsNotLocked = rule<CustomerAccountFacts>({
  name: 'customerAccountIsNotLocked',
  holds: ({ account }) => account.transactionState !== 'locked',
  fault: () => fault(faults.customerIsLocked),
  decidedBy: ({ account }) => ({ transactionState: account.transactionState }),
  see: 'assumed',
})

/** Where 800073, 800074 and 800075 send the reader. */
const helpLink = 'https://learn.microsoft.com/partner-center/developer/retrieve-validation-status'

/** A customer that is not reviewed at all, or not ready for it, may buy: only three statuses are said to block. */
const isNot = (status: ValidationStatusName, name: string, broken: Rule<CustomerAccountFacts>['fault']) =>
  rule<CustomerAccountFacts>({
    name,
    holds: ({ account }) => account.validationStatus !== status,
    fault: broken,
    decidedBy: ({ account }) => ({ validationStatus: account.validationStatus }),
    see: 'partner-center/developer/retrieve-validation-status',
  })

/**
 * Whether a customer may transact: for carts, orders and changes of subscriptions, after the path's own checks.
 * The split of 800073 and 800074 is assumed; both say the same.
 */
export const accountRules = ruleList<Rule<CustomerAccountFacts>>('Any purchase: the customer account', [
  accountExists,
  accountIsAuthorized,
  accountIsNotLocked,
  isNot('UnderReview', 'customerIsNotUnderReview', () => fault(faults.customerUnderReview, { helpLink })),
  isNot('Unknown', 'customerReviewIsDecided', () => fault(faults.customerReviewUndecided, { helpLink })),
  isNot('NotAllowed', 'customerIsApproved', () => fault(faults.customerNotApproved, { helpLink })),
])
