import assert from 'node:assert/strict'
import type { CartLineItemRequest } from '@tenantry/contract/resources/cart.ts'
import type { Subscription } from '@tenantry/contract/resources/subscription.ts'
import type { Customer, World } from '@tenantry/recipes'
import type { PlannedRequest } from '../client/plan.ts'
import { streamNamed } from '../client/run-client.ts'
import { fillPostgres } from '../copies/fill-postgres.ts'
import { fillSqlite } from '../copies/fill-sqlite.ts'
import { knownCustomer, soldStory, type KnownCustomer } from '../copies/sold-story.ts'
import { telling, toldId, type Story } from '../copies/story.ts'
import type { ServingChild } from '../processes/child.ts'
import { removeFolder, temporaryFolder } from '../processes/folder.ts'
import { administer, dropDatabase, makeDatabase, missingPsql } from '../processes/postgres.ts'
import { serveTenantry, worldFile } from '../processes/tenantry.ts'
import { liftLimits, openBenchWorld, type BenchWorld } from './bench-world.ts'
import type { Load, LoadOrder, PreparedLoad, Sample } from './load.ts'

const fewer = 10_000
const subscriptionsPerCustomer = 10
/** So few that a request waits for itself and not for many others. */
const connections = 4

/** How many requests of a kind one run sends. */
const requestsPerRun = { get: 1_500, list: 500, customers: 200, patch: 300, transition: 100 }

const loadOn = (engine: string, serve: Filled, further: Partial<Load> = {}): Load => ({
  ...further,
  name: `million-${engine}`,
  figure: 'many stored',
  reference: '10,000 stored',
  unit: `p50 in ms of GET subscription, a million subscriptions stored (${engine}), ${connections} connections`,
  prepare: (order) => prepare(order, serve),
})

/** Serves a default world in which a story was told so often. */
type Filled = (story: Story, tellings: number, profileFolder: string | undefined) => Promise<FilledServer>

interface FilledServer {
  readonly server: ServingChild
  /** What a database does by itself after a while: look at what its tables hold now. */
  settle(): Promise<void>
  /** Gives back the room, which is gigabytes. */
  remove(): Promise<void>
}

const inFiles: Filled = async (story, tellings, profileFolder) => {
  const folder = temporaryFolder()
  await (await serveTenantry({ folder })).stop()
  fillSqlite(worldFile(folder), story, tellings)
  return {
    server: await serveTenantry({ folder, profileFolder }),
    settle: async () => undefined,
    remove: async () => removeFolder(folder),
  }
}

const inPostgres: Filled = async (story, tellings, profileFolder) => {
  const database = await makeDatabase()
  const wishes = { folder: temporaryFolder(), database: database.url }
  await (await serveTenantry(wishes)).stop()
  await fillPostgres(database, story, tellings)
  return {
    server: await serveTenantry({ ...wishes, profileFolder }),
    settle: async () => void (await administer(['vacuum analyze', 'checkpoint'], database.adminUrl)),
    remove: async () => void (await dropDatabase(database)),
  }
}

/** The same requests where few and where very many subscriptions are stored. */
export const millionSqlite: Load = loadOn('sqlite', inFiles)
export const millionPostgres: Load = loadOn('postgres', inPostgres, { missing: missingPsql })

async function prepare({ quick, profileFolder }: LoadOrder, serve: Filled): Promise<PreparedLoad> {
  const { story, known } = await soldStory(sell)
  const open = async (subscriptions: number): Promise<StoredWorld> => {
    const tellings = subscriptions / subscriptionsPerCustomer
    const startedMs = performance.now()
    const filled = await serve(story, tellings, profileFolder)
    const filledMs = performance.now() - startedMs
    const bench = await openBenchWorld(filled.server)
    await liftLimits(bench)
    const item = await bench.world
      .customerOf(toldId(known.id, telling(story, 0, tellings)))
      .itemOf('office-e5')
    const stored = { ...filled, bench, story, known, tellings, filledMs, higherItem: item }
    await compare(stored)
    await run(stored, 0)
    await filled.settle()
    return stored
  }
  const few = await open(fewer)
  const many = await open(quick ? 10 * fewer : 100 * fewer)
  const stored = many.tellings * subscriptionsPerCustomer
  return {
    notes: [
      `${stored} and ${fewer} subscriptions stored, ${subscriptionsPerCustomer} a customer`,
      `the rows of ${stored} were written in ${(many.filledMs / 1000).toFixed(0)} s`,
    ],
    figure: (at) => run(many, at + 1),
    reference: (at) => run(few, at + 1),
    close: async () => {
      for (const { server, remove } of [few, many]) {
        await server.stop()
        await remove()
      }
    },
  }
}

