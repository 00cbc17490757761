import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { operatorClient } from '@tenantry/sdk/operator.ts'
import { World } from '@tenantry/recipes/world.ts'
import { startServer } from '../../packages/server/src/server.ts'
import { hasPostgres, madeDatabase } from './databases.ts'
import { spyOnStatements, summaryOf } from './statement-spy.ts'

/**
 * What the main operations ask of the database, kept in golden files so that growth shows in a diff. After a change
 * that is meant, `howToWrite` writes them anew.
 */
const howToWrite = '# Written by TENANTRY_WRITE_GOLDEN=1 npm test -- tests/stores/statements.test.ts'
const isWriting = process.env['TENANTRY_WRITE_GOLDEN'] === '1'
const spy = spyOnStatements()

describe('the statements of a request', { concurrency: 1 }, () => {
  test('are as many as written down, on the embedded database', () => hold('embedded', {}))
  if (hasPostgres) {
    test('are as many as written down, on PostgreSQL', async () =>
      hold('postgresql', { database: await madeDatabase() }))
  }
})

async function hold(name: string, place: { database?: string }): Promise<void> {
  const server = await startServer({ port: 0, clock: 'fixed', ...place })
  try {
    const text = `${[howToWrite, ...(await measured(server))].join('\n\n')}\n`
    const file = fileURLToPath(new URL(`../golden/statements-${name}.txt`, import.meta.url))
    if (isWriting) writeFileSync(file, text)
    assert.equal(text, readFileSync(file, 'utf8'))
  } finally {
    await server.close()
  }
}

type Server = Awaited<ReturnType<typeof startServer>>

/** Each operation is done once beforehand for another customer: the token is known, the statements are compiled. */
async function measured(server: Server): Promise<string[]> {
  const world = await World.open(operatorClient({ url: server.url, key: server.operatorKey }))
  const sections: string[] = []
  for (const look of [unlooked, lookAt(server, sections)]) await operate(world, look)
  return sections
}

interface Looked {
  /** The name of the operation as the metrics know it. */
  readonly endpoint: string
  readonly title: string
  /** How few statements it is to have. */
  readonly aim?: number
}

type Look = <T>(what: Looked, ask: () => Promise<T>) => Promise<T>

const unlooked: Look = (_what, ask) => ask()

async function operate(world: World, look: Look): Promise<void> {
  const customer = await world.customer()
  const product = await customer.line('office-e3', { seats: 2 })
  const { client } = world
  for (const lines of [1, 2, 5]) {
    const lineItems = Array.from({ length: lines }, (_, id) => ({ ...product, id }))
    const { id } = await look(
      { endpoint: 'createCart', title: `create a cart with ${linesText(lines)}` },
      () => client.carts.create(customer.ids, { lineItems, partnerOnRecordAttestationAccepted: true }),
    )
    const checkout = { endpoint: 'checkOutCart', title: `check out ${linesText(lines)}`, aim: 12 + 4 * lines }
    await look(checkout, () => client.orders.checkOutCart({ ...customer.ids, cartId: id }))
  }

  const list = { endpoint: 'listSubscriptions', title: 'list eight subscriptions' }
  const { items } = await look(list, () => client.subscriptions.list(customer.ids))
  const [first, second] = items.map(({ id }) => customer.subscription(id).ids)
  assert.ok(first !== undefined && second !== undefined)
  const get = (title: string) =>
    look({ endpoint: 'getSubscription', title, aim: 2 }, () => client.subscriptions.get(first))
  await get('get a subscription')
  const subscription = await get('get a subscription again')
  await look({ endpoint: 'updateSubscription', title: 'change a quantity' }, () =>
    client.subscriptions.update(first, { ...subscription, quantity: 3 }),
  )
  await get('get a subscription after its change')

  const transition = {
    toCatalogItemId: await customer.itemOf('office-e5'),
    quantity: 2,
    termDuration: 'P1Y',
    billingCycle: 'monthly',
    transitionType: 'transition_only',
  }
  await look({ endpoint: 'createTransition', title: 'move a subscription to a higher product' }, () =>
    client.transitions.create(second, transition),
  )
}

const linesText = (lines: number): string => (lines === 1 ? '1 line' : `${lines} lines`)

/** Asks, and writes down what the server says it sent; the drivers must say the same. */
function lookAt(server: Server, sections: string[]): Look {
  const read = tallied(server)
  return async (what, ask) => {
    const before = await read(what.endpoint)
    spy.taken()
    const answer = await ask()
    const texts = spy.taken()
    const after = await read(what.endpoint, before.requests + 1)
    const statements = after.statements - before.statements
    const trips = after.roundTrips - before.roundTrips
    assert.equal(
      statements,
      texts.length,
      `${what.title}: the metrics against the driver's\n${texts.join('\n')}`,
    )
    // A connection is told once in a while whose rows it shows: who gets which connection depends on the moment.
    const asked = texts.filter((sql) => !sql.startsWith('select set_config'))
    const counted = `${asked.length} statements${trips === 0 ? '' : `, ${trips} round trips`}`
    const aim = what.aim === undefined ? '' : ` (aim: ${what.aim})`
    sections.push([`${what.title}: ${counted}${aim}`, ...summaryOf(asked)].join('\n'))
    return answer
  }
}

/** What `/metrics` says of an endpoint, as soon as it has that many requests: it counts when an answer has gone out. */
function tallied({ url }: Server) {
  return async (endpoint: string, requests = 0) => {
    for (const deadline = performance.now() + 5_000; ;) {
      const text = await (await fetch(`${url}/metrics`)).text()
      const sample = (name: string): number =>
        Number(new RegExp(`^${name}{endpoint="${endpoint}",.*} (\\d+)$`, 'm').exec(text)?.[1] ?? 0)
      const seen = sample('tenantry_request_statements_count')
      if (seen >= requests) {
        const statements = sample('tenantry_request_statements_sum')
        return { requests: seen, statements, roundTrips: sample('tenantry_request_round_trips_sum') }
      }
      assert.ok(performance.now() < deadline, `${endpoint} is not counted`)
    }
  }
}
