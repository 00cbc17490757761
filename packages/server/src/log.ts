import pino from 'pino'

const log = pino(
  {
    level: process.env['TENANTRY_LOG'] ?? 'error',
    redact: ['*.authorization', '*.client_secret', '*.access_token', '*.refresh_token', '*.password'],
    base: null,
  },
  pino.destination(2),
)

/** A defect: our mistake, not the caller's. Its text goes to the log and never to the caller. */
export function logDefect(error: unknown, request: { method: string; url: string; id: string }): void {
  log.error({ err: error, ...request }, 'a request met a defect')
}
