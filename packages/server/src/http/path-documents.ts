import { cartTable } from '../areas/carts/public.ts'
import { customerTable } from '../areas/customers/public.ts'
import { orderTable } from '../areas/orders/public.ts'
import { subscriptionTable } from '../areas/subscriptions/public.ts'
import type { Scope } from '../kernel/scope.ts'

/** Looks at once for what a path names: the customer, and the resource that is the customer's. */
export async function foreseePath(
  { trx, tenant }: Scope,
  { customerId, subscriptionId, orderId, cartId }: Readonly<Record<string, string>>,
): Promise<void> {
  if (customerId === undefined) return
  const ofCustomer = (id: string) => ({ customer: customerId, id })
  const wanted = [trx.documents(customerTable, tenant).foreseen({ id: customerId })]
  if (subscriptionId !== undefined)
    wanted.push(trx.documents(subscriptionTable, tenant).foreseen(ofCustomer(subscriptionId)))
  if (orderId !== undefined) wanted.push(trx.documents(orderTable, tenant).foreseen(ofCustomer(orderId)))
  if (cartId !== undefined) wanted.push(trx.documents(cartTable, tenant).foreseen(ofCustomer(cartId)))
  await trx.foresee(wanted)
}
