import type { PlannedRequest } from '../client/plan.ts'
import { streamNamed } from '../client/run-client.ts'
import { temporaryFolder } from '../processes/folder.ts'
import {
  administer,
  dropDatabase,
  makeDatabase,
  missingPostgres,
  type BenchDatabase,
} from '../processes/postgres.ts'
import { serveNodes, serveTenantry } from '../processes/tenantry.ts'
import { startRecorder } from '../statements/recorder.ts'
import { replay, type Lane } from '../statements/replay.ts'
import type { SentTransaction } from '../statements/transaction.ts'
import {
  benchOf,
  connections,
  customersFor,
  fillCarts,
  liftLimits,
  openBenchWorld,
  openCustomers,
} from './bench-world.ts'
import type { Load, LoadOrder, PreparedLoad, Sample } from './load.ts'

const lines = 2

/**
 * Durable checkouts of carts with two lines, served by two processes from one PostgreSQL database. The reference sends
 * the very statements of the same checkouts, recorded on their way to PostgreSQL, from two processes to a copy of the
 * database; both begin each run with the same rows.
 */
export const postgresCheckout: Load = {
  name: 'postgres-checkout',
  figure: 'two tenantry',
  reference: 'their statements, bare',
  unit: `POST …/checkout with ${lines} lines on PostgreSQL, checkouts per second, ${connections} connections`,
  missing: missingPostgres,
  prepare,
}

/** A checkout, and which others it must not overtake when it is replayed. */
interface PlannedCheckout {
  readonly request: PlannedRequest
  /** Partners take turns with their work, and each customer's is done by one process. */
  readonly partner: number
  readonly process: number
}

async function prepare({ quick, profileFolder }: LoadOrder): Promise<PreparedLoad> {
  const [first, counted] = quick ? [128, 256] : [512, 1_536]
  const origin = await makeDatabase()
  const checkouts = await planCheckouts(origin, first + counted)
  const { transactions, left } = await record(origin, checkouts)
  const requests = checkouts.map(({ request }) => request)
  const processes = [0, 1].map((process) => lanesOf(checkouts, transactions, process, first))
  const statements = transactions.reduce((sum, transaction) => sum + transaction.length, 0)
  const waits = transactions.flat().filter(({ waited }) => waited).length
  return {
    notes: [
      `${counted} checkouts a run after ${first}, two processes each, on a new copy of the database`,
      `${(statements / transactions.length).toFixed(1)} statements a checkout, ` +
        `${(waits / transactions.length).toFixed(1)} of them sent after waiting for those before`,
    ],
    figure: () => onCopy(origin, (copy) => checkOut(copy, requests, first, profileFolder)),
    reference: () =>
      onCopy(origin, async (copy) => {
        const seconds = await replay(copy.url, processes)
        if ((await stateOf(copy)) !== left)
          throw new Error(`the bare statements left ${await stateOf(copy)}, the server ${left}`)
        return { value: counted / seconds, more: {} }
      }),
    close: async () => undefined,
  }
}

async function onCopy(origin: BenchDatabase, run: (copy: BenchDatabase) => Promise<Sample>): Promise<Sample> {
  const copy = await makeDatabase(origin)
  try {
    return await run(copy)
  } finally {
    await dropDatabase(copy)
  }
}

