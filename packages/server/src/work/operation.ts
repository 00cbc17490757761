import type { AnswerOf, BodyOf, Endpoint, Halfway, ParamsOf, QueryOf } from '@tenantry/contract/endpoint.ts'
import type { Fault } from '@tenantry/contract/faults/fault.ts'
import type { Scope } from './scope.ts'

/** What an endpoint's operation gets: already bound to the contract, with canonical names and values. */
export interface Input<E extends Endpoint> {
  readonly params: ParamsOf<E>
  readonly query: QueryOf<E>
  readonly body: BodyOf<E>
  readonly headers: RequestHeaders
}

/** The headers that operations read. */
export interface RequestHeaders {
  /** As it was sent, quotes included. */
  readonly ifMatch?: string
  readonly continuationToken?: string
  readonly customerUserPrincipalName?: string
}

const replied: unique symbol = Symbol('reply')

/** An answer with another status than the endpoint's, or with headers. */
export interface Reply<A> {
  readonly [replied]: true
  readonly body: A | undefined
  /** The body as JSON, where it was written before. */
  readonly text: string | undefined
  readonly status: number | undefined
  readonly headers: Readonly<Record<string, string>>
}

export const reply = <A>(
  body: A | undefined,
  more: { readonly status?: number; readonly headers?: Readonly<Record<string, string>> } = {},
): Reply<A> => ({ [replied]: true, body, text: undefined, status: more.status, headers: more.headers ?? {} })

/** An answer that was kept as text: writing it anew would cost more than all the rest of a read. */
export const written = <A>(text: string, headers: Readonly<Record<string, string>> = {}): Reply<A> => ({
  [replied]: true,
  body: undefined,
  text,
  status: undefined,
  headers,
})

export const isReply = (answer: unknown): answer is Reply<unknown> =>
  typeof answer === 'object' && answer !== null && replied in answer

/**
 * A fault that comes half-way: the caller is told of it, and what was written until then is kept, in one transaction
 * with the remembered answer. It is answered, not thrown, and only where the endpoint declares it.
 */
export class HalfDone {
  readonly fault: Fault

  constructor(fault: Fault) {
    this.fault = fault
  }
}

export type Operation<E extends Endpoint> = (
  scope: Scope,
  input: Input<E>,
) => Promise<AnswerOf<E> | Reply<AnswerOf<E>> | (E extends Halfway ? HalfDone : never)>

/** One operation for each endpoint of an area: a missing or an extra one does not compile. */
export type Routes<Es extends Readonly<Record<string, Endpoint>>> = {
  readonly [Name in keyof Es]: Operation<Es[Name]>
}

/**
 * 412: a header-versioned resource (profiles, webhook registrations) has changed since the caller read it. It has no
 * code in the catalogue. @see partner-center/developer/update-a-customer-s-billing-profile
 */
export class PreconditionFailed extends Error {
  override readonly name = 'PreconditionFailed'
}
