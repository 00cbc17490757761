import { Fault } from '@tenantry/contract/faults/fault.ts'
import type { orderEndpoints } from '@tenantry/contract/endpoints/orders.ts'
import { describe } from '@tenantry/contract/locales/index.ts'
import type { CartCheckoutResult, Order, OrderError } from '@tenantry/contract/resources/order.ts'
import { fulfilment } from '../../../../collaborators/purchases/fulfilment.ts'
import type { Input } from '../../../../work/operation.ts'
import { enforce } from '../../../../kernel/rule.ts'
import type { Scope } from '../../../../work/scope.ts'
import { Carts, orderGroupsOf, recordOrders, type CartRecord } from '../../carts/public.ts'
import { getCustomer, type CustomerRecord } from '../../../accounts/customers/public.ts'
import { checkOutRules } from './check-out-rules.ts'
import { orderAnswer } from '../order-answer.ts'
import { passGates } from './pass-gates.ts'
import { placeOrder } from './place-order.ts'
import { purchaseOf } from './purchase.ts'
import { PurchasingAccount } from './purchasing-account.ts'
import { listSubmissions } from './submissions.ts'

/**
 * Makes one order of each group of a cart's lines. Groups are independent: those that fail are listed, and a repeated
 * checkout tries only them again. When every group fails the first one's fault is the answer. A cart that is ordered
 * answers its first result for as long as it would have lived.
 * @see partner-center/developer/checkout-a-cart
 */
export async function checkOutCart(
  scope: Scope,
  { params }: Input<typeof orderEndpoints.checkOutCart>,
): Promise<CartCheckoutResult> {
  const customer = await getCustomer(scope, params.customerId)
  const carts = new Carts(scope)
  const cart = await carts.get(customer.id, params.cartId)
  const submitting = await listSubmissions(scope, customer.id)
  enforce(checkOutRules, { cart, now: scope.now, submitting }, scope.trace)
  if (cart.status === 'Ordered') return resultOf(cart, cart.ordered, [])
  await passGates(scope, customer, purchaseOf(cart))

  const { ordered, errors } = await placeOrders(scope, customer, cart)

  const { submission } = scope.collaborator(fulfilment)
  await carts.save(recordOrders(cart, ordered, { now: scope.now, submission }))
  const { companyName: customerName } = customer.companyProfile
  scope.audit({
    customerId: customer.id,
    customerName,
    newValue: { cartId: cart.id, orders: idsOf(ordered) },
  })

  return resultOf(cart, { ...cart.ordered, ...ordered }, errors)
}

type OrdersByGroup = Readonly<Record<string, Order>>

async function placeOrders(
  scope: Scope,
  customer: CustomerRecord,
  cart: CartRecord,
): Promise<{ ordered: OrdersByGroup; errors: OrderError[] }> {
  const account = await PurchasingAccount.open(scope, customer)
  const settled = new Set(Object.keys(cart.ordered))
  const purchase = purchaseOf(cart)
  const ordered: Record<string, Order> = {}
  const refused: { readonly orderGroupId: string; readonly fault: Fault }[] = []
  for (const group of orderGroupsOf(cart.lines).filter((one) => !settled.has(one))) {
    try {
      const placed = await placeOrder(scope, { customer, purchase, account, settled }, group)
      ordered[group] = orderAnswer(placed.order, { fulfilment: placed.fulfilment, withPrice: true })
    } catch (error) {
      // A refused group is part of the result and does not undo the others.
      if (!(error instanceof Fault)) throw error
      refused.push({ orderGroupId: group, fault: error })
    }
    settled.add(group)
  }
  const first = refused[0]
  if (first !== undefined && Object.keys(ordered).length + Object.keys(cart.ordered).length === 0)
    throw first.fault
  return { ordered, errors: refused.map((one) => orderError(scope, one)) }
}

const orderError = (
  scope: Scope,
  { orderGroupId, fault }: { readonly orderGroupId: string; readonly fault: Fault },
): OrderError => ({ orderGroupId, code: fault.spec.code, description: describe(fault, scope.locale) })

const idsOf = (ordered: OrdersByGroup): string[] => Object.values(ordered).map(({ id }) => id)

const resultOf = (
  cart: CartRecord,
  ordered: OrdersByGroup,
  orderErrors: OrderError[],
): CartCheckoutResult => ({
  orders: orderGroupsOf(cart.lines).flatMap((group) => ordered[group] ?? []),
  ...(orderErrors.length === 0 ? {} : { orderErrors }),
  attributes: { objectType: 'CartCheckoutResult' },
})
