import assert from 'node:assert/strict'
import { connect } from 'node:net'
import { test, type TestContext } from 'node:test'
import { World } from '@tenantry/recipes/world.ts'
import { operatorClient } from '@tenantry/sdk/operator.ts'
import { startServer } from '../../../packages/server/src/server.ts'
import { agendaTable, type AgendaRecord } from '../../../packages/server/src/store/world-tables.ts'
import { seededCustomer } from './place.ts'

/** A server of the test's own: its numbers are the whole of what it was asked. */
async function observed(t: TestContext) {
  const server = await startServer({ port: 0, clock: 'fixed', verifyAnswers: true })
  t.after(() => server.close())
  const operator = operatorClient({ url: server.url, key: server.operatorKey })
  const world = await World.open(operator)
  const scrape = async () => {
    const answer = await fetch(`${server.url}/metrics`)
    assert.equal(answer.status, 200)
    assert.match(answer.headers.get('content-type') ?? '', /^text\/plain; version=0\.0\.4/)
    return answer.text()
  }
  return {
    server,
    operator,
    world,
    main: server.worlds.get('main'),
    scrape,
    /** One sample, named as it stands in the text. */
    sample: async (name: string) => sampleIn(await scrape(), name),
    ready: async () => {
      const answer = await fetch(`${server.url}/health/ready`)
      return { status: answer.status, body: (await answer.json()) as { status: string; reasons?: string[] } }
    },
  }
}

type Observed = Awaited<ReturnType<typeof observed>>

function sampleIn(text: string, name: string): number | undefined {
  const line = text.split('\n').find((line) => line.startsWith(`${name} `))
  return line === undefined ? undefined : Number(line.slice(name.length + 1))
}

const durations = 'tenantry_request_duration_seconds'

test('requests are counted by endpoint, method and status class', async (t) => {
  const { world, sample, server } = await observed(t)
  await world.ask.customers.get({ customerId: seededCustomer })
  await world.ask.customers.get({ customerId: seededCustomer })
  await world.ask.customers.get({ customerId: '11111111-2222-4333-8444-555555555555' })
  await world.raw({ because: 'no route takes it', method: 'DELETE', path: '/v1/nothing-of-the-kind' })
  await fetch(`${server.url}/console/no-such-file`)

  const count = (labels: string) => sample(`${durations}_count{${labels}}`)
  assert.equal(await count('endpoint="getCustomer",method="GET",status="2xx"'), 2)
  assert.equal(await count('endpoint="getCustomer",method="GET",status="4xx"'), 1)
  assert.equal(await count('endpoint="unmatched",method="any",status="4xx"'), 1)
  assert.equal(await count('endpoint="/console/*",method="GET",status="4xx"'), 1)
})

test('a latency histogram adds up: each bucket holds those below it, the last one all', async (t) => {
  const { world, scrape } = await observed(t)
  for (let i = 0; i < 5; i += 1) await world.ask.customers.get({ customerId: seededCustomer })
  const text = await scrape()

  const labels = 'endpoint="getCustomer",method="GET",status="2xx"'
  const buckets = text
    .split('\n')
    .filter((line) => line.startsWith(`${durations}_bucket{${labels},`))
    .map((line) => Number(line.split(' ').at(-1)))
  assert.deepEqual(
    buckets,
    buckets.toSorted((a, b) => a - b),
  )
  assert.equal(buckets.at(-1), 5)
  const sum = sampleIn(text, `${durations}_sum{${labels}}`) ?? 0
  assert.ok(sum > 0 && sum < 60, `${sum} seconds`)
})

test('faults are counted by code and endpoint, refused sign-ins by their AADSTS number', async (t) => {
  const { world, sample, server } = await observed(t)
  for (const id of ['a', 'b']) await world.withBearer(undefined).ask.customers.get({ customerId: id })
  await world.ask.carts.create({ customerId: seededCustomer }, { lineItems: [] })
  await fetch(`${server.url}/${world.partner.tenantId}/oauth2/token`, {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'client_credentials', client_id: 'nobody' }),
  })

  const { body } = await world.ask.carts.create({ customerId: seededCustomer }, { lineItems: [] })
  const { code } = body as { code: number }
  assert.equal(await sample('tenantry_faults_total{code="400",endpoint="getCustomer"}'), 2)
  assert.equal(await sample(`tenantry_faults_total{code="${code}",endpoint="createCart"}`), 2)
  const text = await (await fetch(`${server.url}/metrics`)).text()
  assert.match(text, /tenantry_faults_total\{code="AADSTS\d+",endpoint="\/:tenant\/oauth2\/token"\} 1\n/)
})

