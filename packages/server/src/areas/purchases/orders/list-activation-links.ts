import type { AnswerOf } from '@tenantry/contract/endpoint.ts'
import type { orderEndpoints } from '@tenantry/contract/endpoints/orders.ts'
import { fault } from '@tenantry/contract/faults/fault.ts'
import { faults } from '@tenantry/contract/faults/index.ts'
import { collection, link } from '@tenantry/contract/resources/common.ts'
import type { OrderLineItemActivationLink } from '@tenantry/contract/resources/order.ts'
import type { Input } from '../../../work/operation.ts'
import type { Scope } from '../../../work/scope.ts'
import { getCustomer } from '../../accounts/customers/public.ts'
import { activationLink, Subscriptions } from '../../subscriptions/subscription/public.ts'
import type { OrderRecord } from './order.ts'
import { getVisibleOrder } from './read-orders.ts'

type Links = AnswerOf<typeof orderEndpoints.listOrderActivationLinks>

/** Faults: 60003, 20002, 20000. */
export async function listOrderActivationLinks(
  scope: Scope,
  { params }: Input<typeof orderEndpoints.listOrderActivationLinks>,
): Promise<Links> {
  const { id: customerId } = await getCustomer(scope, params.customerId)
  const order = await getVisibleOrder(scope, customerId, params.orderId)

  const items = await linksOf(scope, order)

  return {
    ...collection(items),
    links: { self: link(`/customers/${customerId}/orders/${order.id}/activationlinks`) },
  }
}

/**
 * Faults: 60003, 20002, 20000, 1000 for a line that the order does not have.
 * @see partner-center/developer/get-activation-link-by-order-line-item
 */
export async function listOrderLineItemActivationLinks(
  scope: Scope,
  { params }: Input<typeof orderEndpoints.listOrderLineItemActivationLinks>,
): Promise<Links> {
  const { id: customerId } = await getCustomer(scope, params.customerId)
  const order = await getVisibleOrder(scope, customerId, params.orderId)
  const line = order.lines.find(({ lineItemNumber }) => String(lineItemNumber) === params.lineItemNumber)
  if (line === undefined) throw fault(faults.resourceNotFound)

  const items = (await linksOf(scope, order)).filter(
    ({ lineItemNumber }) => lineItemNumber === line.lineItemNumber,
  )

  const path = `/customers/${customerId}/orders/${order.id}/lineitems/${line.lineItemNumber}/activationlinks`
  return { ...collection(items), links: { self: link(path) } }
}

async function linksOf(
  scope: Scope,
  { customerId, id: orderId }: OrderRecord,
): Promise<OrderLineItemActivationLink[]> {
  const subscriptions = await new Subscriptions(scope).list(customerId, { orderId })
  return subscriptions
    .flatMap((one) => activationLink(one, scope.principal.partner.environment) ?? [])
    .toSorted((a, b) => a.lineItemNumber - b.lineItemNumber)
}
