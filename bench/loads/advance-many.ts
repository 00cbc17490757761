import { cpSync } from 'node:fs'
import { join } from 'node:path'
import type { Subscription } from '@tenantry/contract/resources/subscription.ts'
import { World, type Customer } from '@tenantry/recipes'
import { operatorClient } from '@tenantry/sdk/operator'
import { fillSqlite } from '../copies/fill-sqlite.ts'
import { knownCustomer, soldStory } from '../copies/sold-story.ts'
import type { Story } from '../copies/story.ts'
import { removeFolder, temporaryFolder } from '../processes/folder.ts'
import { operatorKey, serveTenantry, worldFile } from '../processes/tenantry.ts'
import { copyDatabase, readRows, type DatabaseRows } from '../rows/table-rows.ts'
import { describeUnits, type WrittenUnits } from '../rows/written-rows.ts'
import { writtenOverTime } from '../rows/written-over-time.ts'
import type { Load, LoadOrder, PreparedLoad, Sample } from './load.ts'
import { entriesPerCommit, passTime, twelveMonths } from './pass-time.ts'
import { replay } from './written-load.ts'

/** How many customers one telling of the story has, each with ten subscriptions, and on how many days they buy. */
const buyers = 10
const daysBetween = 2
const subscriptionsPerTelling = buyers * 10
/** Where a million are stored, some days of the first renewals are enough to see what an entry costs. */
const daysToRenewals = 'P9D'
const renewalDays = Array.from({ length: 6 }, () => 'P1D')

/** A year passes over subscriptions of many kinds; the cost of an entry where ten times fewer and more are stored. */
export const advanceMany: Load = {
  name: 'advance-many',
  figure: 'tenantry',
  reference: 'bare rows, as many commits',
  unit: 'agenda entries per second, 12 months over subscriptions with mixed terms, cycles and scheduled changes',
  runs: 1,
  prepare,
}

async function prepare({ quick, seed, profileFolder }: LoadOrder): Promise<PreparedLoad> {
  const { story } = await soldStory(sell)
  const written = await writtenInAYear(story)
  const tellings = quick ? 100 : 1_000
  const full = await filled(story, tellings)
  const fewer = await filled(story, tellings / 10)
  let perCommit = written.units
  return {
    notes: [
      `${tellings * subscriptionsPerTelling} subscriptions bought over ${buyers * daysBetween} days`,
      `${written.units} entries of a year were looked at; each writes`,
      ...describeUnits(written).map((line) => `  ${line}`),
    ],
    figure: async () => {
      const few = await passCopy(fewer, (copy) => passTime(copy, twelveMonths, profileFolder))
      const many = await passCopy(full, (copy) => passTime(copy, twelveMonths, profileFolder))
      perCommit = many.more[entriesPerCommit] ?? perCommit
      const growth = {
        'CPU µs/unit, a tenth': costOf(few),
        'growth from a tenth': costOf(many) / costOf(few),
      }
      const further = quick ? {} : await growthToMillion(story, full, profileFolder)
      return { value: many.value, more: { ...many.more, ...growth, ...further } }
    },
    reference: async (run) => {
      const folder = temporaryFolder()
      const file = join(folder, 'bare.db')
      copyDatabase(worldFile(full), file)
      // As many as the server writes: what a row costs depends on how large its table has grown.
      const units = tellings * written.units
      const sample = await replay(written, { file, units, seed: seed + run, perCommit })
      removeFolder(folder)
      return sample
    },
    close: async () => undefined,
  }
}

/** An entry costs processor time; of the time by the clock, others on the machine take their share. */
const costOf = ({ more }: Sample): number => more['CPU µs/unit'] ?? Number.NaN

/** Terms, cycles and what is changed afterwards, subscription by subscription. */
const kinds: readonly { readonly term: string; readonly cycle: string; readonly changes?: Changes }[] = [
  { term: 'P1M', cycle: 'monthly' },
  { term: 'P1M', cycle: 'monthly', changes: () => ({ autoRenewEnabled: false }) },
  { term: 'P1M', cycle: 'monthly', changes: nextTerm({ quantity: 7 }) },
  { term: 'P1M', cycle: 'monthly', changes: nextTerm({ termDuration: 'P1Y' }) },
  { term: 'P1Y', cycle: 'monthly' },
  { term: 'P1Y', cycle: 'monthly', changes: nextTerm({ billingCycle: 'annual', quantity: 3 }) },
  { term: 'P1Y', cycle: 'annual' },
  { term: 'P1Y', cycle: 'annual', changes: () => ({ autoRenewEnabled: false }) },
  { term: 'P3Y', cycle: 'monthly' },
  { term: 'P3Y', cycle: 'annual' },
]

