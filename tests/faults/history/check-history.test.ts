import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkHistory } from './check-history.ts'
import { History, type Answer, type NamedRequest, type Wish } from './history.ts'
import type { WorldRows } from './world-rows.ts'

/** A small sound world, and what makes it unsound: the checker must see each of them. */
type Draft<T> = T extends readonly (infer E)[]
  ? Draft<E>[]
  : T extends object
    ? { -readonly [K in keyof T]: Draft<T[K]> }
    : T
type World = Draft<WorldRows>

const customer = 'contoso'
const etag = (version: number) => Buffer.from(JSON.stringify({ id: 'e3', version })).toString('base64')
const resource = (version: number, quantity: number) => ({
  id: 'e3',
  quantity,
  status: 'active',
  attributes: { etag: etag(version) },
})
const orders = [{ id: 'o1', lineItems: [{ subscriptionId: 'e3', quantity: 5 }] }]
const changed = { status: 200, body: resource(2, 9) }

/** A cart, its checkout, nine seats instead of five, two of them moved; the clock went on for an hour. */
function told(): History {
  const history = new History()
  const tell = (name: string, wish: Wish, answer: Answer | undefined) => {
    const request: NamedRequest = { name, client: 'a', customerId: customer, wish, call: neverMade }
    history.attempts.push({ request, beganAt: 1, ...(answer === undefined ? {} : { answer }) })
  }
  tell('make', { kind: 'cart' }, { status: 201, body: { id: 'c1' } })
  tell('buy', { kind: 'checkout', cartId: 'c1' }, { status: 201, body: { orders } })
  tell('grow', { kind: 'quantity', subscriptionId: 'e3', quantity: 9 }, changed)
  tell('grow', { kind: 'quantity', subscriptionId: 'e3', quantity: 9 }, undefined)
  tell('see', { kind: 'read', subscriptionId: 'e3' }, changed)
  const moved = { status: 200, body: { operationId: 't1' } }
  tell('move', { kind: 'transition', subscriptionId: 'e3', quantity: 2 }, moved)
  tell('late', { kind: 'cancel', subscriptionId: 'e3' }, { status: 400, body: { code: 1 } })
  tell('never', { kind: 'cancel', subscriptionId: 'e3' }, undefined)
  history.moves.push({ to: '2026-01-15T10:00:00Z', isAnswered: true })
  return history
}

const neverMade = () => Promise.reject(new Error('a history that was written down makes no calls'))

const charge = (type: string, subscriptionId: string, quantity: number, referenceId = '') => ({
  type,
  customerId: customer,
  subscriptionId,
  orderId: 'o1',
  quantity,
  amount: String(quantity * 10),
  effectiveUnitPrice: '10',
  periodStart: '2026-01-15',
  periodEnd: '2026-02-14',
  referenceId,
})

const event = (sequence: number, type: string, subject: string, details = {}) => ({
  sequence,
  type,
  subject,
  customer,
  details,
})

const subscription = (id: string, version: number, quantity: number, productId: string) => ({
  id,
  version,
  customerId: customer,
  orderId: 'o1',
  productId,
  skuId: '1',
  quantity,
  status: 'active',
  seatLots: [{ quantity: 1 }, { quantity: quantity - 1 }],
  chargedThrough: '2026-02-14',
  fulfilment: 'completed',
})

const audit = (correlationId: string, operationType: string, further = {}) => ({
  correlationId,
  operationType,
  status: 'succeeded',
  ...further,
})

const remembered = (name: string, { status, body }: Answer) => ({
  requestId: `${name} post /`,
  status,
  body: JSON.stringify(body),
})

