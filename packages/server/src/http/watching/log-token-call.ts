import type { FastifyRequest } from 'fastify'
import type { TokenCall } from '../../identity/sign-in/token-call.ts'
import { Trace } from '../../kernel/trace.ts'
import { wallNow } from '../../world/clock.ts'
import type { HttpWorld } from '../request/http-world.ts'

/** Puts a call of a token endpoint into its world's log. Of its path the query is left out: it may hold a secret. */
export function logTokenCall({ log, world }: HttpWorld, request: FastifyRequest, call: TokenCall): string {
  return log.add({
    requestId: call.requestId,
    correlationId: call.correlationId.slice(0, 64),
    at: world.now,
    wallAt: wallNow(),
    method: request.method,
    url: request.url.split('?', 1)[0] ?? '',
    endpoint: request.routeOptions.url ?? '',
    partner: call.tenant.slice(0, 64),
    caller: call.clientId?.slice(0, 64),
    requestBody: JSON.stringify(call.request),
    status: call.status,
    answerBody: JSON.stringify(call.answer),
    code: call.code,
    replayed: false,
    durationMs: request.seen === undefined ? 0 : performance.now() - request.seen.startedMs,
    changes: [],
    trace: new Trace(),
  })
}
