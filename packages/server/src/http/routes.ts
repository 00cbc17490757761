import type { Endpoint } from '@tenantry/contract/endpoint.ts'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { dispatch, type BoundEndpoint } from './dispatch.ts'
import type { HttpWorld } from './http-world.ts'

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
      handler: async (request, reply) => {
        const body = await dispatch(worldOf(request), bound, request, reply)
        if (body !== '') reply.type('application/json; charset=utf-8')
        return reply.send(body)
      },
    })
  }
}

/**
 * The verbs of each path, for 405 and its Allow header. Looked at only when no route fits, so the patterns are made
 * then.
 */
export function allowedMethods(endpoints: readonly BoundEndpoint[]): (path: string) => string[] {
  let patterns: { pattern: RegExp; method: string }[] | undefined
  return (path) => {
    patterns ??= endpoints.map(({ endpoint }) => ({ pattern: patternOf(endpoint), method: endpoint.method }))
    const bare = path.split('?', 1)[0]?.replace(/\/+$/, '') ?? ''
    return [...new Set(patterns.filter(({ pattern }) => pattern.test(bare)).map(({ method }) => method))]
  }
}

const patternOf = (endpoint: Endpoint): RegExp =>
  new RegExp(`^${endpoint.path.replaceAll(/:\w+/g, '[^/]+')}$`, 'i')
