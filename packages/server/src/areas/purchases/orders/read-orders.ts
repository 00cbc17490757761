import type { orderEndpoints } from '@tenantry/contract/endpoints/orders.ts'
import { collection, link } from '@tenantry/contract/resources/common.ts'
import type { Order } from '@tenantry/contract/resources/order.ts'
import type { AnswerOf } from '@tenantry/contract/endpoint.ts'
import type { Input } from '../../../work/operation.ts'
import { enforce } from '../../../kernel/rule.ts'
import type { Scope } from '../../../work/scope.ts'
import { addDuration } from '../../../kernel/time.ts'
import { readBillingCycle } from '../carts/public.ts'
import { getCustomer } from '../../accounts/customers/public.ts'
import { findFulfilment } from './find-fulfilment.ts'
import { orderAnswer } from './order-answer.ts'
import { orderVisibilityDelay } from './order-policies.ts'
import { Orders } from './order-repository.ts'
import { priceRules, provisioningRules, visibilityRules } from './order-rules.ts'
import type { LineFulfilment, OrderRecord } from './order.ts'

interface PriceQuery {
  readonly include_price?: boolean
  readonly includePrice?: boolean
}

const wantsPrice = (query: PriceQuery): boolean => query.include_price === true || query.includePrice === true

/**
 * All orders of a customer, newest first. Faults: 60003, 20002, 900126 for an unknown billing type, 800043.
 * @see partner-center/developer/get-all-of-a-customer-s-orders
 */
export async function listOrders(
  scope: Scope,
  { params, query }: Input<typeof orderEndpoints.listOrders>,
): Promise<AnswerOf<typeof orderEndpoints.listOrders>> {
  const customer = await getCustomer(scope, params.customerId)
  const withPrice = wantsPrice(query)
  enforce(priceRules, { principal: scope.principal, withPrice }, scope.trace)
  const billingCycle = query.billingType === undefined ? undefined : readBillingCycle(query.billingType)

  const until = addDuration(scope.now, `-${scope.policy(orderVisibilityDelay)}`)
  const filter = billingCycle === undefined ? { until } : { until, billingCycle }
  const orders = await new Orders(scope).list(customer.id, filter)
  const fulfilment = await findFulfilment(scope, customer.id)

  return {
    ...collection(orders.map((order) => orderAnswer(order, { fulfilment, withPrice }))),
    links: { self: link(`/customers/${customer.id}/orders`) },
  }
}

/** Faults: 60003, 20002, 800043, 20000. @see partner-center/developer/get-an-order-by-id */
export async function getOrder(
  scope: Scope,
  { params, query }: Input<typeof orderEndpoints.getOrder>,
): Promise<Order> {
  const customer = await getCustomer(scope, params.customerId)
  const withPrice = wantsPrice(query)
  enforce(priceRules, { principal: scope.principal, withPrice }, scope.trace)
  const order = await getVisibleOrder(scope, customer.id, params.orderId)

  return orderAnswer(order, { fulfilment: await findFulfilment(scope, customer.id, order.id), withPrice })
}

/** Faults: 60003, 20002, 20000, 800007. @see partner-center/developer/get-order-provisioning-status */
export async function listOrderProvisioningStatus(
  scope: Scope,
  { params }: Input<typeof orderEndpoints.listOrderProvisioningStatus>,
): Promise<AnswerOf<typeof orderEndpoints.listOrderProvisioningStatus>> {
  const customer = await getCustomer(scope, params.customerId)
  const order = await getVisibleOrder(scope, customer.id, params.orderId)
  enforce(provisioningRules, { order }, scope.trace)
  const fulfilment = await findFulfilment(scope, customer.id, order.id)

  return collection(
    order.lines.map(({ lineItemNumber, quantity, subscriptionId }) => {
      const status = provisioningStatus(
        subscriptionId === undefined ? undefined : fulfilment.get(subscriptionId),
      )
      return {
        orderLineItemId: lineItemNumber,
        lineItemNumber,
        status,
        quantityProvisioningInformation: [{ quantity, status }],
      }
    }),
  )
}

/** @see partner-center/developer/order-resources#orderlineitemprovisioningstatus */
function provisioningStatus(
  line: LineFulfilment | undefined,
): 'fulfilled' | 'prefulfillmentPending' | 'unfulfilled' {
  if (line === undefined || line.isEnded || line.fulfilment === 'failed') return 'unfulfilled'
  return line.fulfilment === 'pending' ? 'prefulfillmentPending' : 'fulfilled'
}

/** Faults: 20000, also for an order that does not show up yet. */
export async function getVisibleOrder(
  scope: Scope,
  customerId: string,
  orderId: string,
): Promise<OrderRecord> {
  const order = await new Orders(scope).get(customerId, orderId)
  const visibilityDelay = scope.policy(orderVisibilityDelay)
  enforce(visibilityRules, { order, now: scope.now, visibilityDelay }, scope.trace)
  return order
}
