import assert from 'node:assert/strict'
import { describe, test, type TestContext } from 'node:test'
import { World } from '@tenantry/recipes/world.ts'
import { operatorClient } from '@tenantry/sdk/operator.ts'
import { orderVisibilityDelay } from '../../packages/server/src/areas/purchases/orders/public.ts'
import { catalogueChanges } from '../../packages/server/src/collaborators/purchases/catalogue.ts'
import { startServer } from '../../packages/server/src/server.ts'
import {
  EngineClosed,
  EngineUnavailable,
  type SqlConnection,
} from '../../packages/server/src/store/engine.ts'
import { startProxy } from '../faults/machinery/cut-proxy.ts'
import { statusOf, until } from '../faults/machinery/until.ts'
import { administer, hasPostgres, madeDatabase } from './databases.ts'

if (hasPostgres) describe('the connections to PostgreSQL', { concurrency: 1 }, onPostgres)

async function onPostgres() {
  const database = await madeDatabase()
  const start = async (t: TestContext, address = database) => {
    const server = await startServer({ port: 0, clock: 'fixed', database: address, operatorKey: 'all' })
    t.after(() => server.close())
    return server
  }

  test('a scrape tells how many there are, how many do nothing, and who waits for one', async (t) => {
    const { url, worlds } = await start(t)
    const scrape = async () => (await fetch(`${url}/metrics`)).text()
    const gauge = (text: string, name: string, pool: string) =>
      Number(new RegExp(`^tenantry_database_${name}\\{pool="${pool}"\\} (\\d+)$`, 'm').exec(text)?.[1])

    let letGo = (): void => undefined
    const held = new Promise<void>((resolve) => (letGo = resolve))
    const world = worlds.get('main')
    let reading = 0
    const readers = Array.from({ length: 10 }, () =>
      world.transact('read', async (trx) => {
        await world.findNextDue(trx)
        reading += 1
        await held
      }),
    )
    await until('eight of them have a connection', async () => reading === 8)
    const busy = await scrape()
    letGo()
    await Promise.all(readers)
    let calm = ''
    // A read is answered before its connection is free.
    await until('a connection does nothing', async () => {
      calm = await scrape()
      return gauge(calm, 'idle_connections', 'read') > 0
    })

    assert.equal(gauge(busy, 'connections', 'read'), 8)
    assert.equal(gauge(busy, 'connections_max', 'read'), 8)
    assert.equal(gauge(busy, 'idle_connections', 'read'), 0)
    assert.equal(gauge(busy, 'waiting', 'read'), 2)
    assert.equal(gauge(busy, 'waiting', 'write'), 0)
    assert.equal(gauge(calm, 'waiting', 'read'), 0)
    assert.ok(gauge(calm, 'idle_connections', 'write') <= gauge(calm, 'connections', 'write'))
    // What else was counted is told although no connection was free for the world's own gauges.
    assert.match(busy, /^tenantry_worlds_open \d+$/m)
    assert.doesNotMatch(busy, /^tenantry_agenda_entries\{world="main"\}/m)
    assert.match(calm, /^tenantry_agenda_entries\{world="main"\} \d+$/m)
  })

  test('a server whose ear was cut off learns of all that others did meanwhile', async (t) => {
    const address = new URL(database)
    const proxy = await startProxy(t, Number(address.port))
    address.port = String(proxy.port)
    const here = await start(t, address.href)
    const [ear] = (await administer([listeners], database)) as { pid: number }[]
    const there = await start(t)
    const operator = operatorClient({ url: there.url, key: there.operatorKey })
    const openAnew = (url: string) => World.open(operatorClient({ url, key: 'all', world: 'anew' }))
    for (const name of ['gone', 'anew']) await operator.worlds.create({ name })
    await until('both worlds are known', async () =>
      ['gone', 'anew'].every((name) => here.worlds.find(name) !== undefined),
    )
    const before = await openAnew(here.url)
    const [gone, replaced] = [here.worlds.get('gone'), here.worlds.get('anew')]
    const [main, { identityVersion }] = [there.worlds.get('main'), here.worlds.get('main')]

    // It has connections enough to go on serving without a new one.
    await Promise.all([1, 2, 3].map(() => ready(here.url)))
    proxy.isRefusing = true
    await administer([`select pg_terminate_backend(${ear?.pid})`], database)
    await isReady(here.url, 503)
    const { reasons } = (await (await ready(here.url)).json()) as { reasons: string[] }
    assert.ok(reasons.includes('what other servers change is not heard of'))
    await until('it serves', async () => (await before.ask.customers.list()).status === 200)
    await there.worlds.create({ name: 'made', seed: 'empty' })
    await there.worlds.remove('gone')
    await there.worlds.reset('anew')
    await operator.policies.set(orderVisibilityDelay.name, [
      { effectiveFrom: '2000-01-01', value: 'PT7M', source: 'assumed' },
    ])
    await operator.collaborators.patch('catalogue', { rotatesMonthly: true })
    proxy.isRefusing = false
    await isReady(here.url, 200)

    // Ready means that it has caught up: nothing of this is waited for.
    assert.ok(here.worlds.find('made') !== undefined)
    assert.equal(here.worlds.find('gone'), undefined)
    await assert.rejects(
      gone.transact('read', async () => undefined),
      EngineClosed,
    )
    assert.notEqual(here.worlds.get('anew'), replaced)
    const mine = here.worlds.get('main')
    assert.equal(mine.settings.policyRows(orderVisibilityDelay)[0]?.value, 'PT7M')
    assert.ok(mine.settings.collaboratorState(catalogueChanges).rotatesMonthly)
    assert.ok(main.settings.collaboratorState(catalogueChanges).rotatesMonthly)
    assert.ok(mine.identityVersion > identityVersion)

    // The world has another key now, and both servers count on with its numbers.
    assert.equal((await before.ask.customers.list()).status, 401)
    for (const { url } of [there, here, there, here]) {
      const customer = await (await openAnew(url)).customer()
      assert.ok((await customer.subscribe('business-basic', { seats: 1 })).id.length > 0)
    }
  })

  test('a network that swallows packets: requests are answered 503 in time, and served when it is back', async (t) => {
    const address = new URL(database)
    const proxy = await startProxy(t, Number(address.port))
    address.port = String(proxy.port)
    // A statement may take less than usual, so that the test does.
    address.searchParams.set('statement_timeout', '3000')
    address.searchParams.set('idle_in_transaction_session_timeout', '2000')
    const { url, operatorKey } = await start(t, address.href)
    const { url: there } = await start(t)
    const seller = await World.open(operatorClient({ url, key: operatorKey }))
    const customer = await seller.customer()
    const elsewhere = customer.by(await World.open(operatorClient({ url: there, key: operatorKey })))
    const cart = JSON.stringify({ lineItems: [await customer.line('business-basic', { seats: 1 })] })
    const headers = { authorization: `Bearer ${seller.caller.token}`, 'content-type': 'application/json' }
    const look = () => fetch(`${url}/v1/customers?size=1`, { headers })
    const make = () =>
      fetch(`${url}/v1/customers/${customer.id}/carts`, { method: 'POST', headers, body: cart })
    assert.equal((await make()).status, 201)

    proxy.hold()
    const began = performance.now()
    const twelve = Array.from({ length: 12 })
    const asked = await Promise.all([...twelve.map(look), ...twelve.map(make)])
    assert.deepEqual(new Set(asked.map(({ status }) => status)), new Set([503]))
    assert.ok(asked.every((answer) => Number(answer.headers.get('retry-after')) > 0))
    assert.ok(performance.now() - began < 20_000, 'they waited one after the other')
    const notReady = await ready(url)
    assert.equal(notReady.status, 503)
    assert.match(await notReady.text(), /the database of the world main does not answer/)
    // What it held of this partner is free: its lease has run out.
    await elsewhere.subscribe('business-basic', { seats: 1 })

    proxy.release()
    await isReady(url, 200)
    assert.equal((await make()).status, 201)
    const { items } = await customer.client.subscriptions.list(customer.ids)
    assert.equal(items.length, 1)
  })

  test('a statement that takes too long is given up, and one on all rows is not', async (t) => {
    const address = new URL(database)
    address.searchParams.set('statement_timeout', '800')
    const { worlds, url } = await start(t, address.href)
    const { engine } = worlds.get('main')
    const sleep = (connection: SqlConnection) => connection.all("select 'slept' as it from pg_sleep(1)", [])

    await assert.rejects(engine.read(sleep), EngineUnavailable)
    await assert.rejects(engine.write(sleep, 'somebody'), EngineUnavailable)
    assert.deepEqual(await engine.read(sleep, undefined, { effort: 'long' }), [{ it: 'slept' }])
    assert.deepEqual(await engine.write(sleep, undefined, { effort: 'long' }), [{ it: 'slept' }])
    await assert.rejects(engine.write(sleep), EngineUnavailable)
    assert.equal((await ready(url)).status, 200)
  })

  test('a server on files tells of none', async (t) => {
    const server = await startServer({ port: 0, clock: 'fixed' })
    t.after(() => server.close())
    assert.doesNotMatch(await (await fetch(`${server.url}/metrics`)).text(), /tenantry_database/)
  })
}

const listeners =
  "select pid from pg_stat_activity where application_name = 'tenantry notices' and datname = current_database()"

const ready = (url: string): Promise<Response> => fetch(`${url}/health/ready`)

const isReady = (url: string, status: number): Promise<void> =>
  until(
    `${url}/health/ready answers ${status}`,
    async () => (await statusOf(`${url}/health/ready`)) === status,
  )
