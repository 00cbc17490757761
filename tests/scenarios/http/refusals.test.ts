import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { publishedPaths } from '@tenantry/contract/published-operations.ts'
import { startServer } from '../../../packages/server/src/server.ts'
import { outcome, place, seededCustomer, type Place } from './place.ts'
import { exchange, send, type WireAnswer } from './wire.ts'

const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const customer = `/v1/customers/${seededCustomer}`
const subscriptions = `${customer}/subscriptions`

let here: Place
before(async () => {
  here = await place()
})

const logged = (answer: WireAnswer) =>
  here.world.operator.requests.get(answer.headers['tenantry-request-log']?.split('/').at(-1) ?? '')

test('a request that no operation takes has ids, a text in the caller’s language and a row in the log', async () => {
  for (const [method, path, status, text, nearest] of [
    [
      'GET',
      `${customer}/subscription?size=1`,
      404,
      'Op dit pad',
      'GET /v1/customers/:customerId/subscriptions',
    ],
    ['POST', '/v1/costumers', 404, 'Op dit pad', 'POST /v1/customers'],
    ['PUT', '/v1/customers', 405, 'andere werkwoorden', 'GET /v1/customers'],
    [
      'DELETE',
      `${subscriptions}/x`,
      405,
      'andere werkwoorden',
      'GET /v1/customers/:customerId/subscriptions/:subscriptionId',
    ],
  ] as const) {
    const answer = await here.ask({ method, path, headers: { 'X-Locale': 'nl' } })
    assert.deepEqual(outcome(answer), [status, 0], path)
    const { description, source } = JSON.parse(answer.body) as { description: string; source: string }
    assert.ok(description.includes(text), description)
    assert.equal(source, 'PartnerApiServiceControllers')
    assert.equal(answer.headers['x-locale'], 'nl-NL')

    const row = await logged(answer)
    assert.deepEqual(
      [row.method, row.path, row.endpoint, row.status, row.nearest],
      [method, path, 'unmatched', status, nearest],
    )
    assert.equal(row.requestId, answer.headers['ms-requestid'])
    assert.match(row.requestId, guid)
    assert.deepEqual(row.answer?.body, JSON.parse(answer.body) as unknown)
  }
})

test('a refused media type has its row too, and other rows have no nearest route', async () => {
  const refused = await here.ask({ path: customer, headers: { ...here.json, Accept: 'text/html' } })
  assert.deepEqual(outcome(refused), [406, 0])
  const row = await logged(refused)
  assert.deepEqual([row.endpoint, row.status, row.nearest], ['getCustomer', 406, undefined])
})

test('of a caller who was not let in the log keeps no body', async () => {
  const body = JSON.stringify({ lineItems: [], note: 'from nobody' })
  const carts = `${customer}/carts`
  const strange = await here.ask({
    method: 'POST',
    path: carts,
    headers: { Authorization: 'Bearer x' },
    body,
  })
  const known = await here.ask({ method: 'POST', path: carts, body })
  const lost = await here.ask({ method: 'POST', path: '/v1/cart', body })
  assert.deepEqual([strange.status, known.status, lost.status], [401, 400, 404])
  assert.deepEqual((await logged(strange)).request, { body: null })
  assert.deepEqual((await logged(lost)).request, { body: null })
  assert.deepEqual((await logged(known)).request, { body: JSON.parse(body) as unknown })
})

test('a literal path that is not built is never taken for an id', async () => {
  for (const method of ['GET', 'PATCH'] as const) {
    const answer = await here.ask({ method, path: `${subscriptions}/usagerecords` })
    assert.deepEqual(outcome(answer), [404, 0], method)
  }
  assert.deepEqual(outcome(await here.ask({ path: `${subscriptions}/usagerecord` })), [404, 20003])

  const names = Object.keys(
    ((await (await fetch(`${here.url}/openapi.json`)).json()) as { paths: object }).paths,
  )
  const shape = (path: string) => path.toLowerCase().replaceAll(/:\w+|\{\w+\}/g, '*')
  const built = new Set(names.map(shape))
  const asked = publishedPaths.filter(({ path }) => !built.has(shape(path)))
  assert.ok(asked.length > 50)
  for (const { path, methods } of asked) {
    const filled = path.replaceAll(/:p\d+/g, seededCustomer)
    const answer = await here.ask({ method: methods[0] ?? 'GET', path: filled })
    assert.equal(answer.status, 404, path)
    assert.equal((await logged(answer)).endpoint, 'unmatched', path)
  }
})

