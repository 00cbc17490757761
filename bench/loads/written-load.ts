import { join } from 'node:path'
import type { PlannedRequest } from '../client/plan.ts'
import { streamNamed } from '../client/run-client.ts'
import { temporaryFolder } from '../processes/folder.ts'
import { serveTenantry, worldFile } from '../processes/tenantry.ts'
import { copyDatabase, readRows } from '../rows/table-rows.ts'
import { writeBare } from '../rows/write-bare.ts'
import { bornBetween, describeUnits, writtenBetween, type WrittenUnits } from '../rows/written-rows.ts'
import { connections, openBenchWorld, type BenchWorld } from './bench-world.ts'
import type { LoadOrder, PreparedLoad, Sample } from './load.ts'

/** As many requests as the server puts into one durable commit at the most. */
export const unitsPerCommit = 64

/** Readies `count` requests that can be sent once each; a world is readied once, then asked again and again. */
export type RequestMaker = (count: number) => Promise<readonly PlannedRequest[]>

/**
 * A load of durable writes against a server with a data folder. Its reference writes the same rows by bare statements:
 * what they are is found out by looking at the database before and after some of the requests.
 */
export async function prepareWrites(
  { quick, seed, profileFolder }: LoadOrder,
  open: (bench: BenchWorld) => Promise<RequestMaker>,
): Promise<PreparedLoad> {
  const folder = temporaryFolder()
  const server = await serveTenantry({ folder, profileFolder })
  const bench = await openBenchWorld(server)
  const makeRequests = await open(bench)
  const send = async (requests: readonly PlannedRequest[]) =>
    bench.run([{ name: 'writes', connections, requests, repeats: false }], 120)
  await send(await makeRequests(quick ? 128 : 640))
  const rows = () => readRows(worldFile(folder))
  const [first, ...observed] = await makeRequests(unitsPerCommit + 1)
  const before = rows()
  await send(first === undefined ? [] : [first])
  const between = rows()
  await send(observed)
  const written = writtenBetween(between, rows(), unitsPerCommit, bornBetween(before, between))
  const count = quick ? 512 : 1536

  return {
    notes: [`${count} requests a run; each writes`, ...describeUnits(written).map((line) => `  ${line}`)],
    figure: async () => {
      const outcome = await send(await makeRequests(count))
      const { perSecond, answered, latencyMs } = streamNamed(outcome, 'writes')
      return {
        value: perSecond,
        more: { 'p99 ms': latencyMs.p99, 'CPU µs/unit': (outcome.cpuMs * 1000) / answered },
      }
    },
    reference: async (run) => {
      const file = join(folder, `bare-${run}.db`)
      copyDatabase(worldFile(folder), file)
      return replay(written, { file, units: count, seed: seed + run })
    },
    close: () => server.stop(),
  }
}

/** Writes the rows of `units` bare, as many per commit as were looked at, unless fewer are wished for. */
export async function replay(
  written: WrittenUnits,
  {
    file,
    units,
    seed,
    updatedUnitsMax = units,
    perCommit = written.units,
  }: { file: string; units: number; seed: number; updatedUnitsMax?: number; perCommit?: number },
): Promise<Sample> {
  const batches = Math.max(1, Math.round(units / written.units))
  const updatedBatchesMax = Math.max(1, Math.round(updatedUnitsMax / written.units))
  const commits = Math.max(1, Math.round(written.units / perCommit))
  const order = { file, rows: written.rows, batches, commits, updatedBatchesMax, seed }
  const { seconds, cpuMs } = await writeBare(order)
  const done = batches * written.units
  return { value: done / seconds, more: { 'CPU µs/unit': (cpuMs * 1000) / done } }
}
