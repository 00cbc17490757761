import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { faults } from '@tenantry/contract/faults/index.ts'
import type { NewOrder, Order, OrderRequest } from '@tenantry/contract/resources/order.ts'
import { faultOf, type Customer, type NewOrderLine } from '@tenantry/recipes'
import { legacyOffers } from '@tenantry/recipes/products.ts'
import { ladder } from '../../world/ladder.ts'
import { world } from '../../world/world.ts'

async function olderCustomer(t: TestContext): Promise<Customer> {
  const here = await world(t)
  await here.decree('legacy-purchases', { licences: 'open', azure: 'open' })
  return here.customer()
}

const change = (customer: Customer, order: Order, changes: OrderRequest) =>
  customer.ask.orders.update({ ...customer.ids, orderId: order.id }, { ...order, ...changes })

const bought = (customer: Customer, order: Order, line = 0) =>
  customer.subscription(order.lineItems[line]?.subscriptionId ?? '')

const numbered = (...lines: NewOrderLine[]) =>
  lines.map((line, lineItemNumber) => ({ ...line, lineItemNumber }))

test('an order of the older program is billed in another rhythm, and its year begins anew', async (t) => {
  const customer = await olderCustomer(t)
  const order = await customer.order(
    numbered(
      { offerId: legacyOffers.intune, quantity: 20 },
      { offerId: legacyOffers['office-e1'], quantity: 3 },
    ),
  )
  const parentSubscriptionId = bought(customer, order).id
  const storage = await customer.order([
    { offerId: legacyOffers['intune-storage'], quantity: 4, parentSubscriptionId },
  ])
  await customer.world.wait({ days: 40 })
  const answer = await change(customer, order, { billingCycle: 'Annual' })
  const [intune, office] = [await bought(customer, order).get(), await bought(customer, order, 1).get()]
  const addOn = await bought(customer, storage).get()

  assert.ok(answer.accepted)
  assert.equal(answer.body.billingCycle, 'annual')
  assert.deepEqual([intune.billingCycle, office.billingCycle], ['annual', 'annual'])
  assert.equal(intune.commitmentEndDate, '2027-02-23T00:00:00Z')
  assert.equal(office.commitmentEndDate, '2027-02-23T00:00:00Z')
  assert.deepEqual([addOn.billingCycle, addOn.commitmentEndDate], ['monthly', '2027-02-23T00:00:00Z'])
  const { events } = await customer.world.waitUntil('2027-02-24T01:00:00Z')
  const renewed = events.filter(({ type }) => type === 'subscription-renewed').map(({ subject }) => subject)
  assert.ok(renewed.includes(bought(customer, order).id.toLowerCase()))
})

test('a change of the billing cycle is checked from the account over each subscription to its offer', async (t) => {
  const customer = await olderCustomer(t)
  const here = customer.world
  const order = await customer.order(
    numbered(
      { offerId: legacyOffers.intune, quantity: 20 },
      { offerId: legacyOffers['intune-device'], quantity: 3 },
      { offerId: legacyOffers['directory-premium'], quantity: 3 },
    ),
  )
  await here.wait({ days: 40 })
  await here.arrange('migration', { latency: 'PT12H' })
  await customer.client.migrations.create(customer.ids, {
    currentSubscriptionId: order.lineItems[2]?.subscriptionId ?? '',
  })
  await here.arrange('legacy-billing', { closedAccounts: [customer.id], replication: 'PT6H' })
  await bought(customer, order).change({ status: 'suspended' })
  const done = (work: Promise<unknown>) => work.then(() => ({}))

  await ladder<OrderRequest>(
    (changes) => change(customer, order, changes),
    { id: customer.id, billingCycle: 'weekly' },
    [
      [{}, faults.enumValueIsUnknown],
      [{ billingCycle: 'monthly' }, faults.requestInputIsInvalid],
      [{ id: order.id }, faults.requestInputIsInvalid],
      [{ billingCycle: 'annual' }, faults.noMintAccount],
      [
        () => done(here.arrange('legacy-billing', { closedAccounts: [] })),
        faults.subscriptionSyncNotCompleted,
      ],
      [() => done(here.wait({ hours: 7 })), faults.operationIsPending],
      // The migration fails, so that the subscription is as it was.
      [
        async () => {
          await here.arrange('fulfilment', { outage: true })
          return done(here.wait({ hours: 12 }))
        },
        faults.orderHasInactiveSubscriptions,
      ],
      [
        async () => {
          await bought(customer, order).change({ status: 'active' })
          return done(here.wait({ hours: 7 }))
        },
        faults.offerDoesNotSupportBillingCycle,
      ],
    ],
    {
      of: 'Change the billing cycle of an order',
      seenBy: here,
      apart: {
        cyclesAreThatOfOrder: 'only a trial that was converted is billed in another rhythm than its order',
      },
    },
  )
})

