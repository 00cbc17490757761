import { World, type Customer } from '@tenantry/recipes'
import { operatorClient } from '@tenantry/sdk/operator'
import { runClient, streamNamed } from '../client/run-client.ts'
import type { LoadOutcome, PlannedRequest, PlannedStream } from '../client/plan.ts'
import { cpuMsOf, type ServingChild } from '../processes/child.ts'
import { operatorKey } from '../processes/tenantry.ts'

/** Connections of a load, each with one request under way. */
export const connections = 32

/** The main world of one or more servers under load, and how its requests are sent. */
export interface BenchWorld {
  readonly world: World
  /** The headers of each request. */
  readonly headers: Readonly<Record<string, string>>
  run(streams: readonly PlannedStream[], seconds: number): Promise<ServerOutcome>
  /** Sends each request once; answers their bodies. */
  askAll(requests: readonly PlannedRequest[]): Promise<readonly unknown[]>
}

export interface ServerOutcome extends LoadOutcome {
  /** CPU time of the servers meanwhile. */
  readonly cpuMs: number
}

/** `others` serve the same world. */
export async function openBenchWorld(
  server: ServingChild,
  others: readonly ServingChild[] = [],
): Promise<BenchWorld> {
  const world = await World.open(operatorClient({ url: server.url, key: operatorKey }))
  return benchOf(world, [server, ...others])
}

/** The same servers for another caller. */
export function benchOf(world: World, servers: readonly ServingChild[]): BenchWorld {
  const headers = { authorization: `Bearer ${world.caller.token ?? ''}`, accept: 'application/json' }
  const run = (streams: readonly PlannedStream[], seconds: number) =>
    runAgainst(servers, headers, streams, seconds)
  const askAll = async (requests: readonly PlannedRequest[]): Promise<readonly unknown[]> => {
    const stream = { name: 'set-up', connections, requests, repeats: false, keepsBodies: true }
    const { bodies = [] } = streamNamed(await run([stream], setUpSecondsMax), 'set-up')
    if (bodies.length !== requests.length) throw new Error(`the set-up took longer than ${setUpSecondsMax} s`)
    return bodies.map((body) => (body === '' ? undefined : JSON.parse(body.replace(/^\uFEFF/, ''))))
  }
  return { world, headers, run, askAll }
}

const setUpSecondsMax = 120

/** Runs streams against any servers and counts the CPU time they take. */
export async function runAgainst(
  servers: readonly ServingChild[],
  headers: Readonly<Record<string, string>>,
  streams: readonly PlannedStream[],
  seconds: number,
): Promise<ServerOutcome> {
  const addresses = servers.map(({ url }) => ({
    host: new URL(url).hostname,
    port: Number(new URL(url).port),
  }))
  const cpuMs = () => servers.reduce((sum, { pid }) => sum + (cpuMsOf(pid) ?? 0), 0)
  const cpuBefore = cpuMs()
  const named = streams.map((stream) => ({ ...stream, requests: stream.requests.map(withName) }))
  const outcome = await runClient({ addresses, headers, streams: named, seconds })
  return { ...outcome, cpuMs: cpuMs() - cpuBefore }
}

let named = 0

/** Each request has a name of its own, as clients do it, so that the server remembers the answers of writes. */
function withName(request: PlannedRequest): PlannedRequest {
  named += 1
  const id = `00000000-0000-4000-8000-${named.toString(16).padStart(12, '0')}`
  return { ...request, headers: { 'ms-requestid': id, 'ms-correlationid': id, ...request.headers } }
}

/**
 * Each customer buys so often in a load; every run has new ones, so that no run finds fuller accounts than the last.
 */
const purchasesPerCustomer = 24

export const customersFor = (purchases: number): number =>
  Math.max(8, Math.ceil(purchases / purchasesPerCustomer))

/** Customers with a confirmed agreement, in the market of the partner. */
export async function openCustomers({ world }: BenchWorld, count: number): Promise<Customer[]> {
  const customers: Customer[] = []
  for (let i = 0; i < count; i += 1) customers.push(await world.customer())
  return customers
}

/** The published limit of subscriptions per tenant is below what a load buys. */
export const liftLimits = ({ world }: BenchWorld): Promise<void> =>
  world.decree('subscriptions-per-tenant', 10_000_000)

interface CartAnswer {
  readonly id: string
  readonly lineItems: readonly { readonly error?: unknown }[]
}

interface CheckoutAnswer {
  readonly orders: readonly { readonly lineItems: readonly { readonly subscriptionId: string }[] }[]
}

/** Stores `count` carts with the same lines, spread over the customers; answers the requests that check them out. */
export async function fillCarts(
  bench: BenchWorld,
  customers: readonly Customer[],
  lines: readonly object[],
  count: number,
): Promise<PlannedRequest[]> {
  const body = JSON.stringify({ lineItems: lines, partnerOnRecordAttestationAccepted: true })
  const paths = Array.from(
    { length: count },
    (_, i) => `/v1/customers/${customers[i % customers.length]?.id}/carts`,
  )
  const carts = (await bench.askAll(
    paths.map((path) => ({ method: 'POST', path, body })),
  )) as readonly CartAnswer[]
  return carts.map((cart, i) => {
    const error = cart.lineItems.find((line) => line.error !== undefined)?.error
    if (error !== undefined) throw new Error(`a cart of the load cannot be bought: ${JSON.stringify(error)}`)
    return { method: 'POST', path: `${paths[i]}/${cart.id}/checkout` }
  })
}

export interface BoughtSubscription {
  readonly customerId: string
  readonly id: string
}

/** Buys `count` subscriptions of one line each. */
export async function buySubscriptions(
  bench: BenchWorld,
  customers: readonly Customer[],
  line: object,
  count: number,
): Promise<BoughtSubscription[]> {
  const checkouts = await fillCarts(bench, customers, [line], count)
  const answers = (await bench.askAll(checkouts)) as readonly CheckoutAnswer[]
  return answers.map((answer, i) => {
    const id = answer.orders[0]?.lineItems[0]?.subscriptionId
    if (id === undefined)
      throw new Error(`a checkout of the load named no subscription: ${JSON.stringify(answer)}`)
    return { customerId: customers[i % customers.length]?.id ?? '', id }
  })
}
