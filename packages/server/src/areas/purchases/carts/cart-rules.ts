import { fault } from '@tenantry/contract/faults/fault.ts'
import { faults } from '@tenantry/contract/faults/index.ts'
import { rule, ruleList, type Rule } from '../../../kernel/rule.ts'
import type { Instant } from '../../../kernel/time.ts'
import { isBeingSubmitted, isExpired, type CartRecord } from './cart.ts'

export interface CartFacts {
  readonly cart: CartRecord
  readonly now: Instant
}

/** An expired cart is not found; what was ordered from it stays readable. */
export const cartHasNotExpired = rule<CartFacts>({
  name: 'cartHasNotExpired',
  holds: ({ cart, now }) => cart.status === 'Ordered' || !isExpired(cart, now),
  fault: () => fault(faults.cartNotFound),
  decidedBy: ({ cart }) => ({ status: cart.status, expiresAt: cart.expiresAt }),
  see: 'partner-center/developer/create-a-cart',
})

export const cartIsNotBeingProcessed = rule<CartFacts>({
  name: 'cartIsNotBeingProcessed',
  holds: ({ cart, now }) => !isBeingSubmitted(cart, now),
  fault: ({ cart }) => fault(faults.cartIsBeingProcessed, { cartId: cart.id }),
  decidedBy: ({ cart }) => ({ submittingUntil: cart.submittingUntil }),
  see: 'partner-center/developer/checkout-a-cart',
})

/** Neither may lines change that are ordered already, while the rest of the cart still waits. */
const cartIsNotSubmitted = rule<CartFacts>({
  name: 'cartIsNotSubmitted',
  holds: ({ cart }) => cart.status === 'Active' && Object.keys(cart.ordered).length === 0,
  fault: ({ cart }) => fault(faults.cartAlreadySubmitted, { cartId: cart.id }),
  decidedBy: ({ cart }) => ({ status: cart.status }),
  see: 'partner-center/developer/checkout-a-cart',
})

export const readCartRules = ruleList<Rule<CartFacts>>('Read a cart', [cartHasNotExpired])

export const updateCartRules = ruleList<Rule<CartFacts>>('Update a cart', [
  cartHasNotExpired,
  cartIsNotBeingProcessed,
  cartIsNotSubmitted,
])
