import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { PlannedRequest } from '../client/plan.ts'
import { serve } from '../processes/child.ts'
import { temporaryFolder } from '../processes/folder.ts'
import { serveTenantry } from '../processes/tenantry.ts'
import { connections, openBenchWorld, runAgainst } from './bench-world.ts'
import type { Load, LoadOrder, PreparedLoad } from './load.ts'
import { readSample } from './read-sample.ts'

/** Authenticated reads of one subscription; the reference sends the same bytes without having to think. */
export const getSubscription: Load = {
  name: 'get-subscription',
  figure: 'tenantry',
  reference: 'raw node:http',
  unit: `GET /v1/customers/{id}/subscriptions/{id}, requests per second, ${connections} connections`,
  prepare,
}

async function prepare({ quick, profileFolder }: LoadOrder): Promise<PreparedLoad> {
  const folder = temporaryFolder()
  const server = await serveTenantry({ folder, profileFolder })
  const bench = await openBenchWorld(server)
  const { customer, id } = await (await bench.world.customer()).subscribe('office-e3')
  const request = { method: 'GET', path: `/v1/customers/${customer.id}/subscriptions/${id}` }
  const bytesFile = join(folder, 'answer.json')
  const answer = JSON.stringify((await bench.askAll([request]))[0])
  writeFileSync(bytesFile, answer)
  const raw = await serve([fileURLToPath(new URL('../references/raw-http.ts', import.meta.url)), bytesFile])

  const seconds = quick ? 1.5 : 4
  const stream = streamOf(request)
  const figure = async () => readSample(await bench.run([stream], seconds))
  const reference = async () => readSample(await runAgainst([raw], bench.headers, [stream], seconds))
  // The first second compiles; it is measured by nobody.
  await bench.run([stream], seconds)
  await runAgainst([raw], bench.headers, [stream], 1)
  return {
    notes: [`${Buffer.byteLength(answer)} bytes of body, ${seconds} s a run`],
    figure,
    reference,
    close: async () => {
      await server.stop()
      await raw.stop()
    },
  }
}

const streamOf = (request: PlannedRequest) => ({
  name: 'reads',
  connections,
  requests: [request],
  repeats: true,
})
