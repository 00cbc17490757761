import type { Static, TObject, TSchema } from 'typebox'
import type { FaultSpec } from './faults/fault.ts'

type Method = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** The partner roles of Partner Center. A global admin counts as admin agent, billing admin and user admin. */
export type Role =
  | 'admin-agent'
  | 'sales-agent'
  | 'helpdesk-agent'
  | 'billing-admin'
  | 'user-admin'
  | 'global-admin'

/** `either`: app-only and app+user tokens; `app+user`: a signed-in user is needed (900329 otherwise). */
type Auth = 'either' | 'app+user'

interface AuditKind {
  readonly operationType: string
  readonly resourceType: string
}

/** What the contract says of an operation, whichever API it belongs to. */
export interface Declaration<
  P extends TObject = TObject,
  Q extends TObject = TObject,
  B extends TSchema = TSchema,
  A extends TSchema = TSchema,
> {
  readonly method: Method
  /** Fastify notation: `/v1/customers/:customerId`. Routes match without regard to case. */
  readonly path: `/${string}`
  readonly summary: string
  readonly params: P
  readonly query: Q
  /** `Type.Void()` where there is none. */
  readonly body: B
  readonly status: 200 | 201 | 202 | 204
  /** `Type.Void()` where the answer has no body. */
  readonly answer: A
}

/**
 * One published operation, without code. The server binds it to an operation, the SDK and the OpenAPI document are
 * made from it.
 */
export interface Endpoint<
  P extends TObject = TObject,
  Q extends TObject = TObject,
  B extends TSchema = TSchema,
  A extends TSchema = TSchema,
> extends Declaration<P, Q, B, A> {
  readonly path: `/v1/${string}`
  /** The documentation page, as a slug. */
  readonly see: string
  readonly auth: Auth
  readonly roles: readonly [Role, ...Role[]]
  /**
   * `write` runs in a durable transaction and is remembered by its MS-RequestId; `read` sees the last durable state.
   */
  readonly effect: 'read' | 'write'
  /** Only accounts of this environment may call it: 900127 otherwise, before the path is looked at. */
  readonly environment?: 'sandbox' | 'production'
  /** An advisor's customers may be read through it too; everything else needs a reseller relationship. */
  readonly isOpenToAdvisors?: true
  /**
   * Which fault answers a body that does not fit: modern commerce says 800002, the older stack 3000, the catalogue
   * 400056.
   */
  readonly shapeFault?: 'commerce' | 'legacy' | 'catalogue'
  /** Other successful statuses that the operation can answer, beside `status`. */
  readonly otherStatuses?: readonly (200 | 202 | 204 | 207)[]
  /**
   * Other shapes that documentation pages print for this answer, although the resource tables and the client libraries
   * say otherwise. They are never answered; the OpenAPI document names them so that nobody wonders.
   */
  readonly alsoPublished?: readonly TSchema[]
  /** Every fault that the operation itself can raise; those of the common pipeline are added by `faultsOf`. */
  readonly faults: readonly FaultSpec[]
  /**
   * Those of `faults` that come half-way: what was done until then remains. After any other fault nothing has changed.
   */
  readonly halfwayFaults?: readonly FaultSpec[]
  /** How a change made through this endpoint is named in the audit records. */
  readonly audit?: AuditKind
  /** A set of limits that requests to this endpoint count against; `default` when absent. */
  readonly throttle?: string
}

/** An endpoint whose operation may answer a fault and keep what it has done. */
export interface Halfway {
  readonly halfwayFaults: readonly FaultSpec[]
}

export function endpoint<P extends TObject, Q extends TObject, B extends TSchema, A extends TSchema>(
  declared: Endpoint<P, Q, B, A> & Halfway,
): Endpoint<P, Q, B, A> & Halfway
export function endpoint<P extends TObject, Q extends TObject, B extends TSchema, A extends TSchema>(
  declared: Endpoint<P, Q, B, A>,
): Endpoint<P, Q, B, A>
export function endpoint(declared: Endpoint): Endpoint {
  return declared
}

export type ParamsOf<E extends Declaration> = Static<E['params']>
export type QueryOf<E extends Declaration> = Static<E['query']>
export type BodyOf<E extends Declaration> = Static<E['body']>
export type AnswerOf<E extends Declaration> = Static<E['answer']>
