import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { pathsTakenForIds } from '@tenantry/contract/published-operations.ts'
import { atEndOfTurn } from '../kernel/turns.ts'
import { dispatch } from './call/pipeline.ts'
import type { Answered } from './call/record.ts'
import type { BoundEndpoint } from '../work/bound-endpoint.ts'
import type { HttpWorld } from './request/http-world.ts'
import { byteOrderMark, byteOrderMarkBytes, byteOrderMarkLatin1 } from './wire/byte-order-mark.ts'
import type { Refusals } from './wire/refusals.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** A published path that this server does not serve. */
    isNotBuilt?: boolean
  }
}

/** Whatever is asked of the published API fits into it: an order has at most 400 lines. */
const bodyLimitBytes = 1024 * 1024

export interface EndpointRouting {
  readonly endpoints: readonly BoundEndpoint[]
  /** Which world a request means is asked per request. */
  readonly worldOf: (request: FastifyRequest) => HttpWorld
  /** Whether answers begin with the byte-order mark. */
  readonly marksAnswers: boolean
  readonly refusals: Refusals
}

/** Registers every published operation. */
export function registerEndpoints(app: FastifyInstance, routing: EndpointRouting): void {
  const { endpoints, worldOf, marksAnswers, refusals } = routing
  for (const bound of endpoints) {
    app.route({
      method: bound.endpoint.method,
      url: bound.endpoint.path,
      bodyLimit: bodyLimitBytes,
      config: { endpoint: bound.name },
      handler: async (request, reply) => {
        send(reply, await dispatch(worldOf(request), bound, request), marksAnswers)
        return reply
      },
    })
  }
  // Routes of their own, so that no word of them is ever taken for an id. All others are 404 without one.
  for (const { path } of pathsTakenForIds(endpoints.map(({ endpoint }) => endpoint))) {
    app.route({
      method: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
      url: path,
      config: { isNotBuilt: true },
      handler: (request, reply) => refusals.noRoute(request, reply, []),
    })
  }
}

/**
 * The text is final, so it goes straight to the socket: serialisers and hooks on the way would cost a sixth of a read
 * and have nothing to do.
 */
function send(reply: FastifyReply, { status, headers, body }: Answered, marksAnswers: boolean): void {
  reply.hijack()
  const length = Buffer.byteLength(body)
  const isAscii = length === body.length
  const isMarked = marksAnswers && body !== ''
  const text = isMarked ? (isAscii ? byteOrderMarkLatin1 : byteOrderMark) + body : body
  if (body !== '') headers['Content-Type'] = 'application/json; charset=utf-8'
  if (status !== 204) headers['Content-Length'] = String(isMarked ? length + byteOrderMarkBytes : length)
  reply.raw.writeHead(status, headers)
  // With all that are ready in this turn: a client with several requests under way is woken once for them, and to wake
  // it for each costs the server more than all that it does for a read.
  atEndOfTurn(() => reply.raw.end(text, isAscii ? 'latin1' : 'utf8'))
}

/** Where a route lies, in the notation of the router. */
export interface RoutePlace {
  readonly methods: readonly string[]
  readonly url: string
}

/**
 * The verbs of each path, for 405 and its Allow header. Looked at only when no route fits, so the patterns are made
 * then.
 */
export function allowedMethods(routes: readonly RoutePlace[]): (path: string) => string[] {
  let patterns: { pattern: RegExp; methods: readonly string[] }[] | undefined
  return (path) => {
    patterns ??= routes.map(({ url, methods }) => ({ pattern: patternOf(url), methods }))
    const bare =
      path
        .split('?', 1)[0]
        ?.replaceAll(/\/{2,}/g, '/')
        .replace(/\/$/, '') ?? ''
    return [
      ...new Set(patterns.filter(({ pattern }) => pattern.test(bare)).flatMap(({ methods }) => methods)),
    ]
  }
}

function patternOf(url: string): RegExp {
  const literal = url.replace(/\/+$/, '').replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&')
  return new RegExp(`^${literal.replaceAll(/:\w+/g, '[^/]+').replaceAll('*', '.*')}$`, 'i')
}
