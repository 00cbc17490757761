import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import { World } from '@tenantry/recipes/world.ts'
import { operatorClient } from '@tenantry/sdk/operator.ts'
import { startServer } from '../../../packages/server/src/server.ts'
import { outcome, place, seededCustomer, type Place } from './place.ts'
import { send } from './wire.ts'

const customer = `/v1/customers/${seededCustomer}`
const carts = `${customer}/carts`
const mark = '\uFEFF'
const line = { id: 0, catalogItemId: 'CFQ7TTC0LDPB:0001:CFQ7TTC0LGNT', termDuration: 'P1Y', quantity: 7 }
const cart = JSON.stringify({ lineItems: [{ ...line, billingCycle: 'monthly', friendlyName: 'Café Ω' }] })

let here: Place
before(async () => {
  here = await place()
})

test('every JSON answer of /v1 begins with a byte-order mark, which its length counts', async () => {
  for (const [path, status] of [
    [customer, 200],
    ['/v1/customers/nobody', 400],
    ['/v1/nope', 404],
  ] as const) {
    const answer = await here.ask({ path })
    assert.equal(answer.status, status)
    assert.equal(answer.isMarked, true, path)
    assert.equal(answer.headers['content-length'], String(Buffer.byteLength(answer.body) + 3), path)
    JSON.parse(answer.body)
  }
  const czech = await here.ask({ path: '/v1/customers/nobody', headers: { ...here.json, 'X-Locale': 'cs' } })
  assert.notEqual(Buffer.byteLength(czech.body), czech.body.length)
  assert.equal(czech.headers['content-length'], String(Buffer.byteLength(czech.body) + 3))
})

test('an answer without a body has no mark, and neither has what is not /v1', async () => {
  const head = await here.ask({ method: 'HEAD', path: '/v1/domains/northwind.onmicrosoft.com' })
  assert.deepEqual([head.status, head.isMarked, head.headers['content-length']], [200, false, '0'])
  for (const path of ['/openapi.json', '/health/live', '/common/discovery/instance', '/_tenantry/clock']) {
    assert.equal((await here.ask({ path })).isMarked, false, path)
  }
})

test('without the mark an answer is the same but for it, and the SDK reads both', async (t) => {
  const plain = await startServer({ port: 0, clock: 'fixed', bom: false })
  t.after(() => plain.close())
  const world = await World.open(operatorClient({ url: plain.url, key: plain.operatorKey }))
  const headers = { Authorization: `Bearer ${world.caller.token}` }
  const bare = await send(plain.url, { path: customer, headers })
  assert.equal(bare.isMarked, false)
  assert.equal(bare.headers['content-length'], String(Buffer.byteLength(bare.body)))
  assert.equal((await send(plain.url, { path: '/v1/nope', headers })).isMarked, false)

  const read = async (world: World) => (await world.client.customers.get({ customerId: seededCustomer })).id
  assert.equal(await read(world), seededCustomer)
  assert.equal(await read(here.world), seededCustomer)
})

test('a body is read with a mark, in UTF-16, and packed', async () => {
  const little = Buffer.from(mark + cart, 'utf16le')
  for (const [what, body, coding] of [
    ['marked', Buffer.from(mark + cart), undefined],
    ['UTF-16 LE', little, undefined],
    ['UTF-16 BE', Buffer.from(little).swap16(), undefined],
    ['gzip', gzipSync(cart), 'gzip'],
    ['gzip of UTF-16', gzipSync(little), 'GZip'],
    ['deflate', deflateSync(cart), 'deflate'],
    ['raw deflate', deflateRawSync(cart), 'deflate'],
    ['identity', Buffer.from(cart), 'identity'],
  ] as const) {
    const headers = { ...here.json, ...(coding === undefined ? {} : { 'Content-Encoding': coding }) }
    const answer = await here.ask({ method: 'POST', path: carts, headers, body })
    assert.equal(answer.status, 201, `${what}: ${answer.body}`)
    const { lineItems } = JSON.parse(answer.body) as {
      lineItems: { friendlyName: string; quantity: number }[]
    }
    assert.deepEqual([lineItems[0]?.friendlyName, lineItems[0]?.quantity], ['Café Ω', 7], what)
  }
})

test('what cannot be unpacked is refused in its turn, and nothing unpacks without end', async () => {
  const packed = (coding: string, body: Buffer, headers: Readonly<Record<string, string>> = here.json) =>
    here.ask({ method: 'POST', path: carts, headers: { ...headers, 'Content-Encoding': coding }, body })
  const bomb = gzipSync(Buffer.alloc(200 * 1024 * 1024, 32))
  assert.ok(bomb.length < 1024 * 1024)

  assert.deepEqual(outcome(await packed('gzip', bomb)), [413, 0])
  assert.deepEqual(outcome(await packed('gzip', Buffer.from(cart))), [400, 2000])
  assert.deepEqual(outcome(await packed('br', Buffer.from(cart))), [415, 0])
  const stranger = { 'Content-Type': 'application/json' }
  assert.deepEqual(outcome(await packed('br', Buffer.from(cart), stranger)), [401, 400])
  assert.deepEqual(outcome(await packed('gzip', gzipSync(Buffer.alloc(1024 * 1024, 32)))), [400, 800002])
})
