import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { World } from '@tenantry/recipes/world.ts'
import { operatorClient, type Operator } from '@tenantry/sdk/operator'
import { server } from '../../world/world.ts'
import { send } from './wire.ts'

/** The operator of the main port, which makes worlds; each test removes its own. */
async function mainOperator(): Promise<Operator> {
  const { url, operatorKey } = await server()
  return operatorClient({ url, key: operatorKey })
}

async function made(
  t: TestContext,
  wanted: object = {},
): Promise<{ main: Operator; world: World; name: string }> {
  const main = await mainOperator()
  const { name, url } = await main.worlds.create({ clock: 'fixed', ...wanted })
  t.after(() => main.worlds.remove(name))
  return { main, name, world: await World.open(operatorClient({ url, key: main.options.key })) }
}

const customersOf = async (world: World) =>
  (await world.client.customers.list({ size: 0 })).items.map(({ id }) => id).sort()

test('a world is reached by its own port, by the sub-domain of the host and by a header', async (t) => {
  const { main, world, name } = await made(t)
  const customer = await world.customer()
  const path = `/v1/customers/${customer.id}`
  const ask = async (url: string, headers: Record<string, string> = {}) =>
    (await send(url, { path, headers: { Authorization: `Bearer ${world.caller.token}`, ...headers } })).status

  assert.equal(await ask(world.operator.options.url), 200)
  assert.equal(await ask(main.options.url, { Host: `${name}.localhost` }), 200)
  assert.equal(await ask(main.options.url, { Host: `${name.toUpperCase()}.localhost:4646` }), 200)
  assert.equal(await ask(main.options.url, { 'Tenantry-World': name }), 200)
  assert.equal(await ask(main.options.url, { 'Tenantry-World': name.toUpperCase() }), 200)
  assert.notEqual(await ask(main.options.url), 200)
})

test('its own port means its own world, whatever a header says', async (t) => {
  const { world } = await made(t)
  const customer = await world.customer()
  const { status } = await send(world.operator.options.url, {
    path: `/v1/customers/${customer.id}`,
    headers: { Authorization: `Bearer ${world.caller.token}`, 'Tenantry-World': 'main' },
  })
  assert.equal(status, 200)
})

test('a world that does not exist is 404 on every surface', async () => {
  const { url, operatorKey } = await server()
  for (const headers of [
    { 'Tenantry-World': 'nowhere' },
    { Host: 'nowhere.localhost' },
    { 'Tenantry-World': '__proto__' },
  ]) {
    const bare = await send(url, { path: '/v1/customers', headers })
    assert.deepEqual(
      [bare.status, JSON.parse(bare.body).description],
      [404, 'This server has no such world.'],
    )
    const operator = await send(url, {
      path: '/_tenantry/clock',
      headers: { ...headers, Authorization: `Operator ${operatorKey}` },
    })
    assert.equal(operator.status, 404)
  }
})

test('what happens in one world is not seen in another, nor is its clock', async (t) => {
  const { world: left } = await made(t)
  const { world: right } = await made(t)
  assert.deepEqual(await customersOf(left), await customersOf(right))

  const customer = await left.customer()
  await left.wait({ days: 3 })

  assert.ok(!(await customersOf(right)).includes(customer.id))
  assert.notEqual((await left.operator.clock.get()).now, (await right.operator.clock.get()).now)
})

test('a token is good in the world that issued it and in its branches, and in no other', async (t) => {
  const { world, name } = await made(t)
  const [{ world: branch }, { world: other }] = [await made(t, { from: name }), await made(t)]
  const [kid, kidOfBranch, kidOfOther] = await Promise.all(
    [world, branch, other].map(async ({ operator, caller }) => {
      const { body } = await send(operator.options.url, {
        path: `/${caller.partner.tenantId}/discovery/v2.0/keys`,
      })
      return (JSON.parse(body) as { keys: { kid: string }[] }).keys[0]?.kid
    }),
  )
  assert.equal(kid, kidOfBranch)
  assert.notEqual(kid, kidOfOther)
  const ask = async ({ operator }: World) => {
    const headers = { Authorization: `Bearer ${world.caller.token}` }
    return (await send(operator.options.url, { path: '/v1/customers', headers })).status
  }
  assert.deepEqual([await ask(world), await ask(branch), await ask(other)], [200, 200, 401])
})