test('a repeated request is counted as replayed, a throttled one as throttled', async (t) => {
  const { world, sample, operator } = await observed(t)
  const named = { requestId: '3f2504e0-4f89-41d3-9a0c-0305e82c3301' }
  const order = { lineItems: [cartLine] }
  const ask = () => world.ask.carts.create({ customerId: seededCustomer }, order, named)
  assert.equal((await ask()).status, 201)
  assert.equal((await ask()).status, 201)
  assert.equal(await sample('tenantry_replayed_answers_total{endpoint="createCart"}'), 1)

  await operator.collaborators.patch('throttling', { perEndpoint: { getCustomer: 1 } })
  const statuses = [1, 2, 3].map(
    async () => (await world.ask.customers.get({ customerId: seededCustomer })).status,
  )
  assert.deepEqual((await Promise.all(statuses)).toSorted(), [200, 429, 429])
  assert.equal(await sample('tenantry_throttled_requests_total{endpoint="getCustomer"}'), 2)
})

const cartLine = {
  id: 0,
  catalogItemId: 'CFQ7TTC0LDPB:0001:CFQ7TTC0LGNT',
  quantity: 1,
  termDuration: 'P1Y',
  billingCycle: 'monthly',
}

test('each durable commit is counted with the units of work it held', async (t) => {
  const { world, scrape } = await observed(t)
  const before = await scrape()
  const carts = [1, 2, 3].map(() =>
    world.ask.carts.create({ customerId: seededCustomer }, { lineItems: [cartLine] }),
  )
  for (const { status } of await Promise.all(carts)) assert.equal(status, 201)
  const after = await scrape()

  const grown = (name: string) => (sampleIn(after, name) ?? 0) - (sampleIn(before, name) ?? 0)
  assert.equal(grown('tenantry_commit_group_size_sum'), 3)
  const commits = grown('tenantry_commit_group_size_count')
  assert.ok(commits >= 1 && commits <= 3, `${commits} commits`)
  assert.equal(grown('tenantry_commit_duration_seconds_count'), commits)
})

test('the request that asks is in flight; who hangs up is counted as aborted and no longer in flight', async (t) => {
  const { sample, server } = await observed(t)
  const { port } = new URL(server.url)
  const socket = connect(Number(port), '127.0.0.1')
  const closed = new Promise((resolve) => socket.once('close', resolve))
  socket.write('POST /v1/customers HTTP/1.1\r\nHost: x\r\nContent-Length: 99\r\n\r\n{')
  await until(async () => (await sample('tenantry_requests_in_flight')) === 2)
  socket.destroy()
  await closed
  await until(async () => (await sample('tenantry_requests_in_flight')) === 1)
  const labels = 'endpoint="createCustomer",method="POST",status="aborted"'
  assert.equal(await sample(`${durations}_count{${labels}}`), 1)
})

/** Another process, or another end of a socket, gets there when it gets there. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (const deadline = performance.now() + 5_000; !(await isSo());) {
    assert.ok(performance.now() < deadline, 'it does not come true')
  }
}

test('each open world tells its agenda and outbox, a removed one no longer', async (t) => {
  const { operator, sample, scrape } = await observed(t)
  const { name } = await operator.worlds.create({ name: 'branch', from: 'main' })
  assert.equal(await sample('tenantry_worlds_open'), 2)
  const [rows, entries] = await Promise.all([
    sample('tenantry_outbox_rows{world="branch"}'),
    sample('tenantry_agenda_entries{world="branch"}'),
  ])
  assert.equal(rows, await sample('tenantry_outbox_rows{world="main"}'))

  const branch = await World.open(operatorClient({ ...operator.options, world: name }))
  await (await branch.customer()).subscribe('office-e3')
  assert.ok(((await sample('tenantry_outbox_rows{world="branch"}')) ?? 0) > (rows ?? 0))
  assert.ok(((await sample('tenantry_agenda_entries{world="branch"}')) ?? 0) > (entries ?? 0))

  await operator.worlds.remove(name)
  const text = await scrape()
  assert.equal(sampleIn(text, 'tenantry_worlds_open'), 1)
  assert.doesNotMatch(text, /world="branch"/)
})

test('no id becomes a label, however many are asked about', async (t) => {
  const { world, scrape } = await observed(t)
  await (await world.customer()).subscribe('office-e3')
  const linesOf = async () => (await scrape()).split('\n').length
  await linesOf()
  const lines = await linesOf()
  for (const digit of ['1', '2', '3', '4']) {
    const id = `${digit}1111111-2222-4333-8444-555555555555`
    await world.ask.customers.get({ customerId: id })
    await world.raw({ because: 'no route takes it', method: 'GET', path: `/v1/no/such/path/${id}` })
  }
  // One endpoint's 4xx, one fault of it, and what no route takes.
  assert.ok((await linesOf()) - lines < 40)
  assert.doesNotMatch(await scrape(), /[0-9a-f]{8}-[0-9a-f]{4}-/i)
})

/** An entry that nobody has code for, as a fault in our own code would be. */
const impossible = (dueAt: number): AgendaRecord => ({
  version: 1,
  dueAt,
  sequence: 1,
  kind: 'do-the-impossible',
  partner: 'nobody',
  customer: '',
  subject: 'nothing',
  body: {},
})

