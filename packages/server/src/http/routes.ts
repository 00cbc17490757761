import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { atEndOfTurn } from '../kernel/turns.ts'
import { dispatch } from './call/pipeline.ts'
import type { Answered } from './call/record.ts'
import { type BoundEndpoint } from '../work/bound-endpoint.ts'
import type { HttpWorld } from './request/http-world.ts'

/** Registers every published operation. Which world a request means is asked per request. */
export function registerEndpoints(
  app: FastifyInstance,
  endpoints: readonly BoundEndpoint[],
  worldOf: (request: FastifyRequest) => HttpWorld,
): void {
  for (const bound of endpoints) {
    app.route({
      method: bound.endpoint.method,
      url: bound.endpoint.path,
      config: { endpoint: bound.name },
      handler: async (request, reply) => {
        send(reply, await dispatch(worldOf(request), bound, request))
        return reply
      },
    })
  }
}

/**
 * The text is final, so it goes straight to the socket: serialisers and hooks on the way would cost a sixth of a read
 * and have nothing to do.
 */
function send(reply: FastifyReply, { status, headers, body }: Answered): void {
  reply.hijack()
  const length = Buffer.byteLength(body)
  const isAscii = length === body.length
  if (body !== '') headers['Content-Type'] = 'application/json; charset=utf-8'
  if (status !== 204) headers['Content-Length'] = String(length)
  reply.raw.writeHead(status, headers)
  // With all that are ready in this turn: a client with several requests under way is woken once for them, and to wake
  // it for each costs the server more than all that it does for a read.
  atEndOfTurn(() => reply.raw.end(body, isAscii ? 'latin1' : 'utf8'))
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
    const bare = path.split('?', 1)[0]?.replace(/\/+$/, '') ?? ''
    return [
      ...new Set(patterns.filter(({ pattern }) => pattern.test(bare)).flatMap(({ methods }) => methods)),
    ]
  }
}

function patternOf(url: string): RegExp {
  const literal = url.replace(/\/+$/, '').replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&')
  return new RegExp(`^${literal.replaceAll(/:\w+/g, '[^/]+').replaceAll('*', '.*')}$`, 'i')
}