/** Fills carts of every partner that sells directly, so that there is work that need not take turns. */
async function planCheckouts(origin: BenchDatabase, count: number): Promise<PlannedCheckout[]> {
  const nodes = await serveNodes({ database: origin.url })
  const { world } = await openBenchWorld(nodes[0])
  await liftLimits(benchOf(world, nodes))
  const sellers = world.view.partners.filter(
    ({ type, environment }) => type === 'directBill' && environment === 'production',
  )
  const own: PlannedCheckout[][] = []
  const each = Math.ceil(count / sellers.length)
  for (const [partner, { name }] of sellers.entries()) {
    const bench = benchOf(await world.of({ name }), nodes)
    const customers = await openCustomers(bench, customersFor(each))
    const [buyer] = customers
    if (buyer === undefined) throw new Error('the load needs a customer')
    const products = ['office-e3', 'm365-e3'].map((product, i) => buyer.line(product, { seats: 1 }, i))
    const carts = await fillCarts(bench, customers, await Promise.all(products), each)
    own.push(
      carts.map((request, i) => ({
        request: { ...request, headers: bench.headers },
        partner,
        process: (i % customers.length) % 2,
      })),
    )
  }
  for (const node of nodes) await node.stop()
  await administer(['vacuum analyze'], origin.adminUrl)
  // In turn, so that at each moment several partners are at work.
  return Array.from({ length: count }, (_, i) => own[i % own.length]?.[Math.floor(i / own.length)]).filter(
    (checkout) => checkout !== undefined,
  )
}

interface Recorded {
  /** In the order of the checkouts. */
  readonly transactions: readonly SentTransaction[]
  /** What all of them leave behind. */
  readonly left: string
}

/** Checks out one cart after the other and takes down what each makes the server send. */
async function record(origin: BenchDatabase, checkouts: readonly PlannedCheckout[]): Promise<Recorded> {
  const copy = await makeDatabase(origin)
  const recorder = await startRecorder(copy.url)
  const server = await serveTenantry({ folder: temporaryFolder(), database: recorder.through(copy.url) })
  const bench = await openBenchWorld(server)
  const requests = checkouts.map(({ request }) => request)
  recorder.taken()
  await bench.run([{ name: 'recorded', connections: 1, requests, repeats: false }], 120)
  const transactions = recorder
    .taken()
    .filter((transaction) => transaction.some(({ text }) => text.includes('insert into purchase_order')))
  await server.stop()
  recorder.close()
  const left = await stateOf(copy)
  await dropDatabase(copy)
  if (transactions.length !== checkouts.length)
    throw new Error(`${checkouts.length} checkouts made ${transactions.length} transactions`)
  return { transactions, left }
}

/** How many rows there are of what a checkout writes, and how often they were changed. */
async function stateOf({ adminUrl }: BenchDatabase): Promise<string> {
  const tables = ['purchase_order', 'subscription', 'holding', 'cart', 'charge_line', 'agenda', 'answer']
  const counts = tables.map((table) => `select '${table}' as name, count(*), sum(version) from ${table}`)
  return JSON.stringify(await administer([`${counts.join(' union all ')} order by name`], adminUrl))
}

/** One lane a partner: what the server does of its work runs one after the other too. */
function lanesOf(
  checkouts: readonly PlannedCheckout[],
  transactions: readonly SentTransaction[],
  process: number,
  first: number,
): Lane[] {
  const partners = [...new Set(checkouts.map(({ partner }) => partner))]
  return partners.map((partner) => {
    const isMine = (at: number) => checkouts[at]?.partner === partner && checkouts[at]?.process === process
    return {
      first: transactions.slice(0, first).filter((_, at) => isMine(at)),
      counted: transactions.slice(first).filter((_, at) => isMine(at + first)),
    }
  })
}

async function checkOut(
  copy: BenchDatabase,
  requests: readonly PlannedRequest[],
  first: number,
  profileFolder: string | undefined,
): Promise<Sample> {
  const [node, ...others] = await serveNodes({ database: copy.url, profileFolder })
  const bench = await openBenchWorld(node, others)
  const send = (some: readonly PlannedRequest[]) =>
    bench.run([{ name: 'writes', connections, requests: some, repeats: false }], 120)
  await send(requests.slice(0, first))
  const outcome = await send(requests.slice(first))
  for (const server of [node, ...others]) await server.stop()
  const { perSecond, answered, latencyMs } = streamNamed(outcome, 'writes')
  return {
    value: perSecond,
    more: { 'p99 ms': latencyMs.p99, 'server CPU µs/checkout': (outcome.cpuMs * 1000) / answered },
  }
}
