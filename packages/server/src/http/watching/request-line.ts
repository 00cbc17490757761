import type { Logger } from 'pino'
import type { Place } from './metrics.ts'
import type { SeenRequest } from './seen-request.ts'

export interface RequestLine {
  readonly seen: SeenRequest
  readonly place: Place
  readonly status: number
  readonly isAborted: boolean
  readonly durationMs: number
}

/**
 * One line a request. Only what is named here is written: no path and no query, no header, no body, so that no token,
 * secret or password can get into it.
 */
export function writeRequestLine(log: Logger, { seen, place, status, isAborted, durationMs }: RequestLine) {
  log.info(
    {
      requestId: seen.ids?.requestId,
      correlationId: seen.ids?.correlationId,
      world: seen.world,
      endpoint: place.endpoint,
      method: place.method,
      status,
      code: seen.code,
      partner: seen.partner,
      durationMs: Math.round(durationMs * 1000) / 1000,
      ...(seen.isReplayed ? { replayed: true } : {}),
      ...(isAborted ? { aborted: true } : {}),
    },
    'request',
  )
}
