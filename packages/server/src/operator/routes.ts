import { createHash, timingSafeEqual } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { BareStatus } from '../http/request/bare-status.ts'
import { EngineUnavailable } from '../store/engine.ts'
import { UnusableWorldFile } from '../world-seed/world-file.ts'
import { AdvanceStopped } from '../world/advance.ts'
import { UnreadableCopy } from '../world/copy.ts'
import { WorldNameError } from '../world/worlds.ts'
import { registerAzureRoutes } from './vendor/azure-routes.ts'
import { registerClockRoutes } from './clock-routes.ts'
import { registerCollaboratorRoutes } from './collaborator-routes.ts'
import { registerFaultRoutes } from './fault-routes.ts'
import type { OperatorHost } from './host.ts'
import { registerLegacyRoutes } from './vendor/legacy-routes.ts'
import { registerLedgerRoutes } from './ledger-routes.ts'
import { registerMovesRoutes } from './rehearsal/moves-routes.ts'
import { registerLicenceRoutes } from './vendor/licence-routes.ts'
import { OperatorError } from './operator-error.ts'
import { registerPartnerRoutes } from './vendor/partner-routes.ts'
import { registerPolicyRoutes } from './policy-routes.ts'
import { registerPreviewRoutes } from './rehearsal/preview-routes.ts'
import { registerRelationshipRoutes } from './vendor/relationship-routes.ts'
import { registerRequestRoutes } from './request-routes.ts'
import { registerTokenRoutes } from './token-routes.ts'
import { registerWorldRoutes } from './world-routes.ts'
import { registerWorldsRoutes } from './worlds-routes.ts'

/** The vendor's side: all that happens at Microsoft, at customers and in time, for whoever holds the operator key. */
export function registerOperatorRoutes(app: FastifyInstance, host: OperatorHost): void {
  void app.register(
    async (operator) => {
      operator.addHook('onRequest', async (request) => requireKey(request, host.operatorKey))
      operator.setErrorHandler((error, request, reply) => {
        if (told(error).status >= 500) host.reportDefect?.(error, request)
        return answerError(error, reply)
      })
      operator.setNotFoundHandler((request, reply) =>
        answerError(
          new OperatorError(404, 'not-found', `there is no ${request.method} ${request.url}`),
          reply,
        ),
      )
      registerWorldRoutes(operator, host)
      registerClockRoutes(operator, host)
      registerTokenRoutes(operator, host)
      registerWorldsRoutes(operator, host)
      registerPartnerRoutes(operator, host)
      registerPolicyRoutes(operator, host)
      registerCollaboratorRoutes(operator, host)
      registerFaultRoutes(operator)
      registerLedgerRoutes(operator, host)
      registerLegacyRoutes(operator, host)
      registerRelationshipRoutes(operator, host)
      registerAzureRoutes(operator, host)
      registerLicenceRoutes(operator, host)
      registerRequestRoutes(operator, host)
      registerPreviewRoutes(operator, host)
      registerMovesRoutes(operator, host)
    },
    { prefix: '/_tenantry' },
  )
}

function requireKey(request: FastifyRequest, key: string): void {
  const given = /^Operator +(\S+) *$/i.exec(request.headers.authorization ?? '')?.[1] ?? ''
  const digest = (text: string) => createHash('sha256').update(text).digest()
  if (timingSafeEqual(digest(given), digest(key))) return
  throw new OperatorError(
    401,
    'unauthorized',
    'send the header Authorization: Operator KEY, with the key the start printed',
  )
}

function answerError(error: unknown, reply: FastifyReply): FastifyReply {
  const { status, code, message } = told(error)
  if (status === 503) void reply.header('Retry-After', '1')
  if (status === 401) void reply.header('WWW-Authenticate', 'Operator')
  return reply.status(status).send({ error: { code, message } })
}

const worldStatuses = { taken: 409, unknown: 404, malformed: 400, main: 400 } as const

/** Messages are told only where they were written for the caller. */
function told(error: unknown): { status: number; code: string; message: string } {
  if (error instanceof OperatorError) return error
  if (error instanceof WorldNameError) {
    return { status: worldStatuses[error.reason], code: `world-${error.reason}`, message: error.message }
  }
  if (error instanceof UnreadableCopy) return { status: 400, code: 'unreadable-copy', message: error.message }
  if (error instanceof UnusableWorldFile)
    return { status: 400, code: 'unusable-seed', message: error.message }
  if (error instanceof EngineUnavailable) {
    return { status: 503, code: 'unavailable', message: 'the database takes no work now; ask again' }
  }
  if (error instanceof AdvanceStopped) return { status: 500, code: 'advance-stopped', message: error.message }
  if (error instanceof BareStatus) {
    return { status: error.status, code: 'not-found', message: 'there is no such world' }
  }
  const status = (error as { statusCode?: unknown }).statusCode
  if (typeof status === 'number' && status < 500) {
    return { status, code: 'bad-request', message: 'the server could not take the request' }
  }
  return { status: 500, code: 'defect', message: 'something went wrong in the server; its log says what' }
}