type Changes = (present: Subscription) => object

function nextTerm({ quantity = 5, ...wished }: { quantity?: number; [member: string]: unknown }): Changes {
  return ({ offerId, termDuration, billingCycle }) => {
    const [productId, skuId] = offerId.split(':')
    const product = { productId, skuId, termDuration, billingCycle, ...wished }
    return { autoRenewEnabled: true, scheduledNextTermInstructions: { product, quantity } }
  }
}

/** On every second day a customer buys one of each kind. */
async function sell(world: World): Promise<void> {
  for (let buyer = 0; buyer < buyers; buyer += 1) {
    await buyOneOfEach(await world.customer())
    await world.wait({ days: daysBetween })
  }
}

async function buyOneOfEach(customer: Customer): Promise<void> {
  for (const some of [kinds.slice(0, 5), kinds.slice(5)]) {
    const lines = some.map(({ term, cycle }, id) => customer.line('office-e3', { term, cycle, seats: 5 }, id))
    await customer.checkOut(await customer.cart(await Promise.all(lines)))
  }
  const { subscriptions } = await knownCustomer(customer)
  const left = [...subscriptions]
  for (const { term, cycle, changes } of kinds) {
    const at = left.findIndex((one) => one['termDuration'] === term && one['billingCycle'] === cycle)
    const [bought] = left.splice(at, 1)
    if (at < 0 || bought === undefined) throw new Error(`no subscription of ${term}, billed ${cycle}, came`)
    if (changes !== undefined) await customer.subscription(bought.id).change(changes(bought))
  }
}

/** A data folder in which a story was told so often, its clock where the story ends. */
async function filled(story: Story, tellings: number): Promise<string> {
  const folder = temporaryFolder()
  const server = await serveTenantry({ folder })
  const world = await World.open(operatorClient({ url: server.url, key: operatorKey }))
  await world.wait({ days: buyers * daysBetween })
  await server.stop()
  fillSqlite(worldFile(folder), story, tellings)
  return folder
}

/** What a year's entries write, looked at every week in a world where the story was told once. */
async function writtenInAYear(story: Story): Promise<WrittenUnits> {
  const folder = await filled(story, 1)
  const server = await serveTenantry({ folder })
  const world = await World.open(operatorClient({ url: server.url, key: operatorKey }))
  const looks: DatabaseRows[] = [readRows(worldFile(folder))]
  let ran = 0
  for (let week = 0; week < 52; week += 1) {
    ran += (await world.wait({ days: 7 })).ran
    looks.push(readRows(worldFile(folder)))
  }
  await server.stop()
  removeFolder(folder)
  return writtenOverTime(looks, ran)
}

async function passCopy(from: string, pass: (copy: string) => Promise<Sample>): Promise<Sample> {
  const folder = temporaryFolder()
  cpSync(from, folder, { recursive: true })
  const sample = await pass(folder)
  removeFolder(folder)
  return sample
}

/** The same days pass where the subscriptions of `full` and where a million are stored. */
async function growthToMillion(
  story: Story,
  full: string,
  profileFolder: string | undefined,
): Promise<Record<string, number>> {
  const pass = (folder: string) => passTime(folder, renewalDays, profileFolder, daysToRenewals)
  const many = await passCopy(full, pass)
  const folder = await filled(story, 1_000_000 / subscriptionsPerTelling)
  const million = await pass(folder)
  removeFolder(folder)
  return {
    'CPU µs/unit, some days': costOf(many),
    'CPU µs/unit, a million': costOf(million),
    'growth to a million': costOf(million) / costOf(many),
    'entries/s, some days': many.value,
    'entries/s, a million': million.value,
    'peak RSS MB, a million': million.more['peak RSS MB'] ?? Number.NaN,
  }
}