const soundWorld = (): World => ({
  now: '2026-01-15T10:00:00Z',
  carts: [{ id: 'c1', status: 'Ordered', lines: [{ orderGroup: '0' }], ordered: { 0: { id: 'o1' } } }],
  orders: [
    {
      id: 'o1',
      customerId: customer,
      cartId: 'c1',
      orderGroup: '0',
      lines: [{ subscriptionId: 'e3', quantity: 5 }],
    },
  ],
  subscriptions: [subscription('e3', 3, 7, 'P3'), subscription('e5', 1, 2, 'P5')],
  charges: [
    charge('new', 'e3', 5),
    charge('addQuantity', 'e3', -5),
    charge('addQuantity', 'e3', 9),
    charge('convert', 'e3', -2, 't1'),
    charge('convert', 'e5', 2, 't1'),
  ],
  events: [
    event(1, 'subscription-created', 'e3'),
    event(2, 'transition-started', 'e3', { operationId: 't1' }),
    event(3, 'subscription-created', 'e5'),
    event(4, 'transition-completed', 'e3', { operationId: 't1' }),
  ],
  audits: [
    audit('make', 'create_cart'),
    audit('buy', 'create_order'),
    audit('grow', 'update_subscription', { oldValue: resource(1, 5), newValue: resource(2, 9) }),
    audit('move', 'transition_subscription'),
    { ...audit('late', 'cancel'), status: 'failed' },
  ],
  answers: [
    remembered('make', { status: 201, body: { id: 'c1' } }),
    remembered('buy', { status: 201, body: { orders } }),
    remembered('grow', changed),
    remembered('move', { status: 200, body: { operationId: 't1' } }),
  ],
  agenda: [
    { dueAt: Date.parse('2026-02-15T00:00:00Z'), kind: 'charge-cycle', customer, subject: 'e3' },
    { dueAt: Date.parse('2026-02-15T00:00:00Z'), kind: 'charge-cycle', customer, subject: 'e5' },
  ],
  holdings: [
    { customerId: customer, sku: 'P3:1', seats: 7, subscriptions: 1 },
    { customerId: customer, sku: 'P5:1', seats: 2, subscriptions: 1 },
  ],
  transitions: [
    {
      id: 't1',
      customerId: customer,
      state: 'completed',
      kind: 'newTarget',
      fromSubscriptionId: 'e3',
      toSubscriptionId: 'e5',
      order: { quantity: 2 },
    },
  ],
})

/** Drops the rows that fit, of which there must be one. */
function without<R>(rows: R[], fits: (row: R) => boolean): void {
  const place = rows.findIndex(fits)
  assert.notEqual(place, -1, 'there is no such row to take away')
  rows.splice(place, 1)
}

const at = <R>(rows: readonly R[], place: number): R => {
  const row = rows.at(place)
  assert.ok(row !== undefined)
  return row
}

