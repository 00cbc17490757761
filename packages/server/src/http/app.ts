import { fault } from '@tenantry/contract/faults/fault.ts'
import { extraFaults } from '@tenantry/contract/faults/extra.ts'
import { negotiateLocale } from '@tenantry/contract/locales/index.ts'
import Fastify, {
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify'
import { answerFault } from './request/answer-fault.ts'
import { EngineClosed } from '../store/engine.ts'
import { BareStatus } from './request/bare-status.ts'
import { answerUnreadable, follow, listenerOptions, passExpectations } from './listener.ts'
import { reportDefect } from './request/report-defect.ts'
import { givenIds } from './request/request-ids.ts'
import { allowedMethods, type RoutePlace } from './routes.ts'
import { noteCode } from './watching/seen-request.ts'

const bodyLimitBytes = 4 * 1024 * 1024
/** As long as a URL can get: an id that is too long is told by its own fault. */
const paramLengthMax = 16_384

/** No route has a schema, bodies are bound by our own code; so the validator need not be loaded at all. */
const neverCompiled = () => () => {
  throw new TypeError('routes have no schemas: declare them in the contract')
}
const noCompilers = { buildValidator: neverCompiled, buildSerializer: neverCompiled }

/** The HTTP server without its routes: limits, body as text, and answers for what no route takes. */
export function makeApp(timeoutMs: number): FastifyInstance {
  const app = Fastify({
    logger: false,
    bodyLimit: bodyLimitBytes,
    requestTimeout: timeoutMs,
    http: listenerOptions(timeoutMs),
    clientErrorHandler: answerUnreadable,
    exposeHeadRoutes: false,
    schemaController: { compilersFactory: noCompilers },
    forceCloseConnections: 'idle',
    routerOptions: { caseSensitive: false, ignoreTrailingSlash: true, maxParamLength: paramLengthMax },
    frameworkErrors: (_error, request, reply) => void malformed(request, reply, 'URL'),
  })

  follow(app.server)
  passExpectations(app.server)

  // Bodies stay texts: what is wrong with one is told only after identity, in the documented order.
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body))

  const routes: RoutePlace[] = []
  app.addHook('onRoute', ({ method, url }) => void routes.push({ methods: [method].flat(), url }))
  const methodsOf = allowedMethods(routes)
  app.setNotFoundHandler((request, reply) => {
    const allowed = methodsOf(request.url)
    void reply.headers(givenIds(request.headers))
    if (allowed.length === 0) return reply.status(404).send()
    return reply.status(405).header('Allow', allowed.join(', ')).send()
  })
  app.setErrorHandler((error: FastifyError, request, reply) => {
    if (error instanceof BareStatus) return answerBare(error, reply)
    const status = error.statusCode ?? 500
    const isDefect = status >= 500 && !(error instanceof EngineClosed)
    if (isDefect) reportDefect(error, request)
    if (status === 400) return malformed(request, reply, 'request')
    // Only the transport's own refusals come here (413, 415 …); they have no code and no body.
    return reply.status(status).headers(givenIds(request.headers)).send()
  })
  return app
}

function answerBare({ status, headers, body }: BareStatus, reply: FastifyReply): FastifyReply {
  return reply
    .status(status)
    .headers(headers)
    .send(body === '' ? undefined : body)
}

function malformed(request: FastifyRequest, reply: FastifyReply, field: string): FastifyReply {
  const header = request.headers['x-locale']
  const locale = negotiateLocale(Array.isArray(header) ? header[0] : header)
  const broken = fault(extraFaults.requestIsMalformed, { field })
  noteCode(request, broken.spec.code)
  return reply
    .status(400)
    .headers({ ...givenIds(request.headers), 'X-Locale': locale })
    .type('application/json; charset=utf-8')
    .send(JSON.stringify(answerFault(broken, locale)))
}
