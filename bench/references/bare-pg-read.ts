import { readFileSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Pool } from 'pg'

/**
 * A bare node:http server that answers each request with a text it finds by one prepared statement: `bare-pg-read.ts
 * FILE`. It has as many connections as a Tenantry has for reads.
 */
const { url, ...query } = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as {
  readonly url: string
  readonly name: string
  readonly text: string
  readonly values: readonly string[]
}
const pool = new Pool({ connectionString: url, max: 8 })

const server = createServer((_request, response) => {
  answer(response).catch((error: unknown) => {
    process.stderr.write(`${String(error)}\n`)
    process.exit(1)
  })
})
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`ready http://127.0.0.1:${(server.address() as AddressInfo).port}\n`)
})
process.on('SIGTERM', () => process.exit(0))

async function answer(response: ServerResponse): Promise<void> {
  const { rows } = await pool.query<{ doc: string }>({ ...query, values: [...query.values] })
  const body = Buffer.from(rows[0]?.doc ?? '')
  response.writeHead(rows.length === 0 ? 404 : 200, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': body.length,
  })
  response.end(body)
}
