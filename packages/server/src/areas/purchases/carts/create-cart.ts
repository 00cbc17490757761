import type { cartEndpoints } from '@tenantry/contract/endpoints/carts.ts'
import type { Cart } from '@tenantry/contract/resources/cart.ts'
import type { Input } from '../../../work/operation.ts'
import { enforce } from '../../../kernel/rule.ts'
import type { Scope } from '../../../work/scope.ts'
import { getCustomer } from '../../accounts/customers/public.ts'
import { cartAnswer } from './cart-answer.ts'
import { cartLifetime } from './cart-policies.ts'
import { Carts } from './cart-repository.ts'
import { readCartRequest } from './cart-request.ts'
import { openCart } from './cart.ts'
import { checkLines } from './lines/check-lines.ts'
import { marketRules } from './market-rule.ts'
import { loadPurchaseContext } from './lines/purchase-context.ts'

/**
 * A cart with what is wrong written on its lines. Faults: 60003, 20002, 800002, 900126, 900142, 800071, 2030, and
 * 900396 to 900399 for what a trial shall become.
 * @see partner-center/developer/create-a-cart
 */
export async function createCart(
  scope: Scope,
  { params, body }: Input<typeof cartEndpoints.createCart>,
): Promise<Cart> {
  const customer = await getCustomer(scope, params.customerId)
  const requested = readCartRequest(body, undefined, scope.trace)
  const context = await loadPurchaseContext(scope, customer, requested)

  enforce(marketRules, context, scope.trace)
  const lines = checkLines(context, requested, scope.trace)

  const { partnerOnRecordAttestationAccepted: accepted } = body
  const cart = await new Carts(scope).add(
    openCart({
      id: scope.newId(),
      customerId: customer.id,
      now: scope.now,
      modifiedBy: callerOf(scope),
      lifetime: scope.policy(cartLifetime),
      lines,
      ...(accepted === undefined ? {} : { partnerOnRecordAttestationAccepted: accepted }),
    }),
  )
  await scope.announce({ type: 'cart-created', customerId: customer.id, subject: cart.id })
  scope.audit({
    customerId: customer.id,
    customerName: customer.companyProfile.companyName,
    newValue: { id: cart.id },
  })

  return cartAnswer(cart, scope.locale)
}

/** The user's object id, or the app's id. */
export const callerOf = ({ principal }: Pick<Scope, 'principal'>): string =>
  principal.userId ?? principal.appId
