import type { AnswerOf, BodyOf, ParamsOf, QueryOf } from '@tenantry/contract/endpoint.ts'
import type { OperatorEndpoint } from '@tenantry/contract/operator/endpoint.ts'
import type { Reply } from '../work/operation.ts'
import type { World } from '../world/world.ts'
import type { OperatorHost } from './host.ts'

/** Where an operation acts: on the server, or in the world that the request means. */
export type Place<E extends OperatorEndpoint> = E['actsOn'] extends 'world'
  ? { readonly host: OperatorHost; readonly world: World }
  : { readonly host: OperatorHost }

/** What an operation gets: checked against the contract. */
export interface Asked<E extends OperatorEndpoint> {
  readonly params: ParamsOf<E>
  readonly query: QueryOf<E>
  /** A file comes as the text that it is: to read it twice would cost too much. */
  readonly body: E extends { readonly takesFile: true } ? string : BodyOf<E>
  readonly headers: OperatorHeaders
}

/** The headers that operations read; only endpoints that declare them get them. */
export interface OperatorHeaders {
  readonly continuationToken?: string
  readonly locale?: string
}

/** Answers what the endpoint declares; a `Reply` where headers go with it, or where it was written before. */
export type OperatorOperation<E extends OperatorEndpoint> = (
  place: Place<E>,
  asked: Asked<E>,
) => Promise<Listed<AnswerOf<E>> | Reply<Listed<AnswerOf<E>>>>

/** A list is only read on its way out. */
type Listed<A> = A extends readonly (infer T)[] ? readonly T[] : A

/** One operation for each endpoint: a missing or an extra one does not compile. */
export type OperatorRoutes<Es extends Readonly<Record<string, OperatorEndpoint>>> = {
  readonly [Name in keyof Es]: OperatorOperation<Es[Name]>
}
