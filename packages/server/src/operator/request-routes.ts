import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { tracedChecks, type LoggedRequest } from '../http/watching/request-log.ts'
import { pageOf } from '../kernel/page.ts'
import { formatInstant, instant } from '../kernel/time.ts'
import type { OperatorHost } from './host.ts'
import { goOnFrom, paramOf, placeOf, queryOf, strictly } from './input.ts'
import { notFound } from './operator-error.ts'

const RequestsQuery = strictly({
  code: Type.Optional(Type.Integer()),
  status: Type.Optional(Type.Integer()),
  requestId: Type.Optional(Type.String()),
  path: Type.Optional(Type.String()),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000 })),
})

/**
 * The last requests to the world, newest first: what came in, what was answered, and which checks decided it. Where
 * there are more than `limit`, 100 unless said otherwise, the answer's `MS-ContinuationToken` asks for those before.
 */
export function registerRequestRoutes(operator: FastifyInstance, host: OperatorHost): void {
  operator.get('/requests', async (request, answer) => {
    const { limit = 100, ...filter } = queryOf(request, RequestsQuery)
    const list = { of: ['requests', filter], place: ['integer'] } as const
    const [before] = (placeOf(request, list) ?? []) as readonly number[]

    const found = host.logOf(host.worldOf(request)).list({ ...filter, limit: limit + 1 }, before)
    const page = pageOf(list, found, limit, ({ id }) => [Number(id)])

    goOnFrom(answer, page.continuationToken)
    return page.items.map(summaryView)
  })

  operator.get('/requests/:id', async (request) => {
    const id = paramOf(request, 'id')
    const entry = host.logOf(host.worldOf(request)).find(id)
    if (entry === undefined) throw notFound(`request ${id} in the log`)
    return {
      ...summaryView(entry),
      request: { body: jsonOrText(entry.requestBody) },
      answer: { status: entry.status, body: jsonOrText(entry.answerBody) },
      trace: tracedChecks(entry),
      changes: entry.changes,
    }
  })
}

const summaryView = (entry: LoggedRequest) => ({
  id: entry.id,
  requestId: entry.requestId,
  correlationId: entry.correlationId,
  /** Business time, and the wall clock's. */
  at: formatInstant(instant(entry.at)),
  wallAt: formatInstant(instant(entry.wallAt)),
  method: entry.method,
  path: entry.url,
  endpoint: entry.endpoint,
  partnerTenantId: entry.partner,
  caller: entry.caller,
  status: entry.status,
  code: entry.code,
  replayed: entry.replayed,
  durationMs: Math.round(entry.durationMs * 100) / 100,
})

export function jsonOrText(text: string): unknown {
  if (text === '') return null
  try {
    return JSON.parse(text) as unknown
  } catch {
    return text
  }
}
