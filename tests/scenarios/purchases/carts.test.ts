import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { faults } from '@tenantry/contract/faults/index.ts'
import type { Cart, CartLineItemRequest } from '@tenantry/contract/resources/cart.ts'
import type { Order } from '@tenantry/contract/resources/order.ts'
import type { Customer } from '@tenantry/recipes'
import { faultOf } from '@tenantry/recipes/session.ts'
import type { World } from '@tenantry/recipes/world.ts'
import { ladder } from '../../world/ladder.ts'
import { world } from '../../world/world.ts'

/** Two orders: licences billed once a year, and licences billed monthly. */
async function cartOfTwoGroups(customer: Customer): Promise<Cart> {
  return customer.cart([
    await customer.line('business-standard', { seats: 10, cycle: 'annual' }, 0),
    await customer.line('visio-2', { seats: 2, cycle: 'monthly' }, 1),
  ])
}

async function customerIn(t: TestContext): Promise<{ contoso: World; customer: Customer }> {
  const contoso = await world(t)
  return { contoso, customer: await contoso.customer() }
}

const pooledOut = (world: World, pooledSeats: number) =>
  world.arrange('catalogue', { skuChanges: [{ productId: 'CFQ7TTC0LDPB', skuId: '0001', pooledSeats }] })

interface LoggedCheck {
  readonly check: string
  readonly decidedBy: Readonly<Record<string, string>>
}

/** What the partner was charged this month by the seed, in US cents: the log of a refused checkout tells it. */
async function unbilledCents(customer: Customer): Promise<number> {
  const { operator, partner } = customer.world
  await customer.world.arrange('credit', { partners: { [partner.tenantId]: { limitUsd: '0.00' } } })
  const cart = await customer.cart([await customer.line('visio-1', { seats: 1 })])
  const refused = await customer.askToCheckOut(cart)
  const logged = await operator.requests.get(
    refused.headers.get('tenantry-request-log')?.split('/').at(-1) ?? '',
  )
  const trace = (logged.trace ?? []) as readonly LoggedCheck[]
  const decided = trace.find(({ check }) => check === 'creditSuffices')?.decidedBy
  const cents = (amount: string | undefined) => Number(amount?.replace(/\.(\d\d) USD$/, '$1'))
  return -cents(decided?.['available']) - cents(decided?.['incoming'])
}

test('lines of one billing cycle become one order, priced to the cent', async (t) => {
  const { customer } = await customerIn(t)

  const { orders, orderErrors } = await customer.checkOut(await cartOfTwoGroups(customer))

  assert.equal(orderErrors, undefined)
  assert.deepEqual(
    orders.map(({ billingCycle, totalPrice, status }) => ({ billingCycle, totalPrice, status })),
    [
      { billingCycle: 'annual', totalPrice: 1200, status: 'completed' },
      { billingCycle: 'monthly', totalPrice: 302.4, status: 'completed' },
    ],
  )
  assert.match(orders[0]?.id ?? '', /^[0-9a-f]{12}$/)
  assert.deepEqual(orders[0]?.lineItems[0]?.pricing, {
    listPrice: 120,
    discountedPrice: 120,
    proratedPrice: 120,
    price: 120,
    extendedPrice: 1200,
  })
})

test('a repeated checkout answers the first result and orders nothing', async (t) => {
  const { contoso, customer } = await customerIn(t)
  const cart = await cartOfTwoGroups(customer)
  const first = await customer.checkOut(cart)
  await contoso.wait({ days: 6 })

  const second = await customer.checkOut(cart)

  assert.deepEqual(second, first)
  const { totalCount } = await customer.client.subscriptions.list(customer.ids)
  assert.equal(totalCount, 2)

  await contoso.wait({ days: 1 })
  assert.equal(faultOf(await customer.askToCheckOut(cart))?.code, 800065)
})

test('a group that fails is listed, the others are ordered, and another checkout tries only the rest', async (t) => {
  const { contoso, customer } = await customerIn(t)
  const cart = await cartOfTwoGroups(customer)
  await pooledOut(contoso, 5)

  const partly = await customer.checkOut(cart)

  assert.deepEqual(
    partly.orders.map(({ billingCycle }) => billingCycle),
    ['monthly'],
  )
  assert.deepEqual(
    partly.orderErrors?.map(({ orderGroupId, code }) => ({ orderGroupId, code })),
    [{ orderGroupId: '0', code: 800088 }],
  )
  assert.equal((await customer.client.carts.get({ ...customer.ids, cartId: cart.id })).status, 'Active')

  await pooledOut(contoso, 300)
  const complete = await customer.checkOut(cart)

  assert.equal(complete.orderErrors, undefined)
  assert.deepEqual(
    complete.orders.map(({ billingCycle }) => billingCycle),
    ['annual', 'monthly'],
  )
  assert.deepEqual(complete.orders[1], partly.orders[0])
  assert.equal((await customer.client.carts.get({ ...customer.ids, cartId: cart.id })).status, 'Ordered')
})

