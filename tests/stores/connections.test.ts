import assert from 'node:assert/strict'
import { describe, test, type TestContext } from 'node:test'
import { startServer } from '../../packages/server/src/server.ts'
import { hasPostgres, madeDatabase } from './databases.ts'

if (hasPostgres) describe('the connections to PostgreSQL', { concurrency: 1 }, onPostgres)

async function onPostgres() {
  const database = await madeDatabase()
  const start = async (t: TestContext) => {
    const server = await startServer({ port: 0, clock: 'fixed', database })
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
    const readers = Array.from({ length: 10 }, () =>
      world.transact('read', async (trx) => {
        await world.findNextDue(trx)
        await held
      }),
    )
    const busy = await scrape()
    letGo()
    await Promise.all(readers)
    const calm = await scrape()

    assert.equal(gauge(busy, 'connections', 'read'), 8)
    assert.equal(gauge(busy, 'connections_max', 'read'), 8)
    assert.equal(gauge(busy, 'idle_connections', 'read'), 0)
    assert.equal(gauge(busy, 'waiting', 'read'), 2)
    assert.equal(gauge(busy, 'waiting', 'write'), 0)
    assert.equal(gauge(calm, 'waiting', 'read'), 0)
    assert.ok(gauge(calm, 'idle_connections', 'read') > 0)
    assert.ok(gauge(calm, 'idle_connections', 'write') <= gauge(calm, 'connections', 'write'))
    // What else was counted is told although no connection was free for the world's own gauges.
    assert.match(busy, /^tenantry_worlds_open \d+$/m)
    assert.doesNotMatch(busy, /^tenantry_agenda_entries\{world="main"\}/m)
    assert.match(calm, /^tenantry_agenda_entries\{world="main"\} \d+$/m)
  })

  test('a server on files tells of none', async (t) => {
    const server = await startServer({ port: 0, clock: 'fixed' })
    t.after(() => server.close())
    assert.doesNotMatch(await (await fetch(`${server.url}/metrics`)).text(), /tenantry_database/)
  })
}
