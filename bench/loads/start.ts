import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Endpoint } from '@tenantry/contract/endpoint.ts'
import { endpoints } from '@tenantry/contract/endpoints/index.ts'
import { cpuMsOf, rssMbOf, type ServingChild, serve } from '../processes/child.ts'
import { temporaryFolder } from '../processes/folder.ts'
import { serveTenantry } from '../processes/tenantry.ts'
import type { Load, PreparedLoad, Sample } from './load.ts'

/**
 * From the start of the process to the first answer. Tenantry makes, migrates and seeds a new data folder meanwhile.
 */
export const start: Load = {
  name: 'start',
  figure: 'tenantry, new folder',
  reference: 'bare Fastify',
  unit: 'ms from the start of the process to its first answered request',
  prepare,
}

async function prepare(): Promise<PreparedLoad> {
  const folder = temporaryFolder()
  const routesFile = join(folder, 'routes.json')
  const routes = Object.values(endpoints as Readonly<Record<string, Endpoint>>).map(({ method, path }) => ({
    method,
    path,
  }))
  writeFileSync(routesFile, JSON.stringify(routes))
  const bareProgram = fileURLToPath(new URL('../references/bare-fastify.ts', import.meta.url))
  const bare = () => serve([bareProgram, routesFile])
  const keptFolder = join(folder, 'kept')
  const once = async (begin: () => Promise<ServingChild>) => sampleOf(await begin())
  // The files of both programs come from the disk only once.
  await once(bare)
  await once(() => serveTenantry({ folder: keptFolder }))
  return {
    notes: [`${routes.length} routes on both sides; RSS after the first answer`],
    figure: async (run) => {
      const fresh = await once(() => serveTenantry({ folder: join(folder, `fresh-${run}`) }))
      const again = await once(() => serveTenantry({ folder: keptFolder }))
      const inMemory = await once(() => serveTenantry({}))
      return {
        value: fresh.value,
        more: { ...fresh.more, 'ms, known folder': again.value, 'ms, in memory': inMemory.value },
      }
    },
    reference: () => once(bare),
    close: async () => undefined,
  }
}

/** Asks once and stops the server. */
export async function sampleOf(server: ServingChild): Promise<Sample> {
  const answer = await fetch(`${server.url}/health/live`)
  await answer.arrayBuffer()
  const answeredMs = performance.now() - server.startedAtMs
  const rssMb = rssMbOf(server.pid)
  const cpuMs = cpuMsOf(server.pid)
  await server.stop()
  if (!answer.ok) throw new Error(`/health/live answered ${answer.status}`)
  return {
    value: answeredMs,
    more: {
      'ready line ms': server.readyMs,
      ...(cpuMs === undefined ? {} : { 'CPU ms': cpuMs }),
      ...(rssMb === undefined ? {} : { 'RSS MB': rssMb }),
    },
  }
}
