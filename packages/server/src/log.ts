import pino, { type DestinationStream, type Logger } from 'pino'

export const logLevels = ['silent', 'fatal', 'error', 'warn', 'info'] as const

export type LogLevel = (typeof logLevels)[number]

/**
 * JSON lines. Of an error only what says where it happened: its other properties can hold what a caller sent.
 * What a line may hold is named where it is written; the paths below are for what somebody adds one day.
 */
export function makeLog(level: LogLevel, destination: DestinationStream): Logger {
  return pino(
    {
      level,
      base: null,
      redact: { paths: secretNames.flatMap((name) => [name, `*.${name}`]), censor: '[redacted]' },
      serializers: { err: errorView },
    },
    destination,
  )
}

const secretNames = [
  'authorization',
  'client_secret',
  'client_assertion',
  'access_token',
  'refresh_token',
  'id_token',
  'password',
  'userCredentials',
]

/** To standard error. `warn` until the start says otherwise. */
export const log: Logger = makeLog('warn', pino.destination(2))

export function setLogLevel(level: LogLevel): void {
  log.level = level
}

export interface DefectPlace {
  readonly method: string
  readonly url: string
  /** MS-RequestId as the caller was told it. */
  readonly requestId: string | undefined
  readonly world: string | undefined
}

/** A defect: our mistake, not the caller's. Its text goes to the log and never to the caller. */
export function logDefect(error: unknown, { url, ...place }: DefectPlace, to: Logger = log): void {
  // A query can hold what should not be in one.
  to.error({ err: error, ...place, path: url.split('?', 1)[0] }, 'a request met a defect')
}

interface ErrorView {
  readonly type: string
  readonly message: string
  readonly stack?: string | undefined
  readonly cause?: ErrorView
}

function errorView(error: unknown): ErrorView {
  if (!(error instanceof Error)) return { type: typeof error, message: String(error) }
  const { name, message, stack, cause } = error
  return { type: name, message, stack, ...(cause === undefined ? {} : { cause: errorView(cause) }) }
}
