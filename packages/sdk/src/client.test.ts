import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Call } from './call.ts'
import { core } from './client.ts'
import { NoAnswerError, PartnerCenterError } from './fault.ts'
import { partnerCenter } from './index.ts'
import { everyItem, type Page } from './pages.ts'
import { appCredentials, fixedToken } from './tokens.ts'
import type { Transport } from './transport.ts'

interface Asked {
  readonly url: string
  readonly method: string
  readonly headers: Headers
  readonly body: string
}

/** A network that answers what it is told, in order; an Error is a connection that breaks. */
function network(...answers: (Response | Error)[]) {
  const asked: Asked[] = []
  const waitedMs: number[] = []
  let made = 0
  const transport: Transport = {
    fetch: (url, init) => {
      asked.push({
        url,
        method: init.method ?? '',
        headers: new Headers(init.headers),
        body: String(init.body ?? ''),
      })
      const answer = answers[asked.length - 1]
      if (answer === undefined) throw new Error('the network was asked too often')
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer)
    },
    wait: (delayMs) => {
      waitedMs.push(delayMs)
      return Promise.resolve()
    },
    nowMs: () => 0,
    newRequestId: () => `id-${(made += 1)}`,
  }
  return { asked, waitedMs, transport }
}

const json = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers })

const listCarts: Call = {
  method: 'GET',
  path: '/v1/customers/:customerId/carts',
  params: { customerId: 'c 1' },
}
const url = 'https://partner.example/'

test('a call carries the token, the locale and ids, and its path is filled in', async () => {
  const { asked, transport } = network(json(200, { items: [] }))
  const client = core({ url, tokens: fixedToken('abc'), locale: 'nl-NL', transport })

  await client.send(
    { ...listCarts, query: { size: 5, filter: { Field: 'Name' }, none: undefined } },
    { ifMatch: 'e1' },
  )

  assert.equal(
    asked[0]?.url,
    'https://partner.example/v1/customers/c%201/carts?size=5&filter=%7B%22Field%22%3A%22Name%22%7D',
  )
  assert.equal(asked[0]?.headers.get('authorization'), 'Bearer abc')
  assert.equal(asked[0]?.headers.get('x-locale'), 'nl-NL')
  assert.equal(asked[0]?.headers.get('if-match'), '"e1"')
  assert.equal(asked[0]?.headers.get('ms-requestid'), 'id-1')
})

test('a call that got no answer is repeated under the same request id', async () => {
  const { asked, transport } = network(new Error('reset'), json(503, {}), json(201, { id: 'cart' }))
  const client = core({ url, tokens: fixedToken('abc'), transport })

  assert.deepEqual(await client.send({ method: 'POST', path: '/v1/carts', body: {} }), { id: 'cart' })
  assert.equal(new Set(asked.map(({ headers }) => headers.get('ms-requestid'))).size, 1)
  assert.equal(asked.length, 3)
})

test('after 429 a client waits as long as it was told to', async () => {
  const throttled = json(
    429,
    { statusCode: 429, message: 'Rate limit is exceeded.' },
    { 'retry-after': '57' },
  )
  const { waitedMs, transport } = network(throttled, json(200, {}))

  await core({ url, tokens: fixedToken('abc'), transport }).send(listCarts)

  assert.deepEqual(waitedMs, [57_000])
})

test('a refused call is not repeated and says its code', async () => {
  const body = { code: 800009, description: 'Error in Cart item(s)', data: ['x'], source: 'PartnerFD' }
  const { asked, transport } = network(json(400, body))

  await assert.rejects(core({ url, tokens: fixedToken('abc'), transport }).send(listCarts), (error) => {
    assert.ok(error instanceof PartnerCenterError)
    assert.deepEqual([error.status, error.code, error.data], [400, 800009, ['x']])
    return true
  })
  assert.equal(asked.length, 1)
})

test('a network that stays away ends in an error of its own', async () => {
  const { transport } = network(new Error('a'), new Error('b'))

  await assert.rejects(
    core({ url, tokens: fixedToken('abc'), transport, attemptsMax: 2 }).send(listCarts),
    NoAnswerError,
  )
})

test('an app token is kept until it is refused, and asked for in the words of its version', async () => {
  const token = (name: string) => json(200, { access_token: name, expires_in: '3600' })
  const { asked, transport } = network(
    token('one'),
    json(200, {}),
    json(401, {}),
    token('two'),
    json(200, {}),
  )
  const tokens = appCredentials({
    authority: 'https://login.example',
    tenantId: 'contoso',
    clientId: 'app',
    clientSecret: 's',
    version: 'v2',
  })
  const client = core({ url, tokens, transport })

  await client.send(listCarts)
  await client.send(listCarts)

  assert.equal(asked[0]?.url, 'https://login.example/contoso/oauth2/v2.0/token')
  assert.match(asked[0]?.body ?? '', /scope=https%3A%2F%2Fapi.partnercenter.microsoft.com%2F.default/)
  assert.deepEqual(
    asked.map(({ headers }) => headers.get('authorization')),
    [null, 'Bearer one', 'Bearer one', null, 'Bearer two'],
  )
})

test('a list is read to its end by the links and headers that the server hands out', async () => {
  const next = {
    uri: '/customers?size=2&seekOperation=Next',
    headers: [{ key: 'MS-ContinuationToken', value: 'abc:def' }],
  }
  const { asked, transport } = network(
    json(200, { items: [1, 2], links: { next } }),
    json(200, { items: [3] }),
  )
  const client = core({ url, tokens: fixedToken('abc'), transport })
  const seen: number[] = []

  for await (const item of everyItem(client, client.send<Page<number>>(listCarts))) seen.push(item)

  assert.deepEqual(seen, [1, 2, 3])
  assert.equal(asked[1]?.url, 'https://partner.example/v1/customers?size=2&seekOperation=Next')
  assert.equal(asked[1]?.headers.get('ms-continuationtoken'), 'abc:def')
})

test('an operation that is asked for answers its refusal instead of throwing it', async () => {
  const fault = { code: 20000, description: 'no such order', data: ['o1'], source: 'PartnerFD' }
  const { asked, transport } = network(
    json(404, fault, { 'ms-correlationid': 'c1' }),
    json(502, 'a page of a gateway'),
    json(200, { id: 'o1', status: 'completed' }),
  )
  const client = partnerCenter({ url, tokens: fixedToken('abc'), transport, attemptsMax: 1 })
  const path = { customerId: 'c', orderId: 'o 1' }

  const refused = await client.ask.orders.get(path, { include_price: true })
  assert.ok(!refused.accepted)
  assert.deepEqual([refused.status, refused.fault?.code, refused.fault?.data], [404, 20000, ['o1']])
  assert.equal(refused.headers.get('ms-correlationid'), 'c1')
  assert.equal(asked[0]?.url, 'https://partner.example/v1/customers/c/orders/o%201?include_price=true')

  const lost = await client.ask.orders.get(path)
  assert.ok(!lost.accepted)
  assert.deepEqual([lost.fault, lost.body], [undefined, 'a page of a gateway'])

  const accepted = await client.ask.orders.get(path)
  assert.ok(accepted.accepted)
  assert.equal(accepted.body.status, 'completed')
})