test('when every group fails the first one is the answer and nothing is ordered', async (t) => {
  const { contoso, customer } = await customerIn(t)
  const cart = await cartOfTwoGroups(customer)
  await pooledOut(contoso, 5)
  await contoso.arrange('pricing', { missing: [{ productId: 'CFQ7TTC0HD32' }] })

  assert.deepEqual(faultOf(await customer.askToCheckOut(cart)), { code: 800088, status: 403 })
  assert.equal((await customer.client.orders.list(customer.ids)).totalCount, 0)
})

test('credit is reserved group by group', async (t) => {
  const { contoso, customer } = await customerIn(t)
  const unbilled = await unbilledCents(customer)
  const limit = (cents: number) =>
    contoso.arrange('credit', {
      partners: { [contoso.partner.tenantId]: { limitUsd: ((unbilled + cents) / 100).toFixed(2) } },
    })
  // 1,200.00 for the year at once, and 25.20 for the first month of the other order.
  await limit(122_519)
  const cart = await cartOfTwoGroups(customer)

  const partly = await customer.checkOut(cart)
  assert.deepEqual(
    partly.orderErrors?.map(({ orderGroupId, code }) => ({ orderGroupId, code })),
    [{ orderGroupId: '1', code: 900121 }],
  )

  // The first order's 1,200.00 stand in the books by now.
  await limit(122_520)
  assert.equal((await customer.checkOut(cart)).orderErrors, undefined)
})

test('an add-on finds its base earlier in the cart, in another order, or nowhere', async (t) => {
  const { customer } = await customerIn(t)
  const base = await customer.line('m365-e3', { seats: 20, cycle: 'annual' }, 0)
  const addOn = await customer.line('audio-conferencing', { seats: 20, cycle: 'monthly' }, 1)

  const alone = await customer.cart([{ ...addOn, id: 0 }])
  assert.equal(alone.lineItems[0]?.error?.errorCode, 400041)
  const wrongWay = await customer.cart([
    { ...addOn, id: 0 },
    { ...base, id: 1 },
  ])
  assert.equal(wrongWay.lineItems[0]?.error?.errorCode, 400041)
  const tooMany = await customer.cart([base, { ...addOn, quantity: 21 }])
  assert.equal(tooMany.lineItems[1]?.error?.errorCode, 10021)

  const together = await customer.cart([base, addOn])
  assert.deepEqual(
    together.lineItems.map(({ orderGroup, error }) => ({ orderGroup, error })),
    [
      { orderGroup: '0', error: undefined },
      { orderGroup: '1', error: undefined },
    ],
  )
  assert.equal((await customer.checkOut(together)).orders.length, 2)
})

test('what is wrong with a line is told in the caller’s language', async (t) => {
  const { contoso, customer } = await customerIn(t)
  const line = await customer.line('business-basic', { seats: 301 })

  const [inEnglish, inCzech] = await Promise.all(
    ['en-US', 'cs-CZ'].map((locale) => customer.by(contoso.in(locale)).cart([line])),
  )

  assert.equal(inEnglish?.lineItems[0]?.error?.errorCode, 10015)
  assert.deepEqual(inEnglish?.lineItems[0]?.error?.additionalInformation, {
    availableQuantity: 300,
    purchasedQuantity: 301,
  })
  assert.notEqual(
    inCzech?.lineItems[0]?.error?.errorDescription,
    inEnglish?.lineItems[0]?.error?.errorDescription,
  )
})

test('an update takes the place of all lines and does not make the cart live longer', async (t) => {
  const { contoso, customer } = await customerIn(t)
  const cart = await cartOfTwoGroups(customer)
  await contoso.wait({ days: 3 })

  const lineItems = [await customer.line('visio-1', { seats: 1 })]
  const changed = await customer.client.carts.update(
    { ...customer.ids, cartId: cart.id },
    { ...cart, lineItems },
  )

  assert.equal(changed.lineItems.length, 1)
  assert.equal(changed.expirationTimestamp, cart.expirationTimestamp)
  assert.notEqual(changed.lastModifiedTimestamp, cart.lastModifiedTimestamp)

  await contoso.wait({ days: 4 })
  assert.equal(faultOf(await customer.ask.carts.get({ ...customer.ids, cartId: cart.id }))?.code, 800008)
})