test('an add-on of the older program is bought with the order of its base', async (t) => {
  const customer = await olderCustomer(t)
  const order = await customer.order([{ offerId: legacyOffers.intune, quantity: 20 }])
  const base = bought(customer, order)
  const addOn = { offerId: legacyOffers['intune-storage'], quantity: 4, parentSubscriptionId: base.id }
  const answer = await change(customer, order, { lineItems: [addOn] })
  assert.ok(answer.accepted)
  const { lineItems } = answer.body
  const storage = customer.subscription(lineItems[1]?.subscriptionId ?? '')
  const again = await change(customer, order, { lineItems: [...lineItems] })
  const listed = await base.client.subscriptions.listAddOns(base.ids)

  assert.deepEqual(
    lineItems.map((line) => [line.lineItemNumber, line.offerId, line.parentSubscriptionId]),
    [
      [0, legacyOffers.intune, undefined],
      [1, legacyOffers['intune-storage'], base.id],
    ],
  )
  assert.equal((await storage.get())['orderId'], order.id)
  assert.deepEqual(
    listed.items.map(({ id }) => id),
    [storage.id],
  )
  assert.equal(faultOf(again)?.code, 800002)
  const office = { ...addOn, offerId: legacyOffers['office-e3'] }
  assert.equal(faultOf(await change(customer, order, { lineItems: [office] }))?.code, 800029)
  const device = await customer.order([{ offerId: legacyOffers.intune, quantity: 2 }], {
    billingCycle: 'annual',
  })
  assert.equal(faultOf(await change(customer, device, { lineItems: [addOn] }))?.code, 900269)
})

test('an order of new commerce is changed by its subscriptions', async (t) => {
  const customer = await (await world(t)).customer()
  const offerId = await customer.itemOf('business-basic')
  const order = await customer.order([{ offerId, quantity: 2, termDuration: 'P1Y' }])

  assert.equal(faultOf(await change(customer, order, { billingCycle: 'annual' }))?.code, 800002)
  assert.equal(faultOf(await change(customer, order, { status: 'cancelled' }))?.code, 800061)
})

test('a cancellation of an order is checked from the program over the product to its window', async (t) => {
  const customer = await olderCustomer(t)
  const plan = await customer.azurePlan()
  await plan.register()
  const provisioningContext = { subscriptionId: plan.id, scope: 'shared', duration: '1Year' }
  const once = { billingCycle: 'one_time' }
  const place = async (
    product: string,
    line: Partial<NewOrderLine>,
    further: Partial<NewOrder>,
  ): Promise<Order> =>
    customer.order([{ offerId: await customer.itemOf(product), quantity: 1, ...line }], further)
  const software = () => place('windows-server-cal', { termDuration: 'P3Y' }, once)
  const bygone = await software()
  await customer.world.wait({ days: 8 })

  await plan.checkInventory('DZH318Z0Z0B1:0002')
  await ladder<{ order: Order }>(
    ({ order }) => change(customer, order, { status: 'cancelled' }),
    { order: await customer.order([{ offerId: legacyOffers['office-e1'], quantity: 1 }]) },
    [
      [{}, faults.legacyOrderNotCancellable],
      [
        { order: await place('saas-medium', { termDuration: 'P1Y' }, { billingCycle: 'annual' }) },
        faults.seatBasedSaasNotCancellableByOrder,
      ],
      [{ order: await place('office-e3', { termDuration: 'P1Y' }, {}) }, faults.orderNotCancellable],
      [
        { order: await place('DZH318Z0Z0B1:0002', { provisioningContext }, once) },
        faults.purchaseNotCancellableOutsideSandbox,
      ],
      [{ order: bygone }, faults.cancellationWindowDaysPassed],
      [{ order: await software() }, 'accepted'],
    ],
    {
      of: 'Cancel an order',
      seenBy: customer.world,
      apart: { sandboxOrderIsRecent: 'this is no sandbox' },
    },
  )
})
