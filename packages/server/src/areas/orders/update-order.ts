import type { orderEndpoints } from '@tenantry/contract/endpoints/orders.ts'
import { fault } from '@tenantry/contract/faults/fault.ts'
import { faults } from '@tenantry/contract/faults/index.ts'
import { orderStatuses, type Order, type OrderRequest } from '@tenantry/contract/resources/order.ts'
import type { Input } from '../../kernel/operation.ts'
import { enforce, rule, type Rule } from '../../kernel/rule.ts'
import type { Scope } from '../../kernel/scope.ts'
import { dateOf } from '../../kernel/time.ts'
import { getCustomer } from '../customers/public.ts'
import { ChargeLines, refund, writeCharges } from '../ledger/public.ts'
import {
  cancel,
  changeSubscription,
  chargeableOf,
  chargedCycle,
  hasEnded,
  Subscriptions,
  type SubscriptionRecord,
} from '../subscriptions/public.ts'
import { findFulfilment } from './find-fulfilment.ts'
import { orderAnswer } from './order-answer.ts'
import { Orders } from './order-repository.ts'
import { cancelRules } from './order-rules.ts'
import { cancelOrder } from './order.ts'
import { getVisibleOrder } from './read-orders.ts'

/**
 * Cancels an order and what was bought with it. Other changes of an order belong to the older program and are refused.
 * Faults: 60003, 20002, 900126, 800002, 20000, 800077, 800061, 800019, 900117.
 * @see partner-center/developer/cancel-an-order-from-the-integration-sandbox
 */
export async function updateOrder(
  scope: Scope,
  { params, body }: Input<typeof orderEndpoints.updateOrder>,
): Promise<Order> {
  const customer = await getCustomer(scope, params.customerId)
  enforce(requestRules, { body, orderId: params.orderId }, scope.trace)
  const order = await getVisibleOrder(scope, customer.id, params.orderId)
  const { environment } = scope.principal.partner
  enforce(cancelRules, { order, environment, now: scope.now }, scope.trace)

  const subscriptions = await new Subscriptions(scope).list(customer.id, { orderId: order.id })
  for (const subscription of subscriptions.filter((one) => !hasEnded(one)))
    await giveBack(scope, subscription)
  const cancelled = await new Orders(scope).save(cancelOrder(order))
  await scope.announce({ type: 'order-updated', customerId: customer.id, subject: order.id })
  scope.audit({
    customerId: customer.id,
    customerName: customer.companyProfile.companyName,
    newValue: { id: order.id },
  })

  return orderAnswer(cancelled, {
    fulfilment: await findFulfilment(scope, customer.id, order.id),
    withPrice: false,
  })
}

async function giveBack(scope: Scope, subscription: SubscriptionRecord): Promise<void> {
  const today = dateOf(scope.now)
  const { customerId, id, createdAt, currency, quantity } = subscription
  const charged = await new ChargeLines(scope).net(customerId, id, createdAt, currency)
  const cycle = chargedCycle(subscription, today)
  await writeCharges(scope, [refund(chargeableOf(subscription), quantity, cycle, today, charged, 'full')])
  await changeSubscription(scope, subscription, cancel(subscription, today), 'subscription-deleted')
}

interface RequestFacts {
  readonly body: OrderRequest
  readonly orderId: string
}

const plain = (text: string): string => text.replaceAll(/[_\s]/g, '').toLowerCase()

function statusSent({ body }: RequestFacts): string | undefined {
  if (typeof body.status === 'number') return orderStatuses[body.status]
  const sent = body.status
  return sent === undefined ? undefined : orderStatuses.find((name) => plain(name) === plain(sent))
}

const requestRules: readonly Rule<RequestFacts>[] = [
  rule({
    name: 'statusIsKnown',
    holds: (facts) => facts.body.status === undefined || statusSent(facts) !== undefined,
    fault: ({ body }) =>
      fault(faults.enumValueIsUnknown, {
        value: String(body.status),
        documentationLink: 'https://learn.microsoft.com/partner-center/developer/order-resources',
      }),
    decidedBy: ({ body }) => ({ status: body.status }),
    see: 'partner-center/developer/order-resources',
  }),
  rule({
    name: 'bodyCancelsThisOrder',
    holds: (facts) =>
      statusSent(facts) === 'cancelled' &&
      (facts.body.id === undefined || facts.body.id.toLowerCase() === facts.orderId.toLowerCase()),
    fault: () => fault(faults.requestInputIsInvalid),
    decidedBy: ({ body }) => ({ status: body.status, id: body.id }),
    see: 'partner-center/developer/cancel-an-order-from-the-integration-sandbox',
  }),
]
