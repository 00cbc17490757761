import { randomBytes } from 'node:crypto'
import { fillIn, type Placeholders, type Params } from '@tenantry/contract/faults/fault.ts'
import { formatInstant, instant, type Instant } from '../../kernel/time.ts'

/** A refusal of the token endpoint; no fault of Partner Center's: the identity platform has a shape of its own. */
export interface EntraSpec<T extends string = string> {
  readonly code: number
  readonly error: string
  readonly status: 400 | 401
  readonly text: T
}

export class EntraError extends Error {
  override readonly name = 'EntraError'
  readonly spec: EntraSpec

  constructor(spec: EntraSpec, params: Readonly<Record<string, string | number>>) {
    super(`AADSTS${spec.code}: ${fillIn(spec.text, params)}`)
    this.spec = spec
  }
}

type Args<T extends string> = [Placeholders<T>] extends [never] ? [] : [params: Params<T>]

export function entraError<T extends string>(spec: EntraSpec<T>, ...[params]: Args<T>): EntraError {
  return new EntraError(spec, params ?? {})
}

export interface EntraErrorBody {
  readonly error: string
  readonly error_description: string
  readonly error_codes: readonly [number]
  readonly timestamp: string
  readonly trace_id: string
  readonly correlation_id: string
  readonly error_uri: string
}

/** The published shape, with both ids repeated in the text, where client libraries look for them. */
export function entraErrorBody(
  error: EntraError,
  wallNow: Instant,
  correlationId: string = randomGuid(),
): EntraErrorBody {
  const traceId = randomGuid()
  const timestamp = formatInstant(instant(Math.floor(wallNow / 1000) * 1000)).replace('T', ' ')
  return {
    error: error.spec.error,
    error_description: `${error.message} Trace ID: ${traceId} Correlation ID: ${correlationId} Timestamp: ${timestamp}`,
    error_codes: [error.spec.code],
    timestamp,
    trace_id: traceId,
    correlation_id: correlationId,
    error_uri: `https://login.microsoftonline.com/error?code=${error.spec.code}`,
  }
}

/** Trace ids are not of the world's seeded source: a refused sign-in must not change what a later request gets. */
export function randomGuid(): string {
  const hex = randomBytes(16).toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`
}