test('the same requests in two fresh worlds get the same ids', async (t) => {
  const [{ world: left }, { world: right }] = [await made(t), await made(t)]
  assert.equal((await left.customer()).id, (await right.customer()).id)
  const { world: other } = await made(t, { idSeed: 'another' })
  assert.notEqual((await other.customer()).id, (await left.customer()).id)
})

test('a branch has what its origin had, and both go their own ways', async (t) => {
  const { world } = await made(t)
  const before = await world.customer()
  const { name } = await world.operator.world()
  const { world: branch } = await made(t, { from: name })

  const [left, right] = [await world.customer(), await branch.customer()]
  assert.ok((await customersOf(branch)).includes(before.id))
  assert.equal(left.id, right.id)
  await branch.wait({ days: 40 })
  assert.equal((await world.operator.clock.get()).now, '2026-01-15T09:00:00Z')
})

test('a reset world is as it was at first, with the ids that it had, at the same address', async (t) => {
  const { main, world, name } = await made(t)
  const seeded = await customersOf(world)
  const first = await world.customer()
  await world.wait({ months: 2 })

  await main.worlds.reset(name)

  const again = await World.open(world.operator)
  assert.deepEqual(await customersOf(again), seeded)
  assert.equal((await again.customer()).id, first.id)
})

test('an exported world is the same one after its import, under any name', async (t) => {
  const { main, world, name } = await made(t)
  await (await world.customer()).subscribe('business-basic')
  const file = await main.worlds.export(name)

  const copy = `${name}-copy`
  await main.worlds.import(copy, file)
  t.after(() => main.worlds.remove(copy))

  assert.deepEqual(await main.worlds.export(copy), file)
})

test('a world of an older version learns what its outside parties can do by now', async (t) => {
  const { main, world, name } = await made(t)
  await world.arrange('migration', { latency: 'PT6H' })
  await world.arrange('fulfilment', { latency: { default: 'PT1H' } })
  interface Meta {
    readonly version: number
    readonly document: { readonly name: string; readonly value: Record<string, unknown> }
  }
  const file = (await main.worlds.export(name)) as { tables: { meta: { rows: Meta[] } } }
  const rows = structuredClone(file.tables.meta.rows)
  for (const { document } of rows) {
    if (document.name === 'collaborator:migration') {
      delete document.value['answers']
      delete document.value['excludedPartners']
    }
    if (document.name === 'collaborator:fulfilment') document.value['latency'] = { default: 'PT1H' }
  }

  const copy = `${name}-older`
  const { url } = await main.worlds.import(copy, {
    ...file,
    tables: { ...file.tables, meta: { ...file.tables.meta, rows } },
  })
  t.after(() => main.worlds.remove(copy))
  const older = await World.open(operatorClient({ url, key: main.options.key }))

  assert.deepEqual(await older.operator.collaborators.get('migration'), {
    answers: true,
    latency: 'PT6H',
    paused: false,
    excludedPartners: [],
  })
  const customer = await older.customer()
  const legacy = await customer.legacySubscription()
  const begun = await customer.ask.migrations.create(customer.ids, { currentSubscriptionId: legacy.id })
  assert.equal(begun.status, 201)
  assert.equal((await (await customer.subscribe('business-basic')).get()).status, 'pending')
  await older.arrange('migration', { paused: true })
  assert.deepEqual(
    ((await older.operator.collaborators.get('migration')) as { latency: string }).latency,
    'PT6H',
  )
})