test('a checkout looks at the cart, then the partner, then the customer, then the lines', async (t) => {
  const contoso = await world(t)
  const customer = await contoso.customer({ agreement: false })
  const { tenantId } = contoso.partner
  const [good, bad] = [await customer.line('business-standard', { seats: 10 }), { quantity: 301 }]
  const cart = await customer.cart([{ ...good, ...bad }])
  await contoso.changePartner({ mpa: { accepted: false } })
  await contoso.arrange('review', { customers: { [customer.id]: { transactionState: 'locked' } } })
  await contoso.arrange('compliance', { customers: [customer.id] })
  await contoso.arrange('credit', { partners: { [tenantId]: { state: 'manualReview', limitUsd: '1.00' } } })
  await contoso.arrange('risk', { orderUsdMax: 1 })
  await contoso.arrange('fulfilment', { outage: true })
  const afterwards = async (work: Promise<unknown>) => {
    await work
    return {}
  }
  const account = (change: object) => contoso.arrange('credit', { partners: { [tenantId]: change } })

  await ladder(({ id }) => customer.askToCheckOut({ id }), { id: 'none' }, [
    [{}, faults.cartNotFound],
    [{ id: cart.id }, faults.cartHasItemErrors],
    [async () => ({ id: (await customer.cart([good])).id }), faults.partnerAgreementNotAccepted],
    [() => afterwards(contoso.changePartner({ mpa: { accepted: true } })), faults.customerIsLocked],
    [
      () => afterwards(contoso.arrange('review', { customers: { [customer.id]: null } })),
      faults.customerAgreementNotAccepted,
    ],
    [
      async () => {
        await pooledOut(contoso, 9)
        return afterwards(customer.confirmAgreement())
      },
      faults.seatLimitExceeded,
    ],
    [() => afterwards(pooledOut(contoso, 300)), faults.partnerNotEligibleForTransaction],
    [() => afterwards(contoso.arrange('compliance', { customers: [] })), faults.creditReviewRequired],
    [() => afterwards(account({ state: 'rejected' })), faults.creditNotGranted],
    [() => afterwards(account({ state: 'onHold' })), faults.creditOnHold],
    [() => afterwards(account({ state: 'active' })), faults.creditLimitInsufficient],
    [() => afterwards(account({ limitUsd: '100000000.00' })), faults.riskCheckFailed],
    [() => afterwards(contoso.arrange('risk', { orderUsdMax: null })), faults.orderCreationFailed],
    [() => afterwards(contoso.arrange('fulfilment', { outage: false })), 'accepted'],
  ])
})

test('while the order writer works the cart is taken, and the same lines count as sent twice', async (t) => {
  const { contoso, customer } = await customerIn(t)
  const [cart, same] = [await cartOfTwoGroups(customer), await cartOfTwoGroups(customer)]
  await contoso.arrange('fulfilment', { submission: 'PT1H' })
  const first = await customer.checkOut(cart)

  assert.equal(faultOf(await customer.askToCheckOut(cart))?.code, 800064)
  assert.equal(faultOf(await customer.askToCheckOut(same))?.code, 800060)

  await contoso.wait({ hours: 1 })
  assert.deepEqual(await customer.checkOut(cart), first)
  assert.equal((await customer.checkOut(same)).orders.length, 2)
})

test('an order is pending for as long as fulfilment takes', async (t) => {
  const { contoso, customer } = await customerIn(t)
  await contoso.arrange('fulfilment', { latency: { default: 'PT2H' } })
  const { orders } = await customer.checkOut(await customer.cart([await customer.line('visio-1')]))
  const path = { ...customer.ids, orderId: orders[0]?.id ?? '' }
  const statuses = async () => {
    const order = await customer.client.orders.get(path)
    const lines = await customer.client.orders.listOrderProvisioningStatus(path)
    return [order.status, lines.items[0]?.status]
  }

  assert.deepEqual(await statuses(), ['pending', 'prefulfillmentPending'])
  await contoso.wait({ hours: 2 })
  assert.deepEqual(await statuses(), ['completed', 'fulfilled'])
})

