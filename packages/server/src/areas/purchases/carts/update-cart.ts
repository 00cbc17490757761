import type { cartEndpoints } from '@tenantry/contract/endpoints/carts.ts'
import type { Cart } from '@tenantry/contract/resources/cart.ts'
import type { Input } from '../../../work/operation.ts'
import { enforce } from '../../../kernel/rule.ts'
import type { Scope } from '../../../work/scope.ts'
import { getCustomer } from '../../accounts/customers/public.ts'
import { cartAnswer } from './cart-answer.ts'
import { Carts } from './cart-repository.ts'
import { readCartRequest } from './cart-request.ts'
import { updateCartRules } from './cart-rules.ts'
import { replaceLines } from './cart.ts'
import { checkLines } from './lines/check-lines.ts'
import { callerOf } from './create-cart.ts'
import { marketRules } from './market-rule.ts'
import { loadPurchaseContext } from './lines/purchase-context.ts'

/**
 * Takes the lines sent in place of all that were there and checks them anew; the cart does not live longer for it.
 * Faults: 60003, 20002, 800002, 900126, 900142, 800071, 800008, 800064, 800065, 2030.
 * @see partner-center/developer/update-a-cart
 */
export async function updateCart(
  scope: Scope,
  { params, body }: Input<typeof cartEndpoints.updateCart>,
): Promise<Cart> {
  const customer = await getCustomer(scope, params.customerId)
  const requested = readCartRequest(body, params.cartId, scope.trace)
  const carts = new Carts(scope)
  const cart = await carts.get(customer.id, params.cartId)
  enforce(updateCartRules, { cart, now: scope.now }, scope.trace)
  const context = await loadPurchaseContext(scope, customer, requested)
  enforce(marketRules, context, scope.trace)

  const lines = checkLines(context, requested, scope.trace)
  const { partnerOnRecordAttestationAccepted: accepted } = body
  const changed = await carts.save(
    replaceLines(cart, {
      now: scope.now,
      modifiedBy: callerOf(scope),
      lines,
      ...(accepted === undefined ? {} : { partnerOnRecordAttestationAccepted: accepted }),
    }),
  )
  scope.audit({
    customerId: customer.id,
    customerName: customer.companyProfile.companyName,
    newValue: { id: cart.id },
  })

  return cartAnswer(changed, scope.locale)
}
