import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { faults } from '@tenantry/contract/faults/index.ts'
import type { Subscription } from '@tenantry/contract/resources/subscription.ts'
import { faultOf, type Customer, type NewOrderLine, type World } from '@tenantry/recipes'
import { legacyOffers } from '@tenantry/recipes/products.ts'
import { ladder } from '../../world/ladder.ts'
import { world } from '../../world/world.ts'

const subscriptionsOf = async (customer: Customer, orderId: string): Promise<Subscription[]> =>
  (await customer.client.subscriptions.list(customer.ids, { order_id: orderId })).items

/** A world in which the older program is still sold. */
async function olderWorld(t: TestContext): Promise<World> {
  const here = await world(t)
  await here.decree('legacy-purchases', { licences: 'open', azure: 'open' })
  return here
}

test('an order without a cart buys what the same lines of a cart would', async (t) => {
  const customer = await (await world(t)).customer()
  const basic = await customer.itemOf('business-basic')
  const order = await customer.order(
    [
      { lineItemNumber: 1, offerId: basic, quantity: 3, termDuration: 'P1Y', friendlyName: 'Branch' },
      { lineItemNumber: 0, offerId: basic, quantity: 7, termDuration: 'P1M' },
    ],
    { billingCycle: 'Monthly', referenceCustomerId: customer.id.toUpperCase() },
  )
  const bought = await subscriptionsOf(customer, order.id)
  const charged = await customer.world.operator.ledger({ customerId: customer.id })

  assert.equal(order.billingCycle, 'monthly')
  assert.equal(order['status'], 'completed')
  assert.deepEqual(
    order.lineItems.map(({ lineItemNumber, subscriptionId }) => [lineItemNumber, subscriptionId]),
    bought.map(({ id }, place) => [place, id]),
  )
  assert.deepEqual(
    bought.map(({ quantity }) => quantity),
    [7, 3],
  )
  assert.deepEqual(
    charged.map(({ type, orderId, amount }) => [type, orderId, amount]),
    [
      ['new', order.id, '40.32'],
      ['new', order.id, '15.12'],
    ],
  )
  const read = await customer.client.orders.get({ ...customer.ids, orderId: order.id })
  assert.equal(read.id, order.id)
})

test('the published order of a reservation names neither its term nor its end', async (t) => {
  const customer = await (await world(t)).customer()
  const plan = await customer.azurePlan()
  await plan.register()
  await plan.checkInventory('DZH318Z0Z0B1:0002')
  const offerId = await customer.itemOf('DZH318Z0Z0B1:0002')
  const provisioningContext = { subscriptionId: plan.id.toUpperCase(), scope: 'shared', duration: '1Year' }
  const order = await customer.order([{ offerId, quantity: 1, provisioningContext }], {
    billingCycle: 'one_time',
    currencyCode: 'USD',
  })
  const [reservation] = await subscriptionsOf(customer, order.id)

  assert.equal(reservation?.commitmentEndDate, '2027-01-14T00:00:00Z')
})

test('an order is checked from its shape over the partner and the item to the money', async (t) => {
  const here = await world(t)
  const customer = await here.customer({ agreement: false })
  const basic = await customer.itemOf('business-basic')
  const offerChange = { productId: 'CFQ7TTC0LH18', skuId: '0001' }
  await here.changePartner({ mpa: { accepted: false } })
  await here.arrange('catalogue', { skuChanges: [{ ...offerChange, purchaseSystem: 'VL' }] })
  await here.arrange('credit', { otherwise: { state: 'active', limitUsd: '1.00' } })
  await here.arrange('fulfilment', { outage: true })
  const line = { lineItemNumber: 7, offerId: '', quantity: 400, termDuration: 'P1M' }
  const order = { referenceCustomerId: here.partner.tenantId, billingCycle: 'weekly', line }
  const repaired = (change: object) => () => Promise.resolve({ line: Object.assign(line, change) })

  const done = (work: Promise<unknown>) => work.then(() => ({}))

  await ladder<typeof order>(({ line: one, ...further }) => customer.askForOrder([one], further), order, [
    [{}, faults.requestInputIsInvalid],
    [{ referenceCustomerId: customer.id }, faults.enumValueIsUnknown],
    [{ billingCycle: 'annual' }, faults.catalogItemIdIsMissing],
    [repaired({ offerId: 'CFQ7TTC0LH18:0001' }), faults.lineNumberOutOfRange],
    [repaired({ lineItemNumber: 0 }), faults.partnerAgreementNotAccepted],
    [() => done(here.changePartner({ mpa: { accepted: true } })), faults.customerAgreementNotAccepted],
    [() => done(customer.confirmAgreement()), faults.offerIdIsInvalid],
    [repaired({ offerId: basic }), faults.purchaseSystemNotSupported],
    [() => done(here.arrange('catalogue', { skuChanges: [] })), faults.billingCycleLongerThanTerm],
    [{ billingCycle: 'monthly' }, faults.seatLimitExceeded],
    [repaired({ quantity: 30 }), faults.creditLimitInsufficient],
    [
      () => done(here.arrange('credit', { otherwise: { state: 'active', limitUsd: '10000.00' } })),
      faults.orderCreationFailed,
    ],
    [() => done(here.arrange('fulfilment', { outage: false })), 'accepted'],
  ])
})

