import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { fulfilment } from '../../../../collaborators/purchases/fulfilment.ts'
import { present } from '../../../../kernel/invariant.ts'
import { plainDate } from '../../../../kernel/time.ts'
import { catalogueAt } from '../../../catalogue/products/catalogue.fixture.ts'
import type { CartLine, PricedLine, PurchaseContext } from '../../carts/public.ts'
import { at, windows } from '../../../subscriptions/subscription/subscription.fixture.ts'
import { planOrder, type OrderToPlan } from './plan-order.ts'
import type { OrderableLine } from './review-group.ts'

const now = '2026-11-20T10:00:00Z'
const catalogue = catalogueAt(now)
const e3 = { productId: 'CFQ7TTC0LFLX', skuId: '0001', country: 'US', segment: 'commercial' } as const
const item = present(catalogue.sellable(e3), 'the shipped catalogue sells E3')

/** Ten seats for a year at 240.00, billed by the month, for a customer of a partner in the same country. */
function orderable(changes: Partial<PricedLine> = {}, line: Partial<CartLine> = {}): OrderableLine {
  const priced: PricedLine = {
    quantity: 10,
    unitPrice: '240',
    currency: 'USD',
    exchange: { numerator: 1n, denominator: 1n },
    start: plainDate('2026-11-20'),
    termDuration: 'P1Y',
    billingCycle: 'monthly',
    ...changes,
  }
  return {
    line: {
      id: 0,
      catalogItemId: item.availability.catalogItemId,
      quantity: priced.quantity,
      provisioningContext: {},
      ...line,
    } as CartLine,
    item,
    plan: {
      termDuration: priced.termDuration,
      billingCycle: priced.billingCycle,
      refunds: [],
    },
    currency: priced.currency,
    promotionId: undefined,
    priced,
    nextTerm: undefined,
    partnerId: undefined,
  }
}

const order = (lines: readonly OrderableLine[], changes: Partial<OrderToPlan> = {}): OrderToPlan => ({
  context: { catalogue, customer: { market: 'US' }, partner: { market: 'US' } } as unknown as PurchaseContext,
  purchase: { customerId: 'contoso', cartId: 'a-cart', lines: [] },
  group: '0',
  lines,
  failing: new Set(),
  orderId: 'ab12cd34ef56',
  subscriptionIds: lines.map((_line, place) => `subscription-${place}`),
  now: at(now),
  windows,
  rounding: 'cut-unit',
  fulfilment: fulfilment.initial,
  ...changes,
})

const amounts = (asked: OrderToPlan) => planOrder(asked).demand.charges.map(({ amount }) => amount)

test('what is judged is what is written', () => {
  const plan = planOrder(order([orderable(), orderable({ quantity: 3 })]))

  deepEqual(
    plan.demand.charges,
    plan.starts.flatMap(({ charges }) => charges),
  )
  deepEqual(
    plan.demand.charges.map(({ amount, currency }) => `${amount} ${currency}`),
    ['200.00 USD', '60.00 USD'],
  )
  deepEqual([plan.demand.seats, plan.demand.families], [13, ['license', 'license']])
  deepEqual(
    plan.order.lines.map(({ subscriptionId }) => subscriptionId),
    ['subscription-0', 'subscription-1'],
  )
  deepEqual(
    plan.starts.map(({ subscription }) => [
      subscription.orderId,
      subscription.lineNumber,
      subscription.status,
    ]),
    [
      ['ab12cd34ef56', 0, 'active'],
      ['ab12cd34ef56', 1, 'active'],
    ],
  )
})

test('the first charge is one cycle with the promotion deducted, in the currency of the bill', () => {
  deepEqual(amounts(order([orderable({ discountedUnitPrice: '199.92' })])), ['166.60'])
  deepEqual(amounts(order([orderable({ billingCycle: 'annual' })])), ['2400.00'])
  deepEqual(amounts(order([orderable({ termDuration: 'P3Y', billingCycle: 'annual', unitPrice: '360' })])), [
    '1200.00',
  ])
  const inKoruna = { currency: 'CZK', exchange: { numerator: 2317n, denominator: 100n } }
  deepEqual(amounts(order([orderable(inKoruna)])), ['4634.00'])
})

test('what cannot be fulfilled is judged, but does not begin', () => {
  const [good, bad] = [orderable(), orderable({ quantity: 3 })]
  const plan = planOrder(order([good, bad], { failing: new Set([bad]) }))

  equal(plan.order.status, 'partial_success')
  deepEqual(
    plan.starts.map(({ subscription }) => subscription.quantity),
    [10],
  )
  equal(plan.demand.charges.length, 2)
  equal(plan.order.lines[1]?.subscriptionId, undefined)
})

test('an order that waits for a purchase order begins nothing', () => {
  const waiting = { ...orderable(), item: { ...item, sku: { ...item.sku, requiresPurchaseOrder: true } } }
  const plan = planOrder(order([waiting]))

  deepEqual([plan.order.status, plan.starts, plan.demand.charges.length], ['pending_po_upload', [], 1])
})

test('seats that take their time are pending', () => {
  const slow = { ...fulfilment.initial, latency: { default: 'PT1H', bySku: {} } }
  const [start] = planOrder(order([orderable()], { fulfilment: slow })).starts

  deepEqual([start?.subscription.status, start?.subscription.fulfilment], ['pending', 'pending'])
  deepEqual(
    start?.charges.map(({ amount }) => amount),
    ['200.00'],
  )
})
