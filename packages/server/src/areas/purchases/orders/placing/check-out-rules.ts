import { fault } from '@tenantry/contract/faults/fault.ts'
import { faults } from '@tenantry/contract/faults/index.ts'
import { rule, ruleList, when, type Rule } from '../../../../kernel/rule.ts'
import { cartHasNotExpired, cartIsNotBeingProcessed, isExpired, type CartFacts } from '../../carts/public.ts'
import type { Submission } from './submissions.ts'

export interface CheckOutFacts extends CartFacts {
  /** The customer's carts and orders that are being written at this moment. */
  readonly submitting: readonly Submission[]
}

/** For as long as a cart lives its checkout can be repeated and answers what it answered first. */
const submittedCartCanBeReplayed = rule<CheckOutFacts>({
  name: 'submittedCartCanBeReplayed',
  holds: ({ cart, now }) => cart.status !== 'Ordered' || !isExpired(cart, now),
  fault: ({ cart }) => fault(faults.cartAlreadySubmitted, { cartId: cart.id }),
  decidedBy: ({ cart }) => ({ status: cart.status, expiresAt: cart.expiresAt }),
  see: 'partner-center/developer/checkout-a-cart',
})

const ifNotSubmitted = (inner: Rule<CheckOutFacts>): Rule<CheckOutFacts> =>
  when(({ cart }) => cart.status === 'Active', inner)

/** The same lines in another cart are taken for a second attempt of a client that gave up waiting. */
const sameLinesAreNotInProgress = ifNotSubmitted(
  rule<CheckOutFacts>({
    name: 'sameLinesAreNotInProgress',
    holds: ({ cart, submitting }) =>
      !submitting.some((other) => other.id !== cart.id && other.digest === cart.digest),
    fault: () => fault(faults.orderIsInProgress),
    decidedBy: ({ submitting }) => ({ submitting: submitting.length }),
    see: 'assumed',
  }),
)

const linesHaveNoErrors = ifNotSubmitted(
  rule<CheckOutFacts>({
    name: 'linesHaveNoErrors',
    holds: ({ cart }) => cart.lines.every((line) => line.error === undefined),
    fault: () => fault(faults.cartHasItemErrors),
    decidedBy: ({ cart }) => ({ errors: cart.lines.map(({ error }) => error?.errorCode ?? 0).join() }),
    see: 'partner-center/developer/checkout-a-cart',
  }),
)

/** State of the cart: before the partner, the customer and the lines are looked at. */
export const checkOutRules = ruleList<Rule<CheckOutFacts>>('Check out a cart', [
  cartHasNotExpired,
  cartIsNotBeingProcessed,
  submittedCartCanBeReplayed,
  sameLinesAreNotInProgress,
  linesHaveNoErrors,
])