interface StoredWorld extends FilledServer {
  readonly bench: BenchWorld
  readonly story: Story
  readonly known: KnownCustomer
  readonly tellings: number
  readonly filledMs: number
  /** What Office 365 E3 can be moved to. */
  readonly higherItem: string
}

/** A customer with ten subscriptions, bought in two carts. */
async function sell(world: World): Promise<KnownCustomer> {
  const customer = await world.customer()
  for (let cart = 0; cart < 2; cart += 1)
    await customer.checkOut(await customer.cart(await linesFor(customer)))
  return knownCustomer(customer)
}

function linesFor(customer: Customer): Promise<CartLineItemRequest[]> {
  const half = Array.from({ length: subscriptionsPerCustomer / 2 }, (_, id) => id)
  return Promise.all(half.map((id) => customer.line('office-e3', { seats: 10 }, id)))
}

/** The server reads a written row as it reads the one that a purchase left: only names differ, and what holds them. */
async function compare({ bench, story, known, tellings }: StoredWorld): Promise<void> {
  const told = telling(story, tellings - 1, tellings)
  const { items } = await bench.world.client.subscriptions.list({ customerId: toldId(known.id, told) })
  const plain = (subscription: Subscription) =>
    JSON.stringify(subscription, (name, value: unknown) => {
      if (name === 'etag') return undefined
      return typeof value === 'string' ? value.replaceAll(names, '') : value
    })
  assert.deepEqual(new Set(items.map(plain)), new Set(known.subscriptions.map(plain)))
}

const names = /[0-9a-f]{8}(?=-[0-9a-f]{4}-|[0-9a-f]{4}$)/g

/** Each run asks about other subscriptions than those before it, as many on both sides. */
async function run(stored: StoredWorld, at: number): Promise<Sample> {
  const { bench } = stored
  const p50 = async (requests: readonly PlannedRequest[]): Promise<number> => {
    const stream = { name: 'asked', connections, requests, repeats: false }
    return streamNamed(await bench.run([stream], 120), 'asked').latencyMs.p50
  }
  const gets = picked(stored, at * requestsPerRun.get, requestsPerRun.get, (i) => i).map(getOf)
  const lists = picked(stored, at * requestsPerRun.list, requestsPerRun.list).map(({ customerPath }) => ({
    method: 'GET',
    path: `${customerPath}/subscriptions`,
  }))
  const pages = Array.from({ length: requestsPerRun.customers }, () => ({
    method: 'GET',
    path: '/v1/customers?size=100',
  }))
  const patches = await patchesOf(stored, picked(stored, at * requestsPerRun.patch, requestsPerRun.patch))
  const moved = picked(stored, at * requestsPerRun.transition, requestsPerRun.transition, () => 9)
  const value = await p50(gets)
  return {
    value,
    more: {
      'list p50 ms': await p50(lists),
      'customers p50 ms': await p50(pages),
      'PATCH p50 ms': await p50(patches),
      'transition p50 ms': await p50(moved.map((pick) => transitionOf(stored, pick))),
    },
  }
}

interface Pick {
  readonly customerPath: string
  readonly path: string
}

/**
 * So many subscriptions from the `from`-th on, spread over all customers: the same ones only after as many as the
 * smaller world has customers.
 */
function picked(
  { story, known, tellings }: StoredWorld,
  from: number,
  count: number,
  subscriptionAt: (i: number) => number = () => 0,
): Pick[] {
  const slots = fewer / subscriptionsPerCustomer
  return Array.from({ length: count }, (_, k) => {
    const slot = (from + k) % slots
    const told = telling(story, Math.floor((slot * tellings) / slots), tellings)
    const at = subscriptionAt(Math.floor((from + k) / slots)) % subscriptionsPerCustomer
    const subscription = known.subscriptions[at]
    if (subscription === undefined) throw new Error('the story has fewer subscriptions')
    const customerPath = `/v1/customers/${toldId(known.id, told)}`
    return { customerPath, path: `${customerPath}/subscriptions/${toldId(subscription.id, told)}` }
  })
}

const getOf = ({ path }: Pick): PlannedRequest => ({ method: 'GET', path })

/** One seat more than there are. */
async function patchesOf({ bench }: StoredWorld, picks: readonly Pick[]): Promise<PlannedRequest[]> {
  const present = (await bench.askAll(picks.map(getOf))) as { quantity: number }[]
  return present.map((subscription, i) => ({
    method: 'PATCH',
    path: picks[i]?.path ?? '',
    body: JSON.stringify({ ...subscription, quantity: subscription.quantity + 1 }),
  }))
}

function transitionOf({ higherItem }: StoredWorld, { path }: Pick): PlannedRequest {
  const body = {
    toCatalogItemId: higherItem,
    quantity: 10,
    termDuration: 'P1Y',
    billingCycle: 'monthly',
    transitionType: 'transition_only',
  }
  return { method: 'POST', path: `${path}/transitions`, body: JSON.stringify(body) }
}
