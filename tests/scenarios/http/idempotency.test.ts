import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import type { CartRequest } from '@tenantry/contract/resources/cart.ts'
import { faultOf } from '@tenantry/recipes'
import { newCustomer } from '@tenantry/recipes/new-customer.ts'
import type { Customer } from '@tenantry/recipes/customer.ts'
import type { World } from '@tenantry/recipes/world.ts'
import { outcome, place } from './place.ts'
import { send, type WireAnswer } from './wire.ts'

const ids = [
  '0b6b0a4e-9c1d-4b7e-8a53-6f1e2d3c4b5a',
  '1c7c1b5f-ad2e-4c8f-9b64-7a2f3e4d5c6b',
  '2d8d2c6a-be3f-4d9a-8c75-8b3a4f5e6d7c',
] as const

/** A call with a request id of its own, as bytes: what is replayed must be the same to the last one. */
const named = (world: World, requestId: string, path: string, body?: object | string): Promise<WireAnswer> =>
  send(world.operator.options.url, {
    method: 'POST',
    path,
    headers: {
      Authorization: `Bearer ${world.caller.token}`,
      'Content-Type': 'application/json',
      'MS-RequestId': requestId,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })

async function customerIn(
  t: TestContext,
): Promise<{ world: World; customer: Customer; carts: string; cart: CartRequest }> {
  const { world } = await place(t)
  const customer = await world.customer()
  const cart = { lineItems: [await customer.line('business-basic')] }
  return { world, customer, carts: `/v1/customers/${customer.id}/carts`, cart }
}

const customersOf = async (world: World) => (await world.client.customers.list({ size: 0 })).totalCount

test('a request that comes twice under one id has one effect and the same bytes for an answer', async (t) => {
  const { world } = await place(t)
  const body = await newCustomer(world)
  const before = await customersOf(world)

  const first = await named(world, ids[0], '/v1/customers', body)
  const second = await named(world, ids[0].toUpperCase(), '/v1/customers', body)

  assert.equal(first.status, 201)
  assert.deepEqual([second.status, second.body], [first.status, first.body])
  assert.equal(second.headers['location'], first.headers['location'])
  assert.equal(await customersOf(world), before + 1)
})

test('a checkout that comes twice under one id orders once', async (t) => {
  const { world, customer, carts, cart } = await customerIn(t)
  const { id } = await customer.cart(cart.lineItems)

  const first = await named(world, ids[0], `${carts}/${id}/checkout`)
  const second = await named(world, ids[0], `${carts}/${id}/checkout`)

  assert.equal(first.status, 201)
  assert.equal(second.body, first.body)
  const { items } = await customer.client.orders.list(customer.ids)
  assert.equal(items.length, 1)
})

test('the same id with another body is refused, and the first answer is kept', async (t) => {
  const { world, carts, cart } = await customerIn(t)
  const first = await named(world, ids[0], carts, cart)

  const other = await named(world, ids[0], carts, { ...cart, partnerOnRecordAttestationAccepted: true })
  assert.deepEqual(outcome(other), [400, 800002])

  assert.equal((await named(world, ids[0], carts, cart)).body, first.body)
})

test('one id may go with calls of different operations, as the official client sends it', async (t) => {
  const { world, customer, carts, cart } = await customerIn(t)
  const made = await named(world, ids[0], carts, cart)
  const { id } = JSON.parse(made.body) as { id: string }
  assert.equal((await named(world, ids[0], `${carts}/${id}/checkout`)).status, 201)
  assert.equal((await customer.client.orders.list(customer.ids)).items.length, 1)
})

test('twins that come at the same time have one effect: one is told to wait or gets the same answer', async (t) => {
  const { world, customer, carts, cart } = await customerIn(t)
  const { id } = await customer.cart(cart.lineItems)

  const answers = await Promise.all(
    Array.from({ length: 8 }, () => named(world, ids[0], `${carts}/${id}/checkout`)),
  )

  const accepted = answers.filter(({ status }) => status === 201)
  const refused = answers.filter(({ status }) => status !== 201).map(outcome)
  assert.ok(accepted.length >= 1)
  assert.equal(new Set(accepted.map(({ body }) => body)).size, 1)
  assert.ok(
    refused.every(([status, code]) => status === 409 && code === 800064),
    JSON.stringify(refused),
  )
  assert.equal((await customer.client.orders.list(customer.ids)).items.length, 1)
})

test('checkouts of one cart at the same time under different ids order once', async (t) => {
  const { world, customer, carts, cart } = await customerIn(t)
  const { id } = await customer.cart(cart.lineItems)

  const answers = await Promise.all(ids.map((each) => named(world, each, `${carts}/${id}/checkout`)))

  assert.ok(
    answers.every(({ status }) => status < 500),
    JSON.stringify(answers.map(outcome)),
  )
  assert.equal((await customer.client.orders.list(customer.ids)).items.length, 1)
})

test('a failure is replayed under its id although its cause is gone; under a new id it is tried anew', async (t) => {
  const { world } = await place(t)
  const customer = await world.customer({ agreement: false })
  const cart = await customer.cart([await customer.line('business-basic')])
  const path = `/v1/customers/${customer.id}/carts/${cart.id}/checkout`

  const refused = await named(world, ids[0], path)
  assert.ok(refused.status >= 400)
  await customer.confirmAgreement()

  const replayed = await named(world, ids[0], path)
  assert.deepEqual([replayed.status, replayed.body], [refused.status, refused.body])
  assert.equal((await named(world, ids[1], path)).status, 201)
})

test('after a day of world time the same id names a new request', async (t) => {
  const { world, carts, cart } = await customerIn(t)
  const first = await named(world, ids[0], carts, cart)

  await world.wait({ hours: 24 })
  assert.equal((await named(world, ids[0], carts, cart)).body, first.body)

  await world.operator.clock.advance({ by: 'PT1S' })
  const anew = await named(world, ids[0], carts, cart)
  assert.equal(anew.status, 201)
  assert.notEqual(anew.body, first.body)
})

test('after a day a refusal takes the place of the older answer', async (t) => {
  const { world } = await place(t)
  const body = JSON.stringify(await newCustomer(world))
  assert.equal((await named(world, ids[0], '/v1/customers', body)).status, 201)
  await world.operator.clock.advance({ by: 'P2D' })

  const refused = await named(world, ids[0], '/v1/customers', body)
  assert.ok(refused.status >= 400)

  const logged = await world.operator.requests.list({ path: '/v1/customers', limit: 1 })
  assert.equal(logged[0]?.replayed, false)
  assert.equal((await named(world, ids[0], '/v1/customers', body)).body, refused.body)
  assert.equal((await world.operator.requests.list({ path: '/v1/customers', limit: 1 }))[0]?.replayed, true)
})

test('the same id of another partner is another request', async (t) => {
  const { world } = await place(t)
  const other = await world.of({ type: 'directBill', environment: 'production', index: 1 })
  const mine = await named(world, ids[0], '/v1/customers', await newCustomer(world))
  const theirs = await named(other, ids[0], '/v1/customers', await newCustomer(other))
  assert.deepEqual([mine.status, theirs.status], [201, 201])
  assert.notEqual(mine.body, theirs.body)
})

test('a replay shows nothing once the relationship with the customer has ended', async (t) => {
  const { world, customer, carts, cart } = await customerIn(t)
  assert.equal((await named(world, ids[0], carts, cart)).status, 201)

  const ended = await customer.ask.customers.update(customer.ids, {
    relationshipToPartner: 'none',
    attributes: { objectType: 'Customer' },
  })
  assert.equal(ended.status, 200, JSON.stringify(faultOf(ended)))

  const [status, code] = outcome(await named(world, ids[0], carts, cart))
  assert.ok((status === 403 && code === 20002) || (status === 404 && code === 60003), `${status} ${code}`)
})

test('a request that was throttled is not remembered', async (t) => {
  const { world, carts, cart } = await customerIn(t)
  await world.arrange('throttling', { perEndpoint: { createCart: 1 } })
  assert.equal((await named(world, ids[0], carts, cart)).status, 201)
  assert.equal((await named(world, ids[1], carts, cart)).status, 429)

  await world.arrange('throttling', { perEndpoint: { createCart: 0 } })
  assert.equal((await named(world, ids[1], carts, cart)).status, 201)
})

test('a read may be repeated under its id and shows the present', async (t) => {
  const { world, customer } = await customerIn(t)
  const list = () => customer.client.subscriptions.list(customer.ids, {}, { requestId: ids[0] })
  assert.equal((await list()).items.length, 0)
  await customer.subscribe('business-basic')
  assert.equal((await list()).items.length, 1)
  assert.ok(world)
})
