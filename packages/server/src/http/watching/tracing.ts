import type { Context, Span, Tracer } from '@opentelemetry/api'
import type { FastifyRequest } from 'fastify'
import { log } from '../../log.ts'
import { programVersion } from '../../kernel/program.ts'
import type { Place } from './metrics.ts'
import type { SeenRequest } from './seen-request.ts'

interface EndedRequest {
  readonly seen: SeenRequest
  readonly place: Place
  readonly status: number
  readonly isAborted: boolean
}

/** One span a request, sent to an OpenTelemetry collector. */
export interface Tracing {
  begin(request: FastifyRequest): { end(ended: EndedRequest): void }
  /** Sends what is left. */
  stop(): Promise<void>
}

/** The variables that every OpenTelemetry exporter knows; without an address there are no spans. */
export const isTracingWanted = (environment: NodeJS.ProcessEnv): boolean =>
  Boolean(environment['OTEL_EXPORTER_OTLP_ENDPOINT'] ?? environment['OTEL_EXPORTER_OTLP_TRACES_ENDPOINT']) &&
  environment['OTEL_SDK_DISABLED'] !== 'true'

/** With its repetitions: a stop must not wait for a collector that is away. */
const timeoutMillis = 3_000

/** Loaded only where it is wanted: the libraries take longer than the rest of a start. */
export async function openTracing(): Promise<Tracing> {
  const [
    api,
    { W3CTraceContextPropagator },
    { detectResources, envDetector, resourceFromAttributes },
    sdk,
    otlp,
  ] = await Promise.all([
    import('@opentelemetry/api'),
    import('@opentelemetry/core'),
    import('@opentelemetry/resources'),
    import('@opentelemetry/sdk-trace'),
    import('@opentelemetry/exporter-trace-otlp-http'),
  ])
  const own = resourceFromAttributes({ 'service.name': 'tenantry', 'service.version': programVersion })
  const provider = new sdk.TracerProvider({
    resource: own.merge(detectResources({ detectors: [envDetector] })),
    spanProcessors: [new sdk.BatchSpanProcessor({ exporter: new otlp.OTLPTraceExporter({ timeoutMillis }) })],
  })
  const tracer: Tracer = provider.getTracer('tenantry', programVersion)
  const propagator = new W3CTraceContextPropagator()
  const contextOf = (request: FastifyRequest): Context =>
    propagator.extract(api.ROOT_CONTEXT, request.headers, api.defaultTextMapGetter)

  return {
    begin: (request) => {
      const kind = api.SpanKind.SERVER
      const span = tracer.startSpan(request.method, { kind }, contextOf(request))
      return {
        end: (ended) => {
          describe(span, ended)
          if (ended.status >= 500 || ended.isAborted) span.setStatus({ code: api.SpanStatusCode.ERROR })
          span.end()
        },
      }
    },
    stop: () => provider.shutdown().catch((error: unknown) => log.warn({ err: error }, 'spans were lost')),
  }
}

/** No path, no header, no body: what the log may say, a span may say. */
function describe(span: Span, { seen, place, status, isAborted }: EndedRequest): void {
  span.updateName(place.endpoint)
  span.setAttributes({
    'http.request.method': place.method,
    'http.response.status_code': status,
    'tenantry.endpoint': place.endpoint,
    ...(seen.world === undefined ? {} : { 'tenantry.world': seen.world }),
    ...(seen.partner === undefined ? {} : { 'tenantry.partner': seen.partner }),
    ...(seen.code === undefined ? {} : { 'tenantry.fault': String(seen.code) }),
    ...(seen.ids === undefined
      ? {}
      : { 'tenantry.request_id': seen.ids.requestId, 'tenantry.correlation_id': seen.ids.correlationId }),
    ...(seen.isReplayed ? { 'tenantry.replayed': true } : {}),
    ...(isAborted ? { 'tenantry.aborted': true } : {}),
  })
}