const hang = ({ main }: Observed, entry: AgendaRecord) =>
  main.transact('write', (trx) => trx.documents(agendaTable).insert(entry))

test('the agenda lag is the distance from the oldest due entry to the now of the world', async (t) => {
  const setting = await observed(t)
  assert.equal(await setting.sample('tenantry_agenda_lag_seconds{world="main"}'), 0)
  await hang(setting, impossible(setting.main.now - 90_000))
  assert.equal(await setting.sample('tenantry_agenda_lag_seconds{world="main"}'), 90)
  assert.equal((await setting.ready()).status, 200)
})

test('a clock that stopped at a failing entry makes the server not ready, until it gets past it', async (t) => {
  const setting = await observed(t)
  const { operator, main, ready } = setting
  const entry = impossible(main.now + 60_000)
  await hang(setting, entry)
  assert.deepEqual(await ready(), { status: 200, body: { status: 'ready' } })

  await assert.rejects(operator.clock.advance({ by: 'PT1H' }), /do-the-impossible/)
  assert.deepEqual(await ready(), {
    status: 503,
    body: {
      status: 'not ready',
      reasons: [
        'the clock of the world main stands at 2026-01-15T09:01:00Z, because do-the-impossible failed there',
      ],
    },
  })
  assert.equal((await fetch(`${setting.server.url}/health/live`)).status, 200)

  const key = { due_at: entry.dueAt, sequence: entry.sequence }
  await main.transact('write', (trx) => trx.documents(agendaTable).remove(key))
  assert.equal((await ready()).status, 200)
  await operator.clock.advance({ by: 'PT1H' })
  assert.equal((await ready()).status, 200)
})

test('a closed database makes the server not ready, and the other worlds are still measured', async (t) => {
  const { operator, server, ready, scrape } = await observed(t)
  await operator.worlds.create({ name: 'lost', seed: 'empty' })
  assert.equal((await ready()).status, 200)
  await server.worlds.get('lost').engine.close()

  assert.deepEqual(await ready(), {
    status: 503,
    body: { status: 'not ready', reasons: ['the database of the world lost does not answer'] },
  })
  const text = await scrape()
  assert.match(text, /tenantry_agenda_entries\{world="main"\}/)
  assert.doesNotMatch(text, /world="lost"/)
  // It is gone, and closing it again would fail.
  await assert.rejects(server.worlds.remove('lost'))
})

test('readiness asks the database, and not what is remembered of it', async (t) => {
  const { world, main, ready } = await observed(t)
  await world.ask.customers.get({ customerId: seededCustomer })
  assert.equal((await ready()).status, 200)
  const alter = (sql: string) => main.engine.write((connection) => connection.run(sql, []))
  await alter('alter table meta rename to mislaid')
  assert.equal((await ready()).status, 503)
  await alter('alter table mislaid rename to meta')
  assert.equal((await ready()).status, 200)
})

test('a database that does not answer within two seconds makes the server not ready', async (t) => {
  const { main, ready } = await observed(t)
  let goOn: () => void = () => undefined
  const gate = new Promise<void>((resolve) => {
    goOn = resolve
  })
  const stuck = main.transact('write', () => gate)
  const { status, body } = await ready()
  goOn()
  await stuck
  assert.deepEqual([status, body.reasons], [503, ['the database of the world main does not answer']])
  assert.equal((await ready()).status, 200)
})

test('a server that is being stopped is not ready', async (t) => {
  const server = await startServer({ port: 0, clock: 'fixed', seed: 'empty' })
  const { port } = new URL(server.url)
  const socket = connect(Number(port), '127.0.0.1')
  t.after(() => socket.destroy())
  let text = ''
  socket.on('data', (bytes) => (text += bytes.toString()))
  const ended = new Promise((resolve) => socket.once('close', resolve))
  socket.write('POST /common/oauth2/token HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\n')
  // The server has the begun request once it answers a later one.
  await fetch(`${server.url}/health/live`)
  const closed = server.close()
  socket.write('a=bGET /health/ready HTTP/1.1\r\nHost: x\r\n\r\n')
  await Promise.all([closed, ended])
  assert.match(text, /^HTTP\/1\.1 400 [^]*HTTP\/1\.1 503 /)
})
