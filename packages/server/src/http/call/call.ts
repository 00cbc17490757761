import { negotiateLocale, type Locale } from '@tenantry/contract/locales/index.ts'
import type { FastifyRequest } from 'fastify'
import type { Instant } from '../../kernel/time.ts'
import { Trace } from '../../kernel/trace.ts'
import type { BoundEndpoint } from '../../work/bound-endpoint.ts'
import type { Principal } from '../../work/principal.ts'
import type { Ignored } from '../request/bind.ts'
import { headerOf } from '../request/header.ts'
import type { HttpWorld } from '../request/http-world.ts'
import type { Rehearsal } from '../request/rehearsals.ts'
import { requestIdsOf, type RequestIds } from '../request/request-ids.ts'
import { correlationVector, serverId } from '../wire/standing-headers.ts'

/** What is known of one request, and what its steps add. The pipeline says in which order they come. */
export class Call {
  readonly http: HttpWorld
  readonly bound: BoundEndpoint
  readonly request: FastifyRequest
  readonly startedMs: number
  /** When it came in, in business time. */
  readonly at: Instant
  readonly ids: RequestIds
  readonly locale: Locale
  readonly trace = new Trace()
  /** Of a rehearsed request nothing is kept. */
  readonly rehearsal: Rehearsal | undefined
  /** As the path named them, GUIDs in one case. */
  readonly params: BoundParams
  /** The body as it was sent; empty when there was none. */
  readonly body: string
  /** Those of the answer, whatever it becomes. */
  readonly headers: Record<string, string>
  /** Known once the caller has been let in. */
  principal: Principal | undefined
  /** What it carried and nobody reads. */
  ignored: readonly Ignored[]

  constructor(http: HttpWorld, bound: BoundEndpoint, request: FastifyRequest) {
    this.http = http
    this.bound = bound
    this.request = request
    this.startedMs = request.seen?.startedMs ?? performance.now()
    this.at = http.world.now
    this.ids = requestIdsOf(request.headers, http.world)
    this.locale = negotiateLocale(this.header('x-locale'))
    this.rehearsal = http.rehearsals.of(request)
    this.params = boundParams(this.sentParams)
    this.body = typeof request.body === 'string' ? request.body : ''
    this.headers = {
      'MS-RequestId': this.ids.requestId,
      'MS-CorrelationId': this.ids.correlationId,
      'MS-CV': correlationVector(request.headers),
      'MS-ServerId': serverId,
      'X-Locale': this.locale,
      'X-Content-Type-Options': 'nosniff',
    }
    this.principal = undefined
    this.ignored = []
    if (request.seen !== undefined) request.seen.ids = this.ids
  }

  /** The first of a header's values. `name` in lower case. */
  header(name: string): string | undefined {
    return headerOf(this.request.headers, name)
  }

  /** The path's parameters to the letter. */
  get sentParams(): BoundParams {
    return this.request.params as BoundParams
  }
}

/** An answer on its way out: what is logged and, for a named request, remembered. */
export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  /** JSON, or nothing. */
  readonly body: string
  readonly code?: number
  readonly replayed?: boolean
  readonly changes?: readonly { readonly type: string; readonly subject: string }[]
}

type BoundParams = Readonly<Record<string, string>>

const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** GUIDs are compared without regard to case. */
function boundParams(params: BoundParams): BoundParams {
  const bound: Record<string, string> = {}
  for (const name in params) {
    const value = params[name] ?? ''
    bound[name] = value.length === 36 && guid.test(value) ? value.toLowerCase() : value
  }
  return bound
}