test('the same order again is refused for as long as the first is being written', async (t) => {
  const here = await world(t)
  const customer = await here.customer()
  const offerId = await customer.itemOf('business-basic')
  const line = { offerId, quantity: 2, termDuration: 'P1Y' }
  await here.arrange('fulfilment', { submission: 'PT1H' })
  await customer.order([line])
  const cart = await customer.cart([
    { id: 0, catalogItemId: offerId, quantity: 2, billingCycle: 'monthly', termDuration: 'P1Y' },
  ])

  assert.equal(faultOf(await customer.askForOrder([line]))?.code, 800060)
  assert.equal(faultOf(await customer.askToCheckOut(cart))?.code, 800060)
  assert.equal((await customer.askForOrder([{ ...line, quantity: 3 }])).status, 201)
  await here.wait({ hours: 1 })
  assert.equal((await customer.askForOrder([line])).status, 201)
})

test('what only a cart can note on its line is no input for an order', async (t) => {
  const customer = await (await world(t)).customer()
  const offerId = await customer.itemOf('business-basic')
  const named = { offerId, quantity: 2, termDuration: 'P1Y', partnerIdOnRecord: '4100001' }
  const named2 = { offerId: legacyOffers.azure, quantity: 1 }

  assert.equal(faultOf(await customer.askForOrder([named]))?.code, 800002)
  assert.equal(faultOf(await customer.askForOrder([named2]))?.code, 2085)
})

test('an order whose status is none is refused, one that exists is not looked at', async (t) => {
  const customer = await (await world(t)).customer()
  const line = { offerId: await customer.itemOf('business-basic'), quantity: 2, termDuration: 'P1Y' }

  const refused = await customer.askForOrder([line], { status: 'none' })

  assert.deepEqual(faultOf(refused), { code: 900126, status: 400 })
  assert.equal((await customer.askForOrder([line], { status: 'completed' })).status, 201)
})

test('while the older program is sold an order makes subscriptions of it, add-ons under their base', async (t) => {
  const customer = await (await olderWorld(t)).customer()
  const order = await customer.order([{ offerId: legacyOffers.intune.toLowerCase(), quantity: 20 }])
  const [base] = await subscriptionsOf(customer, order.id)
  const parentSubscriptionId = base?.id ?? ''
  const addOn = await customer.order([
    { offerId: legacyOffers['intune-storage'], quantity: 5, parentSubscriptionId },
  ])
  const [storage] = await subscriptionsOf(customer, addOn.id)

  assert.equal(base?.offerId, legacyOffers.intune)
  assert.deepEqual([base.status, base.billingCycle, base.quantity], ['active', 'monthly', 20])
  assert.equal(base.orderId, order.id)
  assert.equal(order.lineItems[0]?.subscriptionId, base.id)
  assert.equal(base.commitmentEndDate, '2027-01-14T00:00:00Z')
  assert.equal(storage?.parentSubscriptionId?.toUpperCase(), base.id)
  assert.equal(addOn.lineItems[0]?.parentSubscriptionId, base.id)
  assert.deepEqual(await customer.world.operator.ledger({ customerId: customer.id }), [])
})

test('a cart of the older program buys nested add-ons with their base', async (t) => {
  const customer = await (await olderWorld(t)).customer()
  const cart = await customer.cart([
    {
      catalogItemId: legacyOffers.intune,
      quantity: 20,
      billingCycle: 'monthly',
      addonItems: [{ catalogItemId: legacyOffers['intune-storage'], quantity: 4 }],
    },
    { catalogItemId: legacyOffers['office-e1'], quantity: 3, billingCycle: 'monthly' },
    { catalogItemId: legacyOffers.azure, quantity: 1 },
  ])
  const { orders } = await customer.checkOut(cart)
  const bought = await Promise.all(orders.map(({ id }) => subscriptionsOf(customer, id)))
  const [office = [], azure = []] = bought.toSorted((a, b) => b.length - a.length)
  const base = office.find(({ offerId }) => offerId === legacyOffers.intune)

  assert.deepEqual(
    Object.fromEntries(office.map((one) => [one.offerId, one.parentSubscriptionId?.toUpperCase()])),
    {
      [legacyOffers.intune]: undefined,
      [legacyOffers['intune-storage']]: base?.id,
      [legacyOffers['office-e1']]: undefined,
    },
  )
  assert.deepEqual(
    azure.map(({ offerId }) => offerId),
    [legacyOffers.azure],
  )
  assert.equal((await customer.askToCheckOut(cart)).status, 201)
})

test('an order of the older program has one billing cycle, and its offers their limits', async (t) => {
  const customer = await (await olderWorld(t)).customer()
  const premium = { offerId: legacyOffers['business-premium'], quantity: 1 }
  const trial = { offerId: legacyOffers['business-premium-trial'], quantity: 25 }
  const numbered = (...lines: NewOrderLine[]) =>
    lines.map((line, lineItemNumber) => ({ ...line, lineItemNumber }))

  assert.equal(faultOf(await customer.askForOrder(numbered(premium, trial)))?.code, 4018)
  assert.equal(faultOf(await customer.askForOrder(numbered(premium, premium, premium)))?.code, 27006)
  assert.equal((await customer.askForOrder(numbered(premium, premium))).status, 201)
  assert.equal(faultOf(await customer.askForOrder([premium]))?.code, 27006)
  assert.equal((await customer.askForOrder([trial])).status, 201)
  assert.equal(faultOf(await customer.askForOrder([trial]))?.code, 27006)
})

test('a subscription of the older program that a customer has had for long has its order', async (t) => {
  const customer = await (await world(t)).customer()
  const subscription = await customer.legacySubscription()
  const { orderId } = await subscription.get()
  const order = await customer.client.orders.get({ ...customer.ids, orderId: orderId.toUpperCase() })

  assert.equal(order.id, orderId)
  assert.equal(order.lineItems[0]?.subscriptionId, subscription.id.toUpperCase())
})
