import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/**
 * A bare node:http server that answers one resource to everybody: `raw-http.ts FILE`. It writes the object as JSON for
 * each answer, as whoever serves a resource must; with `--constant` it sends bytes made beforehand, which says what the
 * sockets alone cost.
 */
const text = readFileSync(process.argv[2] ?? '', 'utf8')
const resource: unknown = JSON.parse(text)
const isConstant = process.argv.includes('--constant')
const bytes = Buffer.from(text)

const server = createServer((_request, response) => {
  const body = isConstant ? bytes : Buffer.from(JSON.stringify(resource))
  response.writeHead(200, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': body.length,
  })
  response.end(body)
})
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`ready http://127.0.0.1:${(server.address() as AddressInfo).port}\n`)
})
process.on('SIGTERM', () => process.exit(0))