const unsound: readonly (readonly [
  what: string,
  change: (world: World, history: History) => void,
  seen: RegExp,
])[] = [
  ['a lost cart', ({ carts }) => void carts.pop(), /cart make: its cart is gone/],
  ['a lost order', ({ orders }) => void orders.pop(), /checkout buy: order o1 is gone/],
  ['a lost line', ({ orders }) => void at(orders, 0).lines.pop(), /order o1 has no line of e3/],
  ['a lost subscription', (world) => without(world.subscriptions, ({ id }) => id === 'e3'), /e3 is gone/],
  [
    'a lost change',
    ({ subscriptions }) => void (at(subscriptions, 0).version = 1),
    /version 2 of e3 is gone/,
  ],
  [
    'a change that is not as it was told',
    ({ subscriptions }) => void Object.assign(at(subscriptions, 0), { version: 2 }),
    /e3 is not as it was told/,
  ],
  ['a lost transition', ({ transitions }) => void transitions.pop(), /its transition is gone/],
  [
    'a lost effect',
    ({ audits }) => without(audits, (one) => one.correlationId === 'grow'),
    /grow .* had 0 effects/,
  ],
  ['a forgotten answer', ({ answers }) => void answers.pop(), /move has 0 remembered answers/],
  [
    'another remembered answer',
    ({ answers }) => void (at(answers, 2).body = '{}'),
    /grow is remembered with another answer/,
  ],
  [
    'a doubled write',
    ({ audits }) => void audits.push(at(audits, 1)),
    /buy was answered 201 and had 2 effects/,
  ],
  [
    'a doubled order',
    ({ orders }) => void orders.push({ ...at(orders, 0), id: 'o2' }),
    /the cart and group c1 0 were ordered 2 times/,
  ],
  [
    'an effect of what was refused',
    ({ audits }) => void (at(audits, -1).status = 'succeeded'),
    /cancel late was answered 400 and had 1 effects/,
  ],
  [
    'two effects of what was never answered',
    ({ audits }) => void audits.push(audit('never', 'x'), audit('never', 'x')),
    /cancel never had no answer and 2 effects/,
  ],
  [
    'another answer the second time',
    (_world, { attempts }) => void attempts.push({ ...at(attempts, 2), answer: { status: 400, body: {} } }),
    /grow was answered 200 .* and then 400/,
  ],
  [
    'a defect',
    (_world, { attempts }) => void attempts.push({ ...at(attempts, 7), answer: { status: 500, body: '' } }),
    /never was answered 500/,
  ],
  [
    'two changes of one version',
    ({ audits }) => void audits.push({ ...at(audits, 2), correlationId: 'other' }),
    /two changes were made to e3 at version 1/,
  ],
  [
    'a read of what was never kept',
    (_world, { attempts }) =>
      void attempts.push({ ...at(attempts, 4), answer: { status: 200, body: resource(4, 1) } }),
    /version 4 of e3 is gone, it is at 3/,
  ],
  [
    'a clock that went back',
    (world) => void (world.now = '2026-01-15T09:30:00Z'),
    /the clock stood at .*10:00/,
  ],
  [
    'half an order',
    ({ subscriptions }) => without(subscriptions, ({ id }) => id === 'e3'),
    /order o1 has no subscription e3/,
  ],
  [
    'a subscription of no order',
    ({ subscriptions }) => void subscriptions.push(subscription('e9', 1, 1, 'P9')),
    /subscription e9 stands in no line/,
  ],
  [
    'a cart left open',
    ({ carts }) => void (at(carts, 0).status = 'Active'),
    /cart c1 was ordered and is Active/,
  ],
  [
    'a lost lot',
    ({ subscriptions }) => void at(subscriptions, 0).seatLots.pop(),
    /lots of e3 have 1 seats, it has 7/,
  ],
  [
    'a lost charge',
    ({ charges }) => without(charges, ({ quantity }) => quantity === 9),
    /-2 seats of e3 are charged/,
  ],
  ['a doubled charge', ({ charges }) => void charges.push(charge('new', 'e3', 5)), /charged 2 times as new/],
  ['a wrong amount', ({ charges }) => void (at(charges, 0).amount = '49.00'), /a new of e3 .* comes to 49/],
  [
    'a cycle charged twice',
    ({ charges }) => {
      const cycle = { ...charge('cycleCharge', 'e3', 7), periodStart: '2026-02-15', periodEnd: '2026-03-14' }
      charges.push(cycle, cycle)
    },
    /e3 was charged through 2026-03-14, and then from 2026-02-15/,
  ],
  [
    'a cycle that was left out',
    ({ charges }) =>
      void charges.push({
        ...charge('cycleCharge', 'e3', 7),
        periodStart: '2026-03-15',
        periodEnd: '2026-04-14',
      }),
    /e3 was charged through 2026-02-14, and then from 2026-03-15/,
  ],
  ['a lost agenda entry', ({ agenda }) => void agenda.pop(), /e5 is active and has 0 next steps/],
  [
    'a doubled agenda entry',
    ({ agenda }) => void agenda.push(at(agenda, 0)),
    /e3 is active and has 2 next steps/,
  ],
  ['an overdue entry', ({ agenda }) => void (at(agenda, 0).dueAt = 1), /charge-cycle of e3 is overdue/],
  [
    'a fulfilment nobody waits for',
    ({ subscriptions }) => void (at(subscriptions, 0).fulfilment = 'pending'),
    /waits for its fulfilment and the agenda has 0/,
  ],
  ['a wrong pool', ({ holdings }) => void (at(holdings, 0).seats = 9), /the pool of P3:1 has 9 seats/],
  ['a lost event', ({ events }) => void events.shift(), /e3 has 0 events subscription-created/],
  [
    'an event at a taken place',
    ({ events }) => void (at(events, 1).sequence = 1),
    /two events have one place/,
  ],
  [
    'an event told twice',
    ({ events }) => void events.push(event(9, 'subscription-created', 'e3')),
    /e3 has 2 events subscription-created/,
  ],
  ['half a transition', ({ charges }) => void charges.pop(), /transition t1 of 2 seats took -2 and gave 0/],
  [
    'a transition that nobody ends',
    ({ transitions }) => void (at(transitions, 0).state = 'running'),
    /t1 is running and stands 0 times on the agenda/,
  ],
  [
    'a transition without its event',
    ({ events }) => void events.pop(),
    /t1 is completed and told transition-started/,
  ],
]

test('the checker passes a sound world', () => {
  assert.deepEqual(checkHistory(told(), soundWorld()), [])
})

for (const [what, change, seen] of unsound) {
  test(`the checker sees ${what}`, () => {
    const [history, world] = [told(), soundWorld()]
    change(world, history)
    assert.match(checkHistory(history, world).join('\n'), seen)
  })
}
