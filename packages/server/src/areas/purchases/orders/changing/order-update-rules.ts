import { fault } from '@tenantry/contract/faults/fault.ts'
import { faults } from '@tenantry/contract/faults/index.ts'
import type { BillingCycleType } from '@tenantry/contract/resources/cart.ts'
import { orderStatuses, type OrderRequest, type OrderStatus } from '@tenantry/contract/resources/order.ts'
import { rule, ruleList, type Rule } from '../../../../kernel/rule.ts'
import type { Instant } from '../../../../kernel/time.ts'
import { findBillingCycle } from '../../carts/public.ts'
import { addOnLines, isAddOnLine } from './add-to-order.ts'
import type { OrderRecord } from '../order.ts'
import { isOfOlderProgram } from '../placing/purchase.ts'

interface RequestFacts {
  readonly body: OrderRequest
  readonly orderId: string
}

const plain = (text: string): string => text.replaceAll(/[_\s]/g, '').toLowerCase()

interface WithStatus {
  readonly status?: string | number | null
}

function statusSent({ status }: WithStatus): OrderStatus | undefined {
  if (typeof status === 'number') return orderStatuses[status]
  return status === undefined || status === null
    ? undefined
    : orderStatuses.find((name) => plain(name) === plain(status))
}

const enumsPage = 'https://learn.microsoft.com/partner-center/developer/order-resources'

const unknown = (value: string | number | undefined) =>
  fault(faults.enumValueIsUnknown, { value: String(value), documentationLink: enumsPage })

/** Also of a new order, whose status nobody asks for: `none` was recorded to be refused. */
export const statusIsKnown = rule<{ readonly body: WithStatus }>({
  name: 'statusIsKnown',
  holds: ({ body }) => (body.status ?? undefined) === undefined || statusSent(body) !== undefined,
  fault: ({ body }) => unknown(body.status ?? undefined),
  decidedBy: ({ body }) => ({ status: body.status }),
  see: 'partner-center/developer/order-resources',
})

/** Of the request itself. */
export const requestRules = ruleList<Rule<RequestFacts>>('Update an order: the request', [
  statusIsKnown,
  rule({
    name: 'billingCycleIsKnown',
    holds: ({ body: { billingCycle = '' } }) =>
      billingCycle === '' || findBillingCycle(billingCycle) !== undefined,
    fault: ({ body }) => unknown(body.billingCycle),
    decidedBy: ({ body }) => ({ billingCycle: body.billingCycle }),
    see: 'partner-center/developer/order-resources',
  }),
  rule({
    name: 'addOnsHaveQuantity',
    holds: ({ body }) =>
      (body.lineItems ?? []).every((line) => !isAddOnLine(line) || line.quantity !== undefined),
    fault: () => fault(faults.requestInputIsInvalid),
    see: 'partner-center/developer/purchase-an-add-on-to-a-subscription',
  }),
  rule({
    name: 'bodyIsOfThisOrder',
    holds: ({ body, orderId }) => body.id === undefined || body.id.toLowerCase() === orderId.toLowerCase(),
    fault: () => fault(faults.requestInputIsInvalid),
    decidedBy: ({ body }) => ({ id: body.id }),
    see: 'partner-center/developer/cancel-an-order-from-the-integration-sandbox',
  }),
])

export type OrderChange =
  | { readonly kind: 'cancellation' | 'addOns' }
  | { readonly kind: 'billingCycle'; readonly wanted: BillingCycleType }

/** What an update asks for; undefined where it asks for nothing that an order of its kind can become. */
export function changeOf(order: OrderRecord, body: OrderRequest): OrderChange | undefined {
  if (statusSent(body) === 'cancelled') return { kind: 'cancellation' }
  const isOlder = order.lines.every(({ offerId }) => isOfOlderProgram({ catalogItemId: offerId }))
  if (!isOlder) return undefined
  if (addOnLines(body).length > 0) return { kind: 'addOns' }
  const wanted = findBillingCycle(body.billingCycle)
  return wanted === undefined || wanted === order.billingCycle ? undefined : { kind: 'billingCycle', wanted }
}

export interface OrderChangeFacts {
  readonly order: OrderRecord
  readonly body: OrderRequest
  readonly now: Instant
}

/** Whether the order takes the change at all. */
export const orderChangeRules = ruleList<Rule<OrderChangeFacts>>('Update an order', [
  rule<OrderChangeFacts>({
    name: 'noAdjustmentIsPending',
    holds: ({ order, now }) => order.adjustingUntil === undefined || order.adjustingUntil <= now,
    fault: () => fault(faults.orderAdjustmentIsPending),
    decidedBy: ({ order }) => ({ adjustingUntil: order.adjustingUntil }),
    see: 'partner-center/developer/error-codes',
  }),
  rule<OrderChangeFacts>({
    name: 'bodyChangesTheOrder',
    holds: ({ order, body }) => changeOf(order, body) !== undefined,
    fault: () => fault(faults.requestInputIsInvalid),
    decidedBy: ({ body }) => ({ status: body.status, billingCycle: body.billingCycle }),
    see: 'partner-center/developer/cancel-an-order-from-the-integration-sandbox',
  }),
])
