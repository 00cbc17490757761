import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { temporaryFolder } from '../processes/folder.ts'
import { serveTenantry, worldFile } from '../processes/tenantry.ts'
import { copyDatabase } from '../rows/table-rows.ts'
import { openBenchWorld } from './bench-world.ts'
import type { Load, LoadOrder, PreparedLoad, Sample } from './load.ts'

/**
 * The default world with one more customer and a subscription, branched; the reference copies its database and opens
 * it.
 */
export const branch: Load = {
  name: 'branch',
  figure: 'tenantry, on disk',
  reference: 'vacuum into + open',
  unit: 'ms for POST /_tenantry/worlds {from: main}, median of the branches of a run',
  prepare,
}

async function prepare({ quick, profileFolder }: LoadOrder): Promise<PreparedLoad> {
  const folder = temporaryFolder()
  const onDisk = await serveTenantry({ folder, profileFolder })
  const inMemory = await serveTenantry({})
  const { world } = await openBenchWorld(onDisk)
  const memoryWorld = (await openBenchWorld(inMemory)).world
  await (await world.customer()).subscribe('office-e3')
  await (await memoryWorld.customer()).subscribe('office-e3')
  const branches = quick ? 5 : 10
  const branchOnce = async ({ operator }: typeof world): Promise<number> => {
    const startedMs = performance.now()
    const made = await operator.worlds.create({ from: 'main' })
    const ms = performance.now() - startedMs
    await operator.worlds.remove(made.name)
    return ms
  }
  await branchOnce(world)
  await branchOnce(memoryWorld)
  return {
    notes: [`${branches} branches a run`],
    figure: async () => {
      const disk = await medianOf(branches, () => branchOnce(world))
      const memory = await medianOf(branches, () => branchOnce(memoryWorld))
      return { value: disk, more: { 'ms, in memory': memory } }
    },
    reference: async (run): Promise<Sample> => {
      const value = await medianOf(branches, async (i) =>
        copyOnce(worldFile(folder), join(folder, `copy-${run}-${i}.db`)),
      )
      return { value, more: {} }
    },
    close: async () => {
      await onDisk.stop()
      await inMemory.stop()
    },
  }
}

function copyOnce(from: string, to: string): number {
  const startedMs = performance.now()
  copyDatabase(from, to)
  const copy = new DatabaseSync(to)
  copy.prepare('select count(*) from meta').get()
  copy.close()
  return performance.now() - startedMs
}

async function medianOf(times: number, work: (i: number) => Promise<number>): Promise<number> {
  const values: number[] = []
  for (let i = 0; i < times; i += 1) values.push(await work(i))
  return values.sort((a, b) => a - b)[Math.floor(times / 2)] ?? Number.NaN
}