test('a line that fulfilment fails on leaves the rest of its order', async (t) => {
  const { contoso, customer } = await customerIn(t)
  const lines = [await customer.line('visio-1', {}, 0), await customer.line('visio-2', {}, 1)]
  await contoso.arrange('fulfilment', { failingSkus: ['CFQ7TTC0HD32:0001'] })

  const { orders } = await customer.checkOut(await customer.cart(lines))

  assert.equal(orders[0]?.status, 'partial_success')
  assert.deepEqual(
    orders[0]?.lineItems.map(({ subscriptionId }) => subscriptionId !== undefined),
    [true, false],
  )
  const refused = await customer.askToCheckOut(
    await customer.cart(lines.slice(1).map((line) => ({ ...line, id: 0 }))),
  )
  assert.equal(faultOf(refused)?.code, 800087)
})

test('orders show up after a while, by billing cycle, and with prices for those who may see them', async (t) => {
  const { contoso, customer } = await customerIn(t)
  await contoso.decree('order-visibility-delay', 'PT1H')
  const { orders } = await customer.checkOut(await cartOfTwoGroups(customer))
  const { ask, client, ids } = customer
  const path = { ...ids, orderId: orders[0]?.id ?? '' }
  const list = async (query: { billingType?: string } = {}) =>
    (await client.orders.list(ids, query)).items.map(({ billingCycle }) => billingCycle)

  assert.deepEqual(await list(), [])
  assert.equal(faultOf(await ask.orders.get(path))?.code, 20000)
  await contoso.wait({ hours: 1 })

  assert.deepEqual((await list()).sort(), ['annual', 'monthly'])
  assert.deepEqual(await list({ billingType: 'Annual' }), ['annual'])
  assert.equal(faultOf(await ask.orders.list(ids, { billingType: 'weekly' }))?.code, 900126)
  assert.equal((await client.orders.get(path)).totalPrice, undefined)
  assert.equal((await client.orders.get(path, { include_price: true })).totalPrice, 1200)
  const helpdesk = await contoso.as('helpdesk-agent')
  assert.equal((await helpdesk.ask.orders.get(path)).status, 200)
  assert.equal(faultOf(await helpdesk.ask.orders.get(path, { include_price: true }))?.code, 800043)
})

test('licences are not cancelled by their order, software is, with all of its price', async (t) => {
  const { contoso, customer } = await customerIn(t)
  const bought = async (lines: readonly CartLineItemRequest[]) =>
    (await customer.checkOut(await customer.cart(lines))).orders[0]
  const licences = await bought([await customer.line('visio-1')])
  const software = await bought([
    await customer.line('windows-server-cal', { term: 'P3Y', cycle: 'one_time', seats: 4 }),
  ])
  const cancel = (order: Order) =>
    customer.ask.orders.update({ ...customer.ids, orderId: order.id }, { ...order, status: 'cancelled' })
  assert.ok(licences !== undefined && software !== undefined)

  assert.equal(faultOf(await cancel(licences))?.code, 800061)
  assert.equal((await cancel(software)).status, 200)
  assert.equal(faultOf(await cancel(software))?.code, 800061)
  assert.equal(
    (await customer.client.orders.get({ ...customer.ids, orderId: software.id })).status,
    'cancelled',
  )
  const [charge, refund] = await contoso.operator.ledger({
    subscriptionId: software.lineItems[0]?.subscriptionId ?? '',
  })
  assert.ok(Number(charge?.amount) > 0)
  assert.equal(Number(charge?.amount) + Number(refund?.amount), 0)
})

test('a promotion is put on by itself and lowers the line', async (t) => {
  const { customer } = await customerIn(t)
  const best = await customer.cart([await customer.line('m365-f3', { seats: 20, cycle: 'annual' })])
  assert.equal(best.lineItems[0]?.promotionId, undefined)

  // Owners of the smaller plan get half off.
  await customer.checkOut(await customer.cart([await customer.line('CFQ7TTC0MBMD:0002', { seats: 1 })]))
  const promoted = await customer.cart([await customer.line('m365-f3', { seats: 20, cycle: 'annual' })])

  assert.match(promoted.lineItems[0]?.promotionId ?? '', /^39NFJQT1SNC7:/)
  assert.deepEqual(
    [promoted.lineItems[0]?.pricing?.listPrice, promoted.lineItems[0]?.pricing?.extendedPrice],
    [76.8, 768],
  )
})
