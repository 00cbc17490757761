import { Fault, fault } from '@tenantry/contract/faults/fault.ts'
import { extraFaults } from '@tenantry/contract/faults/extra.ts'
import { faults } from '@tenantry/contract/faults/index.ts'
import { negotiateLocale, type Locale } from '@tenantry/contract/locales/index.ts'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { randomGuid } from '../../identity/sign-in/entra-error.ts'
import { Trace } from '../../kernel/trace.ts'
import { EngineClosed, EngineUnavailable } from '../../store/engine.ts'
import { wallNow } from '../../world/clock.ts'
import { answerBare, answerFault } from '../request/answer-fault.ts'
import { BareStatus } from '../request/bare-status.ts'
import { headerOf } from '../request/header.ts'
import type { HttpWorld } from '../request/http-world.ts'
import { reportDefect } from '../request/report-defect.ts'
import { givenIds, requestIdsOf } from '../request/request-ids.ts'
import { unmatched } from '../watching/request-log.ts'
import { noteCode } from '../watching/seen-request.ts'
import { byteOrderMark } from './byte-order-mark.ts'
import { isPublished } from './published.ts'
import { BodyTooLong } from './read-body.ts'
import { noSniffing, standingHeaders } from './standing-headers.ts'

type Refusal = Fault | BareStatus

export interface RefusalOptions {
  readonly worldOf: (request: FastifyRequest) => HttpWorld
  /** Whether answers of the published API begin with the byte-order mark. */
  readonly marksAnswers: boolean
}

/** Answers to requests that reach no operation: no route takes them, or they could not be taken in. */
export class Refusals {
  readonly #options: RefusalOptions

  constructor(options: RefusalOptions) {
    this.#options = options
  }

  noRoute(request: FastifyRequest, reply: FastifyReply, allowed: readonly string[]): FastifyReply {
    const refusal =
      allowed.length === 0
        ? new BareStatus(404, 'noOperation')
        : new BareStatus(405, 'otherVerb', { Allow: allowed.join(', ') })
    return this.#refuse(request, reply, refusal)
  }

  /** A part of the request that cannot be understood: 2000. */
  malformed(request: FastifyRequest, reply: FastifyReply, field: string): FastifyReply {
    return this.#refuse(request, reply, fault(extraFaults.requestIsMalformed, { field }))
  }

  /** The transport's own refusals, and defects outside every operation. */
  failed(error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
    return this.#refuse(request, reply, refusalOf(error, request))
  }

  #refuse(request: FastifyRequest, reply: FastifyReply, refusal: Refusal): FastifyReply {
    const locale = negotiateLocale(headerOf(request.headers, 'x-locale'))
    const { status, headers, body } = refusalParts(refusal, locale)
    if (refusal instanceof Fault) noteCode(request, refusal.spec.code)
    void reply.status(status).headers(headers)
    if (!isPublished(request.url)) {
      void reply.headers({ ...givenIds(request.headers), ...noSniffing })
      return refusal instanceof Fault ? reply.type(jsonType).send(body) : reply.send()
    }

    void reply.headers({
      ...this.#record(request, refusal, body),
      ...standingHeaders(request.headers),
      'X-Locale': locale,
    })
    if (request.method === 'HEAD' || body === '') return reply.send()
    return reply.type(jsonType).send(this.#options.marksAnswers ? byteOrderMark + body : body)
  }

  /** Puts the request into its world's log; answers the headers that name it. */
  #record(request: FastifyRequest, refusal: Refusal, answerBody: string): Record<string, string> {
    const http = this.#findWorld(request)
    if (http === undefined) {
      const made = { 'MS-RequestId': randomGuid(), 'MS-CorrelationId': randomGuid() }
      return { ...made, ...givenIds(request.headers) }
    }
    const ids = requestIdsOf(request.headers, http.world)
    if (request.seen !== undefined) request.seen.ids = ids
    const id = http.log.add({
      requestId: ids.requestId,
      correlationId: ids.correlationId,
      at: http.world.now,
      wallAt: wallNow(),
      method: request.method,
      url: request.url,
      endpoint: request.routeOptions.config.endpoint ?? unmatched,
      partner: undefined,
      caller: undefined,
      requestBody: '',
      status: refusal instanceof Fault ? refusal.spec.status : refusal.status,
      answerBody,
      code: refusal instanceof Fault ? refusal.spec.code : undefined,
      replayed: false,
      durationMs: request.seen === undefined ? 0 : performance.now() - request.seen.startedMs,
      changes: [],
      trace: new Trace(),
    })
    return {
      'MS-RequestId': ids.requestId,
      'MS-CorrelationId': ids.correlationId,
      'Tenantry-Request-Log': `/_tenantry/requests/${id}`,
    }
  }

  #findWorld(request: FastifyRequest): HttpWorld | undefined {
    try {
      return this.#options.worldOf(request)
    } catch (error) {
      if (error instanceof BareStatus) return undefined // It means a world that is not there: nobody's log.
      throw error
    }
  }
}

const jsonType = 'application/json; charset=utf-8'

function refusalOf(error: FastifyError, request: FastifyRequest): Refusal {
  if (error instanceof BareStatus || error instanceof Fault) return error
  if (error instanceof BodyTooLong) return new BareStatus(413, 'bodyTooLong')
  if (error instanceof EngineUnavailable) {
    if (!(error instanceof EngineClosed)) reportDefect(error, request)
    return new BareStatus(503, 'unavailable', { 'Retry-After': '1' })
  }
  const status = error.statusCode ?? 500
  if (status >= 500) {
    reportDefect(error, request)
    return isPublished(request.url) ? fault(faults.unexpectedServiceError) : new BareStatus(status)
  }
  if (status === 400) return fault(extraFaults.requestIsMalformed, { field: 'request' })
  if (status === 413) return new BareStatus(413, 'bodyTooLong')
  return status === 415 ? new BareStatus(415, 'unreadableType') : new BareStatus(status, 'noOperation')
}

function refusalParts(refusal: Refusal, locale: Locale) {
  if (refusal instanceof BareStatus) {
    return { status: refusal.status, headers: refusal.headers, body: answerBare(refusal, locale) }
  }
  return { status: refusal.spec.status, headers: {}, body: JSON.stringify(answerFault(refusal, locale)) }
}
