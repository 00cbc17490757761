import assert from 'node:assert/strict'
import { test } from 'node:test'
import { appCredentials, partnerCenter } from '@tenantry/sdk'
import { newCustomer, World } from '@tenantry/recipes'
import { operatorOf } from '../../world/world.ts'

test('an app signs in, finds products, makes a customer and orders two products with an add-on', async (t) => {
  const operator = await operatorOf(t)
  const world = await World.open(operator)
  const [app] = world.partner.apps
  assert.ok(app)
  const client = partnerCenter({
    url: operator.options.url,
    tokens: appCredentials({
      authority: operator.options.url,
      tenantId: world.partner.tenantId,
      ...app,
      version: 'v2',
    }),
  })

  const products = await client.catalogue.getProducts({ country: 'US', targetView: 'OnlineServices' })
  assert.ok(products.items.some(({ id }) => id === 'CFQ7TTC0LH18'))

  const created = await client.customers.create(await newCustomer(world))
  const customerId = created.id
  const customer = world.customerOf(customerId)
  await customer.confirmAgreement()

  const cart = await client.carts.create(
    { customerId },
    {
      lineItems: [
        await customer.line('m365-e3', { seats: 20 }, 0),
        await customer.line('visio-1', { seats: 5, cycle: 'annual' }, 1),
        await customer.line('copilot', { seats: 20, cycle: 'annual' }, 2),
      ],
    },
  )
  assert.deepEqual(
    cart.lineItems.map(({ error }) => error),
    [undefined, undefined, undefined],
  )

  const { orders = [] } = await client.orders.checkOutCart({ customerId, cartId: cart.id })
  const bought = orders.flatMap(({ lineItems = [] }) => lineItems.map(({ subscriptionId }) => subscriptionId))
  assert.equal(bought.length, 3)

  const listed = await client.subscriptions.list({ customerId })
  assert.deepEqual(listed.items.map(({ id }) => id).sort(), bought.sort())
  assert.deepEqual(
    listed.items.map(({ status }) => status),
    ['active', 'active', 'active'],
  )
})

test('seats bought by mistake are given back within the window, and the books balance', async (t) => {
  const world = await World.open(await operatorOf(t))
  const subscription = await (await world.customer()).subscribe('business-basic', { seats: 10 })

  await world.wait({ hours: 12 })
  await subscription.change({ status: 'deleted' })

  const charges = await world.operator.ledger({ subscriptionId: subscription.id })
  assert.deepEqual(
    charges.map(({ type }) => type),
    ['new', 'cancelImmediate'],
  )
  assert.equal(Number(charges[0]?.amount) + Number(charges[1]?.amount), 0)
})

test('a year later a subscription has renewed and was charged for every month', async (t) => {
  const world = await World.open(await operatorOf(t))
  const subscription = await (await world.customer()).subscribe('business-standard', { seats: 3 })
  const before = await subscription.get()

  await world.wait({ years: 1, days: 1 })

  const after = await subscription.get()
  const charges = await world.operator.ledger({ subscriptionId: subscription.id })
  assert.equal(after.status, 'active')
  assert.ok(after.commitmentEndDate > before.commitmentEndDate)
  assert.deepEqual(
    charges.map(({ type }) => type),
    ['new', ...Array.from({ length: 11 }, () => 'cycleCharge'), 'renew'],
  )
})

test('part of the seats become a higher product that ends on the same day', async (t) => {
  const world = await World.open(await operatorOf(t))
  const customer = await world.customer()
  const basic = await customer.subscribe('business-basic', { seats: 10 })
  await world.wait({ days: 20 })

  const { toSubscriptionId = '' } = await basic.transition({
    to: 'business-premium',
    seats: 4,
    term: 'P1Y',
    cycle: 'monthly',
  })

  const [source, target] = [await basic.get(), await customer.subscription(toSubscriptionId).get()]
  assert.deepEqual([source.quantity, target.quantity], [6, 4])
  assert.equal(target.commitmentEndDate, source.commitmentEndDate)
})