test('a file that is no world changes nothing', async (t) => {
  const { main, world, name } = await made(t)
  await world.customer()
  const before = await main.worlds.export(name)
  const head = { format: 'tenantry-world', formatVersion: 1 }
  for (const file of [
    [],
    {},
    'text',
    { ...head, formatVersion: 2 },
    { ...head, formatVersion: 3, tables: {} },
    { ...head, formatVersion: 2, tables: { meta: { shape: 2, rows: [] } } },
    {
      ...head,
      formatVersion: 2,
      tables: { meta: { shape: 1, rows: [{ version: 1, document: { name: 'x' } }] } },
    },
    head,
    { ...head, tables: null },
    { ...head, tables: { customer: null } },
    { ...head, tables: { nonsense: { columns: [], rows: [] } } },
    { ...head, tables: { meta: { columns: ['name', 'version', 'doc'], rows: [['x']] } } },
    { ...head, tables: { meta: { columns: ['name', 'version', 'doc'], rows: 'none' } } },
    { ...head, tables: { meta: { columns: ['name', 'version', 'doc'], rows: [['x', 1, { a: 1 }]] } } },
    { ...head, tables: {} },
  ]) {
    await assert.rejects(main.worlds.import(name, file), { name: 'OperatorRefusal' }, JSON.stringify(file))
    assert.deepEqual(await main.worlds.export(name), before, JSON.stringify(file))
  }
})

test('names: taken, malformed and unknown ones are refused, and the main world stays', async (t) => {
  const { main, name } = await made(t)
  const refusal = async (work: Promise<unknown>) =>
    work.then(
      () => 'accepted',
      (error: { answer?: { status: number } }) => error.answer?.status,
    )
  assert.equal(await refusal(main.worlds.create({ name })), 409)
  for (const bad of ['', 'Main', 'a/b', '..', '-a', 'a'.repeat(64), 'a b', '__proto__']) {
    assert.equal(await refusal(main.worlds.create({ name: bad })), 400, bad)
  }
  assert.equal(await refusal(main.worlds.create({ from: 'nowhere' })), 404)
  assert.equal(await refusal(main.worlds.create({ seed: '/nonexistent.json' })), 400)
  assert.equal(await refusal(main.worlds.remove('nowhere')), 404)
  assert.equal(await refusal(main.worlds.reset('nowhere')), 404)
  assert.equal(await refusal(main.worlds.export('nowhere')), 404)
  assert.equal(await refusal(main.worlds.remove('main')), 400)
})

test('of two worlds of one name that are made at the same time one is refused', async (t) => {
  const main = await mainOperator()
  const outcomes = await Promise.allSettled([
    main.worlds.create({ name: 'twins', clock: 'fixed' }),
    main.worlds.create({ name: 'twins', clock: 'fixed' }),
  ])
  t.after(() => main.worlds.remove('twins'))
  assert.deepEqual(outcomes.map(({ status }) => status).sort(), ['fulfilled', 'rejected'])
})

test('a world can be asked for by many at once', async (t) => {
  const { main, name } = await made(t)
  const lists = await Promise.all(Array.from({ length: 5 }, () => main.worlds.list()))
  assert.equal(new Set(lists.map((list) => list.find((each) => each.name === name)?.url)).size, 1)
  assert.equal(lists[0]?.find((each) => each.name === 'main')?.url, main.options.url)
})

test('requests that meet a reset are answered, by the world before it, by the one after it or with 503', async (t) => {
  const { main, world, name } = await made(t)
  const { url } = world.operator.options
  const headers = { Authorization: `Bearer ${world.caller.token}`, 'Content-Type': 'application/json' }
  const path = `/v1/customers/${(await world.customer()).id}`
  const statuses = new Set<number>()
  const done = new AbortController()
  const asking = ['GET', 'POST'].map(async (method) => {
    while (!done.signal.aborted) {
      const request =
        method === 'GET' ? { path } : { method, path: `${path}/carts`, body: '{"lineItems":[]}' }
      statuses.add((await send(url, { headers, ...request })).status)
    }
  })
  for (let i = 0; i < 3; i += 1) await main.worlds.reset(name)
  done.abort()
  await Promise.all(asking)
  const expected = [200, 400, 401, 404, 503]
  assert.ok(
    [...statuses].every((status) => expected.includes(status)),
    [...statuses].join(' '),
  )
})
