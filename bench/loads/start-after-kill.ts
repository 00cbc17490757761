import { statSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { World } from '@tenantry/recipes/world.ts'
import { operatorClient } from '@tenantry/sdk/operator.ts'
import { temporaryFolder } from '../processes/folder.ts'
import { operatorKey, serveTenantry, worldFile } from '../processes/tenantry.ts'
import type { Load, LoadOrder, PreparedLoad, Sample } from './load.ts'
import { sampleOf } from './start.ts'

/**
 * From the start of the process to its first answer, on the files of a server that was killed amid its work, its log
 * not yet written back. The reference is the default world after a proper stop.
 */
export const startAfterKill: Load = {
  name: 'start-after-kill',
  figure: 'tenantry, 1 GB, killed',
  reference: 'seeded world, stopped',
  unit: 'ms from the start of the process to its first answered request',
  prepare,
}

async function prepare({ quick }: LoadOrder): Promise<PreparedLoad> {
  const place = temporaryFolder()
  const [large, small] = [join(place, 'large'), join(place, 'small')]
  for (const folder of [large, small]) await (await serveTenantry({ folder })).stop()
  await leaveWrites(large)
  grow(worldFile(large), quick ? 100e6 : 1e9)
  return {
    notes: [`${Math.round(statSync(worldFile(large)).size / 1e6)} MB of rows`],
    figure: async (): Promise<Sample> => {
      await leaveWrites(large)
      const logMb = statSync(`${worldFile(large)}-wal`).size / 1e6
      const sample = await sampleOf(await serveTenantry({ folder: large }))
      return { ...sample, more: { ...sample.more, 'log MB': logMb } }
    },
    reference: async () => sampleOf(await serveTenantry({ folder: small })),
    close: async () => undefined,
  }
}

/** Serves, writes for some megabytes of log, and is killed. */
async function leaveWrites(folder: string): Promise<void> {
  const server = await serveTenantry({ folder })
  const world = await World.open(operatorClient({ url: server.url, key: operatorKey }))
  const customer = await world.customer()
  const lines = [await customer.line('business-basic', { seats: 1 })]
  for (let i = 0; i < 60; i += 1) await customer.cart(lines)
  const gone = new Promise<void>((resolve) => server.onExit(resolve))
  process.kill(server.pid, 'SIGKILL')
  await gone
}

/** Repeats remembered answers under other names until the database has so many bytes. */
function grow(path: string, bytes: number): void {
  const database = new DatabaseSync(path)
  const repeat = database.prepare(
    `insert into answer select partner, request_id || ?, at, version, doc from answer limit 20000`,
  )
  for (let i = 0; statSync(path).size < bytes; i += 1) {
    repeat.run(`/${i}`)
    database.exec('pragma wal_checkpoint(truncate)')
  }
  database.close()
}