test('every answer names the machine and a correlation vector, the caller’s own where there is one', async () => {
  const given = 'bpqyomePDUqrSSYC.7'
  const vectors = new Set<string | undefined>()
  for (const path of [customer, '/v1/customers/nobody', '/v1/nope']) {
    const { headers } = await here.ask({ path })
    assert.match(headers['ms-cv'] ?? '', /^[A-Za-z0-9+/]{16}\.0$/, path)
    assert.match(headers['ms-serverid'] ?? '', /^\d{9}$/, path)
    vectors.add(headers['ms-cv'])
    const again = await here.ask({ path, headers: { ...here.json, 'MS-CV': given } })
    assert.equal(again.headers['ms-cv'], given)
    const wrong = await here.ask({ path, headers: { ...here.json, 'MS-CV': 'a b' } })
    assert.match(wrong.headers['ms-cv'] ?? '', /^[A-Za-z0-9+/]{16}\.0$/)
  }
  assert.equal(vectors.size, 3)
})

test('no answer may be taken for another type than it says', async () => {
  for (const path of [
    ...[customer, '/v1/customers/nobody', '/v1/nope', '/v1/customers/%zz', '/', '/openapi.json', '/docs'],
    ...['/health/live', '/metrics', '/console/', '/console/none', '/common/discovery/instance'],
    ...['/_tenantry/clock', '/_tenantry/none', '/contoso.onmicrosoft.com/oauth2/token'],
  ]) {
    assert.equal((await here.ask({ path })).headers['x-content-type-options'], 'nosniff', path)
  }
  const broken = await exchange(here.url, 'BREW / HTTP/1.1\r\nHost: x\r\n\r\n')
  assert.equal(broken.headers['x-content-type-options'], 'nosniff')
})

test('two hosts are one too many: 2000, whatever is asked and even if they are the same', async () => {
  const asked = (path: string, hosts: string) =>
    exchange(here.url, `GET ${path} HTTP/1.1\r\n${hosts}Connection: close\r\n\r\n`)
  for (const path of [customer, '/_tenantry/clock', '/', '/v1/nope']) {
    const twice = await asked(path, 'Host: localhost\r\nhost: elsewhere.localhost\r\n')
    assert.deepEqual(outcome(twice), [400, 2000], path)
    assert.match(twice.body, /Host/)
    assert.equal((await asked(path, 'Host: x\r\nHost: x\r\n')).status, 400)
    assert.notEqual((await asked(path, 'Host: x\r\n')).status, 400)
  }
})

test('while a world is reset its callers are asked to come again, and never told that it is gone', async (t) => {
  const server = await startServer({ port: 0, clock: 'fixed', seed: 'empty' })
  t.after(() => server.close())
  const operator = { Authorization: `Operator ${server.operatorKey}` }
  const state = { isOver: false }
  const reset = send(server.url, { method: 'POST', path: '/_tenantry/worlds/main/reset', headers: operator })
  const over = reset.finally(() => (state.isOver = true))

  const seen = new Set<number>()
  while (!state.isOver) {
    const answers = await Promise.all([
      send(server.url, { path: customer }),
      send(server.url, { path: '/_tenantry/clock', headers: operator }),
    ])
    for (const { status, headers } of answers) {
      seen.add(status)
      if (status === 503) assert.equal(headers['retry-after'], '1')
    }
  }
  assert.equal((await over).status, 200)
  assert.ok(!seen.has(404) && !seen.has(500), [...seen].join(' '))
})

test('an unexpected failure is 800003 and says no more', async (t) => {
  const server = await startServer({ port: 0, clock: 'fixed' })
  t.after(() => server.close())
  const main = server.worlds.get('main')
  const key = server.operatorKey
  const made = await fetch(`${server.url}/_tenantry/tokens`, {
    method: 'POST',
    headers: { authorization: `Operator ${key}` },
    body: JSON.stringify({ tenantId: here.world.partner.tenantId }),
  })
  const { access_token } = (await made.json()) as { access_token: string }
  const headers = { Authorization: `Bearer ${access_token}` }
  assert.equal((await send(server.url, { path: customer, headers })).status, 200)
  t.mock.method(main.engine, 'read', async () => {
    throw new RangeError('the disk is round')
  })
  const answer = await send(server.url, { path: customer, headers })
  assert.deepEqual(outcome(answer), [500, 800003])
  assert.doesNotMatch(answer.body, /round/)
})
