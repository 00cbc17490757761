import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { outcome, place, seededCustomer, type Place } from './place.ts'
import type { WireRequest } from './wire.ts'

const customer = `/v1/customers/${seededCustomer}`
const carts = `${customer}/carts`
const anId = '3f8e7a52-4c1b-4f0e-9d6a-2b7c8d9e0f11'

/** Refused requests leave nothing behind, and the few carts that are made disturb nobody. */
let here: Place
before(async () => {
  here = await place()
})

const answered = (request: WireRequest) => here.ask(request).then(outcome)

describe('bodies that do not fit', () => {
  const line =
    '"id":0,"catalogItemId":"CFQ7TTC0LDPB:0001:CFQ7TTC0LGNT","termDuration":"P1Y","billingCycle":"monthly"'
  const deep = (open: string, close: string, depth = 100_000) => open.repeat(depth) + close.repeat(depth)

  for (const [what, body] of [
    ['no JSON', '{"lineItems":'],
    ['nothing', ''],
    ['blanks', '  '],
    ['null', 'null'],
    ['an array', '[]'],
    ['a text', '"lineItems"'],
    ['a name without its value', '{"lineItems"}'],
    ['NaN', `{"lineItems":[{${line},"quantity":NaN}]}`],
    ['a number beyond all bounds', `{"lineItems":[{${line},"quantity":1e400}]}`],
    ['a fraction', `{"lineItems":[{${line},"quantity":1.5}]}`],
    ['minus nothing', `{"lineItems":[{${line},"quantity":-0}]}`],
    ['a text for a number', `{"lineItems":[{${line},"quantity":"1"}]}`],
    ['an object for an array', `{"lineItems":{"0":{${line},"quantity":1}}}`],
    ['an array for an object', `{"lineItems":[[${line.replaceAll(':', ',')}]]}`],
    ['a hundred thousand arrays in one another', `{"lineItems":${deep('[', ']')}}`],
    ['a hundred thousand objects in one another', deep('{"a":', '}').replace(/:}/, ':1}')],
    ['deep nesting where anything goes', `{"lineItems":[{"quantity":${deep('[', ']')}}]}`],
    ['members only through __proto__', `{"__proto__":{"lineItems":[{${line},"quantity":1}]}}`],
    ['a line whose members come through __proto__', `{"lineItems":[{"__proto__":{${line},"quantity":1}}]}`],
    ['bytes that are no UTF-8', Buffer.from([0x7b, 0xff, 0xfe, 0x7d])],
  ] as const) {
    test(`a cart of ${what} is refused with 800002`, async () => {
      assert.deepEqual(await answered({ method: 'POST', path: carts, body }), [400, 800002])
    })
  }

  test('each family refuses what is no JSON in its own way', async () => {
    const support = `${customer}/subscriptions/${anId}/supportcontact`
    const promotions = `${customer}/promotionEligibilities`
    assert.deepEqual(await answered({ method: 'POST', path: carts, body: '{' }), [400, 800002])
    assert.deepEqual(await answered({ method: 'PUT', path: support, body: '{' }), [400, 3000])
    assert.deepEqual(await answered({ method: 'POST', path: promotions, body: '{' }), [400, 400056])
  })

  test('tens of thousands of wrong lines are refused quickly, and not each is told', async () => {
    const startedMs = performance.now()
    const answer = await here.ask({
      method: 'POST',
      path: carts,
      body: `{"lineItems":[${'{},'.repeat(100_000)}{}]}`,
    })
    assert.deepEqual(outcome(answer), [400, 800002])
    assert.ok(answer.body.length < 16_384, `${answer.body.length} characters`)
    assert.ok(performance.now() - startedMs < 1_500)
  })

  test('of a name that is given twice the last value counts', async () => {
    const body = `{"lineItems":[{${line},"quantity":0,"quantity":7}]}`
    const answer = await here.ask({ method: 'POST', path: carts, body })
    assert.equal(answer.status, 201)
    assert.equal((JSON.parse(answer.body) as { lineItems: { quantity: number }[] }).lineItems[0]?.quantity, 7)
  })

  test('texts with NUL, emoji and half a surrogate pair are kept as they are', async () => {
    const friendlyName = '\u0000 \u{1f600} \ud83d end'
    const body = `{"lineItems":[{${line},"quantity":1,"friendlyName":${JSON.stringify(friendlyName)}}]}`
    const made = JSON.parse((await here.ask({ method: 'POST', path: carts, body })).body) as { id: string }
    const kept = JSON.parse((await here.ask({ path: `${carts}/${made.id}` })).body) as {
      lineItems: { friendlyName: string }[]
    }
    assert.equal(kept.lineItems[0]?.friendlyName, friendlyName)
  })
})

describe('queries', () => {
  const list = (query: string) => here.ask({ path: `/v1/customers?${query}` })

  for (const query of [
    'size=-1',
    'size=abc',
    'size=1e2',
    'size=%zz',
    'size=99999999999999999999',
    'filter=%7B',
    'filter=%5B%5D',
    'filter=null',
  ]) {
    test(`?${query} is refused with 400056`, async () => {
      assert.deepEqual(outcome(await list(query)), [400, 400056])
    })
  }

  test('a filter by a name that every object has is a filter by an unknown field', async () => {
    for (const Field of ['__proto__', 'constructor', 'toString']) {
      const filter = encodeURIComponent(JSON.stringify({ Field, Value: 'x', Operator: 'starts_with' }))
      assert.deepEqual(outcome(await list(`filter=${filter}`)), [400, 3000], Field)
    }
  })

  test('unknown and repeated parameters and very many of them do no harm', async () => {
    const many = Array.from({ length: 1_000 }, (_, i) => `a${i}=1`).join('&')
    for (const query of [many, '__proto__=1&constructor=2', 'size=1&size=abc', 'size=', '&&&=&=1']) {
      assert.equal((await list(query)).status, 200, query.slice(0, 40))
    }
  })
})
