import type { PlannedStream } from '../client/plan.ts'
import { streamNamed } from '../client/run-client.ts'
import { temporaryFolder } from '../processes/folder.ts'
import { serveTenantry } from '../processes/tenantry.ts'
import { openBenchWorld, type ServerOutcome } from './bench-world.ts'
import { openCarts } from './checkout.ts'
import type { Load, LoadOrder, PreparedLoad, Sample } from './load.ts'

const readers = 24
const writers = 8

/** How long readers wait while others check out carts, and how long when nobody writes. */
export const mixed: Load = {
  name: 'mixed',
  figure: 'with checkouts',
  reference: 'reads alone',
  unit: `p99 in ms of GET subscription, ${readers} readers, with and without ${writers} connections that check out`,
  prepare,
}

async function prepare({ quick, profileFolder }: LoadOrder): Promise<PreparedLoad> {
  const server = await serveTenantry({ folder: temporaryFolder(), profileFolder })
  const bench = await openBenchWorld(server)
  const makeCheckouts = await openCarts(bench)
  const { customer, id } = await (await bench.world.customer()).subscribe('office-e3')
  const reads: PlannedStream = {
    name: 'reads',
    connections: readers,
    requests: [{ method: 'GET', path: `/v1/customers/${customer.id}/subscriptions/${id}` }],
    repeats: true,
  }
  const seconds = quick ? 1.5 : 4
  const writesMax = quick ? 1_500 : 4_000
  const withWrites = async (count: number) => {
    const requests = await makeCheckouts(count)
    return bench.run([reads, { name: 'writes', connections: writers, requests, repeats: false }], seconds)
  }
  await withWrites(300)
  return {
    notes: [`at most ${seconds} s or ${writesMax} checkouts a run`],
    figure: async () => {
      const outcome = await withWrites(writesMax)
      const writes = streamNamed(outcome, 'writes')
      const sample = sampleOf(outcome)
      return {
        ...sample,
        more: { ...sample.more, 'checkouts/s': writes.perSecond, 'checkout p99 ms': writes.latencyMs.p99 },
      }
    },
    reference: async () => sampleOf(await bench.run([reads], seconds)),
    close: () => server.stop(),
  }
}

function sampleOf(outcome: ServerOutcome): Sample {
  const { perSecond, latencyMs } = streamNamed(outcome, 'reads')
  return { value: latencyMs.p99, more: { 'p50 ms': latencyMs.p50, 'reads/s': perSecond } }
}
