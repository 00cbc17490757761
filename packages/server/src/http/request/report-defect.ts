import type { FastifyRequest } from 'fastify'
import { logDefect } from '../../log.ts'

/** A defect that a request met, under the request id that its caller was told. */
export function reportDefect(error: unknown, { method, url, seen }: FastifyRequest): void {
  logDefect(error, { method, url, requestId: seen?.ids?.requestId, world: seen?.world })
}
