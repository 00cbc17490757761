import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import Fastify from 'fastify'

/** A Fastify server with the routes of a file and nothing behind them: `bare-fastify.ts FILE`. */
interface BareRoute {
  readonly method: string
  readonly path: string
}

const routes = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as readonly BareRoute[]
const app = Fastify({ logger: false, exposeHeadRoutes: false })
for (const { method, path } of routes) {
  app.route({ method, url: path, handler: async () => '{}' })
}
app.get('/health/live', async () => '{}')
await app.listen({ host: '127.0.0.1', port: 0 })
process.stdout.write(`ready http://127.0.0.1:${(app.server.address() as AddressInfo).port}\n`)
process.on('SIGTERM', () => process.exit(0))
