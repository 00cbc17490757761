import type { FastifyRequest } from 'fastify'
import type { Tally } from '../../store/engine.ts'
import type { Place } from './metrics.ts'

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

export const firstSeen = (): SeenRequest => ({
  startedMs: performance.now(),
  world: undefined,
  ids: undefined,
  partner: undefined,
  code: undefined,
  isReplayed: false,
  tally: undefined,
})
