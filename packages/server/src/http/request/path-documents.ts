import { cartTable } from '../../areas/purchases/carts/public.ts'
import { customerTable, directoryTenantTable } from '../../areas/accounts/customers/public.ts'
import { orderTable } from '../../areas/purchases/orders/public.ts'
import { subscriptionTable } from '../../areas/subscriptions/subscription/public.ts'
import type { Scope } from '../../work/scope.ts'
import { answerTable } from '../../store/world-tables.ts'
import type { RequestIdentity } from './idempotency.ts'
import type { Foreseen } from '../../store/foresee.ts'

/**
 * Looks at once for what a path names, the customer and the resource that is the customer's, and for what else the
 * request will ask for.
 */
export async function foreseePath(
  { trx, tenant }: Scope,
  { customerId, subscriptionId, orderId, cartId }: Readonly<Record<string, string>>,
  further: readonly Foreseen[],
): Promise<void> {
  if (customerId === undefined || !trx.isFar) return
  const ofCustomer = (id: string) => ({ customer: customerId, id })
  const wanted = [trx.documents(customerTable, tenant).foreseen({ id: customerId })]
  if (subscriptionId !== undefined)
    wanted.push(trx.documents(subscriptionTable, tenant).foreseen(ofCustomer(subscriptionId)))
  if (orderId !== undefined) wanted.push(trx.documents(orderTable, tenant).foreseen(ofCustomer(orderId)))
  if (cartId !== undefined) wanted.push(trx.documents(cartTable, tenant).foreseen(ofCustomer(cartId)))
  await trx.foresee([...wanted, ...further])
}

/** What a write asks for beside its path: what was answered to it before, and the customer's account. */
export function foreseenOfWrite(
  { trx, tenant }: Scope,
  { customerId }: Readonly<Record<string, string>>,
  identity: RequestIdentity | undefined,
): Foreseen[] {
  const wanted: Foreseen[] = []
  if (!trx.isFar) return wanted
  if (identity !== undefined)
    wanted.push(trx.documents(answerTable, tenant).foreseen({ request_id: identity.requestId }))
  if (customerId !== undefined) wanted.push(trx.documents(directoryTenantTable).foreseen({ id: customerId }))
  return wanted
}
