import Fastify, { type FastifyError, type FastifyInstance, type FastifyRequest } from 'fastify'
import { answerUnreadable, follow, listenerOptions, passExpectations } from './listener.ts'
import { allowedMethods, type RoutePlace } from './routes.ts'
import { hasOneHost } from './wire/check-hosts.ts'
import { isPublished } from './wire/published.ts'
import { textOfBody, UnreadableBody, unpackBody } from './wire/read-body.ts'
import type { Refusals } from './wire/refusals.ts'
import { noSniffing } from './wire/standing-headers.ts'

const bodyLimitBytes = 4 * 1024 * 1024
/** As long as a URL can get: an id that is too long is told by its own fault. */
const paramLengthMax = 16_384

/** No route has a schema, bodies are bound by our own code; so the validator need not be loaded at all. */
const neverCompiled = () => () => {
  throw new TypeError('routes have no schemas: declare them in the contract')
}
const noCompilers = { buildValidator: neverCompiled, buildSerializer: neverCompiled }

/** The HTTP server without its routes: limits, body as text, and answers for what no route takes. */
export function makeApp(timeoutMs: number, refusals: Refusals): FastifyInstance {
  const app = Fastify({
    logger: false,
    bodyLimit: bodyLimitBytes,
    requestTimeout: timeoutMs,
    http: listenerOptions(timeoutMs),
    clientErrorHandler: answerUnreadable,
    exposeHeadRoutes: false,
    schemaController: { compilersFactory: noCompilers },
    forceCloseConnections: 'idle',
    routerOptions: {
      caseSensitive: false,
      ignoreTrailingSlash: true,
      // The official Java client builds the links of further pages with two of them.
      ignoreDuplicateSlashes: true,
      maxParamLength: paramLengthMax,
    },
    frameworkErrors: (_error, request, reply) => void refusals.malformed(request, reply, 'URL'),
  })

  follow(app.server)
  passExpectations(app.server)
  readBodies(app)

  app.addHook('onRequest', (request, reply, done) => {
    if (!hasOneHost(request)) return void refusals.malformed(request, reply, 'Host')
    // What the published API answers goes past these headers and has them among its own.
    if (!isPublished(request.url)) void reply.headers(noSniffing)
    done()
  })

  const routes: RoutePlace[] = []
  app.addHook('onRoute', ({ method, url, config }) => {
    if (config?.isNotBuilt !== true) routes.push({ methods: [method].flat(), url })
  })
  const methodsOf = allowedMethods(routes)
  app.setNotFoundHandler((request, reply) => refusals.noRoute(request, reply, methodsOf(request.url)))
  app.setErrorHandler((error: FastifyError, request, reply) => refusals.failed(error, request, reply))
  return app
}

/** Bodies stay texts: what is wrong with one is told only after identity, in the documented order. */
function readBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (request, body: Buffer, done) => {
    const coding = request.headers['content-encoding']
    if (coding !== undefined && coding !== 'identity' && body.length > 0)
      return unpacked(request, body, coding)
    return done(null, textOfBody(body))
  })
}

/** The published API tells later what it could not unpack; elsewhere nobody asks for it again. */
async function unpacked(request: FastifyRequest, body: Buffer, coding: string): Promise<unknown> {
  const read = await unpackBody(body, coding, request.routeOptions.bodyLimit)
  if (!(read instanceof UnreadableBody) || isPublished(request.url)) return read
  throw Object.assign(new Error('the body cannot be unpacked'), { statusCode: 400 })
}
