import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, test, type TestContext } from 'node:test'
import { operatorClient } from '@tenantry/sdk/operator.ts'
import { World } from '@tenantry/recipes/world.ts'
import { startServer } from '../../packages/server/src/server.ts'
import { fulfilment } from '../../packages/server/src/collaborators/purchases/fulfilment.ts'
import { advance } from '../../packages/server/src/world/advance.ts'
import { PostgresStorage } from '../../packages/server/src/world/storage.ts'
import { wiring } from '../../packages/server/src/wiring.ts'
import { administer, hasPostgres, madeDatabase } from './databases.ts'
import { generationOf } from '../../packages/server/src/store/schema/plan.ts'

/** All rows, as to a server of this program. */
const asTenantry = [
  `set tenantry.generation = '${generationOf(wiring.tables)}'`,
  "set tenantry.partners = '*'",
]

if (hasPostgres) describe('worlds on PostgreSQL', { concurrency: 1 }, onPostgres)

async function onPostgres() {
  const database = await madeDatabase()
  const start = async (t: TestContext, place: { database?: string }) => {
    const server = await startServer({ port: 0, clock: 'fixed', verifyAnswers: true, ...place })
    t.after(() => server.close())
    return { ...server, operator: operatorClient({ url: server.url, key: server.operatorKey }) }
  }

  test('several servers may start on an empty database at the same time', async (t) => {
    const servers = await Promise.all([1, 2, 3].map(() => start(t, { database })))
    const seen = await Promise.all(servers.map(({ operator }) => operator.world()))
    assert.equal(seen[0]?.partners.length, seen[2]?.partners.length)
    const [{ n = 0 } = {}] = (await administer(
      [...asTenantry, "select count(*)::int as n from meta where name = 'origin'"],
      database,
    )) as { n?: number }[]
    assert.equal(n, 1)
  })

  test('a world of the embedded database imports and exports the same bytes', async (t) => {
    const [files, shared] = [await start(t, {}), await start(t, { database })]
    const made = await files.operator.worlds.create({ name: 'traveller' })
    const world = await World.open(operatorClient({ url: made.url, key: files.operatorKey }))
    await (await world.customer()).subscribe('business-basic', { seats: 10 })
    await world.wait({ months: 2 })
    const text = await files.worlds.exportText('traveller')

    await shared.worlds.importText('traveller', text)
    assert.equal(await shared.worlds.exportText('traveller'), text)
  })

  test('the same requests have the same answers as on the embedded database, id for id', async (t) => {
    const exportOf = async (place: { database?: string }) => {
      const server = await start(t, place)
      const made = await server.operator.worlds.create({ name: 'twin', idSeed: 'twin' })
      const world = await World.open(operatorClient({ url: made.url, key: server.operatorKey }))
      const customer = await world.customer()
      const subscription = await customer.subscribe('business-basic', { seats: 10 })
      await subscription.askToChange({ quantity: 0 })
      await subscription.change({ quantity: 12 })
      await world.wait({ years: 1 })
      // Keys and the client's own ids are random, and a fast machine writes the clock down less often.
      const lines = (await server.worlds.exportText('twin')).split('\n')
      return lines
        .filter((line) => !/"document": \{[^}]*"name":"(clock|signing-key)"|"digest"/.test(line))
        .map((line) => line.replaceAll(/("correlationId":")[0-9a-f-]+/g, '$1'))
    }
    const [there, here] = [await exportOf({ database }), await exportOf({})]
    assert.ok(here.length > 100, 'most of the export is compared')
    assert.deepEqual(there, here)
  })

  test('worlds are branched, reset, removed and found again', async (t) => {
    const first = await start(t, { database })
    await first.operator.worlds.create({ name: 'source', seed: 'empty' })
    const before = await first.worlds.exportText('source')
    await first.operator.worlds.create({ name: 'branch', from: 'source' })
    assert.equal(await first.worlds.exportText('branch'), before)
    const branch = first.worlds.get('branch')
    await branch.setClockMode('live')
    await assert.rejects(first.operator.worlds.create({ name: 'branch' }))

    const second = await start(t, { database })
    assert.equal(second.worlds.get('branch').clock.mode, 'live')
    assert.equal(await second.worlds.exportText('source'), before)
    await second.worlds.reset('source')
    assert.equal(await second.worlds.exportText('source'), before)

    await second.worlds.remove('branch')
    const left = await administer(["select 1 from meta where world = 'branch'"], database)
    assert.deepEqual(left, [])
  })

  test('what one server does to a world is soon so on the others', async (t) => {
    const [here, there] = [await start(t, { database }), await start(t, { database })]
    const ask = async (path: string) =>
      (await fetch(`${there.url}${path}`, { headers: { 'Tenantry-World': 'common' } })).status
    assert.equal(await ask('/openapi.json'), 200)
    assert.equal(there.worlds.find('common'), undefined)

    const made = await here.operator.worlds.create({ name: 'common' })
    await until(() => there.worlds.find('common') !== undefined)
    const world = await World.open(operatorClient({ url: made.url, key: here.operatorKey }))
    const subscription = await (await world.customer()).subscribe('business-basic', { seats: 10 })
    await world.wait({ months: 1 })
    const [mine, theirs] = [here.worlds.get('common'), there.worlds.get('common')]
    await until(() => theirs.now === mine.now)

    // Both advance at once: each due entry runs once, and the clock stands at the later of the two.
    const to = (days: number) => (mine.now + days * 86_400_000) as typeof mine.now
    const [shorter, longer] = [to(100), to(200)]
    const both = await Promise.all([advance(mine, shorter), advance(theirs, longer)])
    await until(() => mine.now === longer && theirs.now === longer)
    const charges = await world.operator.ledger({ subscriptionId: subscription.id })
    const months = charges.map(({ periodStart }) => periodStart)
    assert.equal(new Set(months).size, months.length)
    assert.ok(both[0].ran + both[1].ran > 0)

    const version = theirs.identityVersion
    await mine.setCollaborator(fulfilment, { ...fulfilment.initial, paused: true })
    await until(() => theirs.settings.collaboratorState(fulfilment).paused)
    await until(() => theirs.identityVersion > version)

    await here.worlds.remove('common')
    await until(() => there.worlds.find('common') === undefined)
    assert.equal(await ask('/v1/customers'), 404)
  })

  test('partners who buy at the same time on several servers lose nothing of each other', async (t) => {
    const [here, there] = [await start(t, { database }), await start(t, { database })]
    await here.operator.worlds.create({ name: 'market' })
    await until(() => there.worlds.find('market') !== undefined)
    const shops = await Promise.all(
      [here, there, here, there].map(async ({ url, operatorKey }, i) => {
        const operator = operatorClient({ url, key: operatorKey, world: 'market' })
        const world = await World.open(operator)
        return i < 2 ? world : world.of({ type: 'directBill', market: 'US', index: 1 })
      }),
    )
    // One after the other: each takes the first domain that is free.
    const customers = []
    for (const world of shops) customers.push(await world.customer())
    const bought = await Promise.all(
      customers.map(async (customer) => {
        const ids: string[] = []
        for (let n = 0; n < 4; n += 1) {
          ids.push((await customer.subscribe('business-basic', { seats: 1 })).id)
        }
        return ids
      }),
    )
    const ids = bought.flat()
    assert.equal(new Set(ids).size, 16)
    const [row] = (await administer(
      [...asTenantry, `select count(*)::int as n from subscription where id in ('${ids.join("','")}')`],
      database,
    )) as { n: number }[]
    assert.equal(row?.n, 16)
  })

  test('a server whose connections are cut off goes on with new ones', async (t) => {
    const [here, there] = [await start(t, { database }), await start(t, { database })]
    await administer(
      [
        "select pg_terminate_backend(pid) from pg_stat_activity where application_name like 'tenantry%' and datname = current_database()",
      ],
      database,
    )
    await until(async () => (await fetch(`${here.url}/health/ready`)).status === 200)
    await until(async () => (await fetch(`${there.url}/health/ready`)).status === 200)
    const [mine, theirs] = [here.worlds.get('main'), there.worlds.get('main')]
    const paused = !mine.settings.collaboratorState(fulfilment).paused
    await mine.setCollaborator(fulfilment, { ...fulfilment.initial, paused })
    await until(() => theirs.settings.collaboratorState(fulfilment).paused === paused)
  })

  test('a query that forgets its partner finds nothing', async (t) => {
    const storage = new PostgresStorage(database, wiring.tables)
    t.after(() => storage.close())
    const main = await storage.open('main')
    const count = async (partner?: string) => {
      const rows = await main.read(
        (connection) => connection.all('select count(*) as n from customer', []),
        partner,
      )
      return Number(rows[0]?.['n'])
    }
    const partners = await main.read((connection) =>
      connection.all('select partner, count(*) as n from customer where world = ? group by partner', [
        'main',
      ]),
    )
    const everything = await count()
    assert.ok(partners.length > 1)
    assert.ok(everything >= partners.reduce((sum, { n }) => sum + Number(n), 0))
    assert.equal(await count('nobody'), 0)
    const [one] = partners
    assert.ok((await count(String(one?.['partner']))) < everything)
    await assert.rejects(
      main.write(
        (connection) => connection.run("update customer set partner = 'nobody' where world = 'main'", []),
        String(one?.['partner']),
      ),
      /row-level security/,
    )
  })
}

test('a database that cannot be used is one clear line without the password', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'tenantry-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const notPostgres = /^error: --database is not the address of a PostgreSQL database/
  for (const [url, line, code] of [
    ['postgres://ada:s3cr3t@127.0.0.1:1/it', /^error: PostgreSQL at 127\.0\.0\.1:1\/it cannot be used: /, 1],
    ['mysql://ada:s3cr3t@127.0.0.1/it', notPostgres, 2],
    ['postgres://ada:s3cr3t@[it', notPostgres, 2],
  ] as const) {
    const { status, stderr, stdout } = spawnSync(
      process.execPath,
      [
        '--disable-warning=ExperimentalWarning',
        'packages/server/src/start.ts',
        '--port',
        '0',
        '--database',
        url,
      ],
      { encoding: 'utf8', env: { ...process.env, TENANTRY_DATA: folder } },
    )
    assert.match(stderr, line)
    assert.equal(stderr.trim().split('\n').length, 1)
    assert.doesNotMatch(stderr + stdout, /s3cr3t/)
    assert.equal(status, code)
  }
})

/** Waits for what another server was told, and fails after five seconds. */
async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  const limit = AbortSignal.timeout(5_000)
  while (!(await holds())) {
    limit.throwIfAborted()
    await new Promise<void>((resolve) => setImmediate(resolve))
  }
}
