import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { place, seededCustomer, type Place } from './place.ts'
import type { WireAnswer, WireRequest } from './wire.ts'

const customer = `/v1/customers/${seededCustomer}`
const carts = `${customer}/carts`
const line = {
  id: 0,
  catalogItemId: 'CFQ7TTC0LDPB:0001:CFQ7TTC0LGNT',
  termDuration: 'P1Y',
  billingCycle: 'monthly',
  quantity: 7,
}

let here: Place
before(async () => {
  here = await place()
})

/** An answer, and the last row of the log, which is its. */
async function asked(request: WireRequest) {
  const answer = await here.ask(request)
  const [last] = await here.world.operator.requests.list({ limit: 1 })
  const row = await here.world.operator.requests.get(last?.id ?? '')
  return { answer, row, ignored: row.ignored ?? [], differences: row.differences ?? [] }
}

/** The square of it is more than a test may take. */
const long = 900_000

const sent = (body: unknown) => ({ body: JSON.stringify(body) })
const counted = ({ headers }: WireAnswer) => headers['tenantry-ignored']

test('what nobody reads is in the log with the name that was meant, and its number in a header', async () => {
  const { answer, ignored } = await asked({
    method: 'POST',
    path: `${carts}?sizee=3`,
    ...sent({
      lineItems: [{ ...line, quanttiy: 3, colour: { shade: 'red' }, attributes: { etag: 'x' }, empty: null }],
      stauts: 'active',
      links: { self: { uri: '/x' } },
    }),
  })
  assert.equal(answer.status, 201)
  assert.deepEqual(ignored, [
    { path: '?sizee', value: '3' },
    { path: 'lineItems[0].quanttiy', value: 3, nearest: 'quantity' },
    { path: 'lineItems[0].colour', value: { shade: 'red' } },
    { path: 'stauts', value: 'active', nearest: 'status' },
  ])
  assert.equal(counted(answer), '4')
})

test('a refused request tells it too, one without anything unread has neither header nor rows', async () => {
  const wrong = await asked({
    method: 'POST',
    path: carts,
    ...sent({ lineItems: [{ ...line, id: 9, x: 1 }] }),
  })
  assert.equal(wrong.answer.status, 400)
  assert.deepEqual([counted(wrong.answer), wrong.ignored], ['1', [{ path: 'lineItems[0].x', value: 1 }]])

  const right = await asked({ method: 'POST', path: carts, ...sent({ lineItems: [line] }) })
  assert.deepEqual([right.answer.status, counted(right.answer), right.ignored], [201, undefined, []])
  assert.deepEqual(right.differences, [])
})

test('a body where none is read is unread as a whole, but what clients send for nothing is not', async () => {
  const activate = `${customer}/subscriptions/${seededCustomer}/activate`
  const body = await asked({ method: 'POST', path: `${carts}/${seededCustomer}/checkout`, ...sent({ a: 1 }) })
  assert.equal(body.answer.status, 404)
  assert.deepEqual(body.ignored, [{ path: '', value: '{"a":1}' }])
  for (const empty of ['{}', 'null', '""', ' ']) {
    assert.equal(counted(await here.ask({ method: 'POST', path: activate, body: empty })), undefined, empty)
  }
})

test('who sends back what was read is told only of what is otherwise, and what was stored instead', async () => {
  const { items } = JSON.parse((await here.ask({ path: `${customer}/subscriptions` })).body) as {
    items: { id: string; status: string }[]
  }
  const subscription = items.find(({ status }) => status === 'active')
  assert.ok(subscription !== undefined)
  const { answer, ignored, differences } = await asked({
    method: 'PATCH',
    path: `${customer}/subscriptions/${subscription.id}`,
    ...sent({ ...subscription, PublisherName: 'Nobody', friendlyName: 'Renamed' }),
  })
  assert.equal(answer.status, 200)
  assert.deepEqual(ignored, [{ path: 'PublisherName', value: 'Nobody' }])
  assert.deepEqual(differences, [{ path: 'publisherName', asked: 'Nobody', stored: 'Microsoft Corporation' }])
})

test('long bodies are read in one go: blanks where nothing is taken, and a member with a long name', async () => {
  const { answer } = await asked({
    method: 'POST',
    path: `${carts}/8b7d1f04-6c3e-4a52-b9f0-15d2a6c7e893/checkout`,
    body: `${' '.repeat(long)}x`,
  })
  assert.equal(answer.status, 404)

  const name = `${'x'.repeat(long)}.`
  const { ignored } = await asked({ method: 'POST', path: carts, ...sent({ lineItems: [line], [name]: 1 }) })
  assert.deepEqual(ignored, [{ path: name, value: 1 }])
})
