import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { serve } from '../processes/child.ts'
import { temporaryFolder } from '../processes/folder.ts'
import { administer, makeDatabase, missingPostgres } from '../processes/postgres.ts'
import { serveNodes } from '../processes/tenantry.ts'
import { connections, openBenchWorld, runAgainst } from './bench-world.ts'
import type { Load, LoadOrder, PreparedLoad } from './load.ts'
import { readSample } from './read-sample.ts'

/** Authenticated reads of one subscription, served by two processes from one PostgreSQL database. */
export const postgresGet: Load = {
  name: 'postgres-get',
  figure: 'two tenantry',
  reference: 'two bare pg reads',
  unit: `GET /v1/customers/{id}/subscriptions/{id} on PostgreSQL, requests per second, ${connections} connections`,
  missing: missingPostgres,
  prepare,
}

const bareProgram = fileURLToPath(new URL('../references/bare-pg-read.ts', import.meta.url))

async function prepare({ quick, profileFolder }: LoadOrder): Promise<PreparedLoad> {
  const database = await makeDatabase()
  const [node, ...others] = await serveNodes({ database: database.url, profileFolder })
  const bench = await openBenchWorld(node, others)
  const { customer, id } = await (await bench.world.customer()).subscribe('office-e3')
  const request = { method: 'GET', path: `/v1/customers/${customer.id}/subscriptions/${id}` }
  const stream = { name: 'reads', connections, requests: [request], repeats: true }

  const text =
    'select doc, version from subscription where world = $1 and partner = $2 and customer = $3 and id = $4'
  const values = ['main', bench.world.partner.tenantId, customer.id, id]
  const query = { url: database.adminUrl, name: 'read', text, values }
  const file = join(temporaryFolder(), 'read.json')
  writeFileSync(file, JSON.stringify(query))
  const bare = await Promise.all([serve([bareProgram, file]), serve([bareProgram, file])])

  const seconds = quick ? 1.5 : 4
  const figure = async () => readSample(await bench.run([stream], seconds))
  const reference = async () => readSample(await runAgainst(bare, bench.headers, [stream], seconds))
  await figure()
  await reference()
  return {
    notes: [
      `two processes each; ${await bytesOf(bench, request)} bytes of body, bare ` +
        `${await storedBytes(database.adminUrl, id)}; ${seconds} s a run`,
    ],
    figure,
    reference,
    close: async () => {
      for (const server of [node, ...others, ...bare]) await server.stop()
    },
  }
}

async function bytesOf(
  bench: Awaited<ReturnType<typeof openBenchWorld>>,
  request: { method: string; path: string },
) {
  return Buffer.byteLength(JSON.stringify((await bench.askAll([request]))[0]))
}

async function storedBytes(url: string, id: string): Promise<number> {
  const [row] = await administer([`select length(doc) as bytes from subscription where id = '${id}'`], url)
  return Number(row?.['bytes'])
}
