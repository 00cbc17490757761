import type { FastifyInstance } from 'fastify'
import type { Logger } from 'pino'
import type { Metrics } from './metrics.ts'
import { unmatched } from './request-log.ts'
import { writeRequestLine } from './request-line.ts'
import { firstSeen } from './seen-request.ts'
import type { Tracing } from './tracing.ts'

/** Counts, logs and traces every request of every route. To be called before the routes are registered. */
export function watchRequests(
  app: FastifyInstance,
  { metrics, log, tracing }: { metrics: Metrics; log: Logger; tracing: Tracing | undefined },
): void {
  app.decorateRequest('seen', undefined)
  const nowhere = metrics.placeOf(unmatched, 'any')
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
      const place = request.routeOptions.config.place ?? nowhere
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
