import type { orderEndpoints } from '@tenantry/contract/endpoints/orders.ts'
import type { Order, OrderRequest } from '@tenantry/contract/resources/order.ts'
import { fulfilment } from '../../../../collaborators/purchases/fulfilment.ts'
import { present } from '../../../../kernel/invariant.ts'
import type { Input } from '../../../../work/operation.ts'
import { enforce } from '../../../../kernel/rule.ts'
import type { Scope } from '../../../../work/scope.ts'
import { addDuration, dateOf } from '../../../../kernel/time.ts'
import { getCustomer, type CustomerRecord } from '../../../accounts/customers/public.ts'
import { lineRounding, ChargeLines, refund, writeCharges } from '../../../books/ledger/public.ts'
import {
  cancel,
  changeSubscription,
  chargeableOf,
  chargedCycle,
  hasEnded,
  Subscriptions,
  type SubscriptionRecord,
} from '../../../subscriptions/subscription/public.ts'
import { addToOrder } from './add-to-order.ts'
import { changeBillingCycle } from './change-billing-cycle.ts'
import { findFulfilment } from '../find-fulfilment.ts'
import { orderAnswer } from '../order-answer.ts'
import { Orders } from '../order-repository.ts'
import { cancelRules } from '../order-rules.ts'
import { changeOf, orderChangeRules, requestRules } from './order-update-rules.ts'
import { cancelOrder, type OrderRecord } from '../order.ts'
import { getVisibleOrder } from '../read-orders.ts'

/**
 * Cancels an order and what was bought with it. In the older program an order can be billed in another rhythm, and
 * add-ons are bought with that of their base. Faults: 60003, 20002, 900126, 800002, 20000, 800014; then those of the
 * change.
 * @see partner-center/developer/cancel-an-order-from-the-integration-sandbox
 */
export async function updateOrder(
  scope: Scope,
  { params, body }: Input<typeof orderEndpoints.updateOrder>,
): Promise<Order> {
  const customer = await getCustomer(scope, params.customerId)
  enforce(requestRules, { body, orderId: params.orderId }, scope.trace)
  const order = await getVisibleOrder(scope, customer.id, params.orderId)
  enforce(orderChangeRules, { order, body, now: scope.now }, scope.trace)

  const changed = await make(scope, customer, order, body)
  const saved = await new Orders(scope).save(adjusting(scope, changed))
  await scope.announce({ type: 'order-updated', customerId: customer.id, subject: order.id })
  scope.audit({
    customerId: customer.id,
    customerName: customer.companyProfile.companyName,
    newValue: { id: order.id },
  })

  return orderAnswer(saved, {
    fulfilment: await findFulfilment(scope, customer.id, order.id),
    withPrice: false,
  })
}

function make(
  scope: Scope,
  customer: CustomerRecord,
  order: OrderRecord,
  body: OrderRequest,
): Promise<OrderRecord> {
  const change = present(changeOf(order, body), 'an update without a change was refused')
  switch (change.kind) {
    case 'addOns':
      return addToOrder(scope, customer, order, body)
    case 'billingCycle':
      return changeBillingCycle(scope, order, change.wanted)
    case 'cancellation':
      return cancelAll(scope, order)
  }
}

async function cancelAll(scope: Scope, order: OrderRecord): Promise<OrderRecord> {
  const { environment } = scope.principal.partner
  enforce(cancelRules, { order, environment, now: scope.now }, scope.trace)
  const subscriptions = await new Subscriptions(scope).list(order.customerId, { orderId: order.id })
  for (const subscription of subscriptions.filter((one) => !hasEnded(one)))
    await giveBack(scope, subscription)
  return cancelOrder(order)
}

/** A change settles after a while, and until then the order takes no other one. */
function adjusting(scope: Scope, order: OrderRecord): OrderRecord {
  const adjustingUntil = addDuration(scope.now, scope.collaborator(fulfilment).adjustment)
  return adjustingUntil <= scope.now ? order : { ...order, adjustingUntil }
}

async function giveBack(scope: Scope, subscription: SubscriptionRecord): Promise<void> {
  const today = dateOf(scope.now)
  const { customerId, id, createdAt, currency, quantity } = subscription
  const charged = await new ChargeLines(scope).net(customerId, id, createdAt, currency)
  const cycle = chargedCycle(subscription, today)
  const item = chargeableOf(subscription, scope.policy(lineRounding))
  await writeCharges(scope, [refund(item, quantity, cycle, today, charged, 'full')])
  await changeSubscription(scope, subscription, cancel(subscription, today), 'subscription-deleted')
}
