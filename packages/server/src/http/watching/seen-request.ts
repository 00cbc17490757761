import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Logger } from 'pino'
import type { Tally } from '../../store/tally.ts'
import type { Metrics, Place } from './metrics.ts'
import { writeRequestLine } from './request-line.ts'
import type { Tracing } from './tracing.ts'

/** What becomes known of a request on its way: for its line in the log and its place in the metrics. */
export interface SeenRequest {
  readonly startedMs: number
  world: string | undefined
  ids: { readonly requestId: string; readonly correlationId: string } | undefined
  partner: string | undefined
  /** Of a fault, or `AADSTS…` of a refused sign-in. */
  code: number | string | undefined
  isReplayed: boolean
  /** What a published operation asked of the database; absent where none was reached. */
  tally: Tally | undefined
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Absent where nobody watches, as in a test of a few routes. */
    seen: SeenRequest | undefined
  }
  interface FastifyContextConfig {
    /** The name of a published operation; other routes are known by their pattern. */
    endpoint?: string
    place?: Place
  }
}

/** Counts, logs and traces every request of every route. To be called before the routes are registered. */
export function watchRequests(
  app: FastifyInstance,
  { metrics, log, tracing }: { metrics: Metrics; log: Logger; tracing: Tracing | undefined },
): void {
  app.decorateRequest('seen', undefined)
  const unmatched = metrics.placeOf('unmatched', 'any')
  app.addHook('onRoute', (route) => {
    const endpoint = route.config?.endpoint ?? route.url
    route.config = { ...route.config, place: metrics.placeOf(endpoint, [route.method].flat().join(' ')) }
  })
  app.addHook('onRequest', (request, reply, done) => {
    const seen = firstSeen()
    request.seen = seen
    metrics.inFlight += 1
    const span = tracing?.begin(request)
    // Comes for an answer that was sent and for a caller who hung up, once for each.
    reply.raw.on('close', () => {
      metrics.inFlight -= 1
      const place = request.routeOptions.config.place ?? unmatched
      const durationMs = performance.now() - seen.startedMs
      const status = reply.raw.statusCode
      const isAborted = !reply.raw.writableFinished
      const { code, isReplayed, tally } = seen
      metrics.ended(place, { status, isAborted, seconds: durationMs / 1000, code, isReplayed, tally })
      span?.end({ seen, place, status, isAborted })
      if (log.isLevelEnabled('info')) writeRequestLine(log, { seen, place, status, isAborted, durationMs })
    })
    done()
  })
}

/** What an operation's answer adds. */
export function noteAnswer(
  { seen }: FastifyRequest,
  partner: string | undefined,
  answer: { readonly code?: number; readonly replayed?: boolean },
): void {
  if (seen === undefined) return
  seen.partner = partner
  seen.code = answer.code
  seen.isReplayed = answer.replayed ?? false
}

/** The code of an answer that no operation gave. */
export function noteCode({ seen }: FastifyRequest, code: number): void {
  if (seen !== undefined) seen.code = code
}

const firstSeen = (): SeenRequest => ({
  startedMs: performance.now(),
  world: undefined,
  ids: undefined,
  partner: undefined,
  code: undefined,
  isReplayed: false,
  tally: undefined,
})
