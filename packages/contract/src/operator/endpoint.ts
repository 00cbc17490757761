import type { TObject, TSchema } from 'typebox'
import type { Declaration } from '../endpoint.ts'
import type { OperatorErrorCode } from './errors.ts'

/**
 * One operation of the operator API, without code, as an `Endpoint` is one of the published API. Whoever holds the
 * operator's key may call all of them, so there are no roles, no tokens and no faults of the catalogue.
 */
export interface OperatorEndpoint<
  P extends TObject = TObject,
  Q extends TObject = TObject,
  B extends TSchema = TSchema,
  A extends TSchema = TSchema,
> extends Declaration<P, Q, B, A> {
  readonly path: `/_tenantry/${string}`
  /** What the client calls it, for example `worlds.create`. */
  readonly call: string
  /** What more there is to know than the summary says. */
  readonly description?: string
  /** In one world, by its port, its host or the header `Tenantry-World`; or on the server as a whole. */
  readonly actsOn: 'world' | 'server'
  /** The refusals of its own; those that every request can meet are added by `operatorErrorsOf`. */
  readonly errors: readonly OperatorErrorCode[]
  /** A long list goes on by the header `MS-ContinuationToken`, of the answer and then of the next request. */
  readonly isPaged?: true
  /** Texts are in the language of the header `X-Locale`. */
  readonly isLocalised?: true
  /** The body is a file, of any length and read as it comes. */
  readonly takesFile?: true
}

/** Keeps the literal types, by which a binding knows what it gets; a member that is no endpoint's does not compile. */
export const operatorEndpoint = <const E extends OperatorEndpoint>(
  declared: E & Readonly<Record<Exclude<keyof E, keyof OperatorEndpoint>, never>>,
): E => declared

/** Every refusal that an endpoint can answer with: its own and those that come before it. */
export function operatorErrorsOf(endpoint: OperatorEndpoint): readonly OperatorErrorCode[] {
  const common: OperatorErrorCode[] = ['unauthorized', 'unavailable', 'defect']
  // There is no such world.
  if (endpoint.actsOn === 'world') common.push('not-found')
  if (hasMembers(endpoint.query) || hasBody(endpoint) || endpoint.isPaged === true) common.push('bad-request')
  return [...new Set([...common, ...endpoint.errors])]
}

export const hasBody = ({ body }: Pick<OperatorEndpoint, 'body'>): boolean =>
  !('type' in body && body.type === 'void')

export const hasMembers = (schema: TObject): boolean => Object.keys(schema.properties).length > 0
