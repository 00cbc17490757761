import type { cartEndpoints } from '@tenantry/contract/endpoints/carts.ts'
import type { Cart } from '@tenantry/contract/resources/cart.ts'
import type { Input } from '../../../work/operation.ts'
import { enforce } from '../../../kernel/rule.ts'
import type { Scope } from '../../../work/scope.ts'
import { getCustomer } from '../../accounts/customers/public.ts'
import { cartAnswer } from './cart-answer.ts'
import { Carts } from './cart-repository.ts'
import { readCartRules } from './cart-rules.ts'

/** A cart as it was last checked. Faults: 60003, 20002, 800008. @see partner-center/developer/cart-resources */
export async function getCart(scope: Scope, { params }: Input<typeof cartEndpoints.getCart>): Promise<Cart> {
  const customer = await getCustomer(scope, params.customerId)
  const cart = await new Carts(scope).get(customer.id, params.cartId)
  enforce(readCartRules, { cart, now: scope.now }, scope.trace)

  return cartAnswer(cart, scope.locale)
}
