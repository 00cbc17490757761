import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { temporaryFolder } from '../processes/folder.ts'
import { serveTenantry, worldFile } from '../processes/tenantry.ts'
import { copyDatabase, readRows } from '../rows/table-rows.ts'
import { describeUnits, writtenBetween, type WrittenUnits } from '../rows/written-rows.ts'
import {
  buySubscriptions,
  liftLimits,
  openBenchWorld,
  openCustomers,
  type BenchWorld,
} from './bench-world.ts'
import type { Load, LoadOrder, PreparedLoad } from './load.ts'
import { entriesPerCommit, passTime, twelveMonths } from './pass-time.ts'
import { replay } from './written-load.ts'

const months = twelveMonths.length
/** So many renewals are looked at to see what one writes. */
const observed = 200
const days = 20
const subscriptionsPerCustomer = 100

/** A year passes over monthly subscriptions: each renews, is charged and plans its next renewal, twelve times. */
export const advance: Load = {
  name: 'advance',
  figure: 'tenantry',
  reference: 'bare rows, as many commits',
  unit: `agenda entries per second, ${months} months over monthly subscriptions`,
  prepare,
}

async function prepare({ quick, seed, profileFolder }: LoadOrder): Promise<PreparedLoad> {
  const subscriptions = quick ? 1_000 : 10_000
  const folder = temporaryFolder()
  const small = await sellTo(join(folder, 'small'), observed, 1)
  const written = await oneRenewalEach(small)
  const full = await sellTo(join(folder, 'full'), subscriptions, days)
  let entries = subscriptions * months
  let perCommit = observed
  return {
    notes: [
      `${subscriptions} subscriptions bought over ${days} days; each entry writes`,
      ...indented(describeUnits(written)),
    ],
    figure: async (run) => {
      const own = join(folder, `run-${run}`)
      cpSync(full, own, { recursive: true })
      const outcome = await passTime(own, twelveMonths, profileFolder)
      entries = outcome.ran
      perCommit = outcome.more[entriesPerCommit] ?? perCommit
      return outcome
    },
    reference: async (run) => {
      const file = join(folder, `bare-${run}.db`)
      copyDatabase(worldFile(full), file)
      return replay(written, {
        file,
        units: entries,
        seed: seed + run,
        updatedUnitsMax: subscriptions,
        perCommit,
      })
    },
    close: async () => undefined,
  }
}

/** A data folder whose main world has that many monthly subscriptions, bought over some days. */
async function sellTo(folder: string, subscriptions: number, overDays: number): Promise<string> {
  const server = await serveTenantry({ folder })
  const bench = await openBenchWorld(server)
  await liftLimits(bench)
  const customers = await openCustomers(bench, Math.ceil(subscriptions / subscriptionsPerCustomer))
  const [first] = customers
  if (first === undefined) throw new Error('the load needs a customer')
  const line = await first.line('office-e3', { term: 'P1M', cycle: 'monthly', seats: 3 })
  for (let day = 0; day < overDays; day += 1) {
    await buySubscriptions(bench, customers, line, Math.round(subscriptions / overDays))
    if (day + 1 < overDays) await bench.world.wait({ days: 1 })
  }
  await server.stop()
  return folder
}

/** What the renewals of one month write, looked at in a small world whose subscriptions all renew at once. */
async function oneRenewalEach(folder: string): Promise<WrittenUnits> {
  const server = await serveTenantry({ folder })
  const bench = await openBenchWorld(server)
  await toNextRenewals(bench) // The first entries differ: the window to cancel closes only once.
  const before = readRows(worldFile(folder))
  const ran = await toNextRenewals(bench)
  const after = readRows(worldFile(folder))
  await server.stop()
  return writtenBetween(before, after, ran)
}

async function toNextRenewals({ world }: BenchWorld): Promise<number> {
  return (await world.wait({ months: 1 })).ran
}

const indented = (lines: readonly string[]): string[] => lines.map((line) => `  ${line}`)
