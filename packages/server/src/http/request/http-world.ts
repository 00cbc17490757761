import type { Endpoint } from '@tenantry/contract/endpoint.ts'
import type { Fault } from '@tenantry/contract/faults/fault.ts'
import type { FastifyRequest } from 'fastify'
import type { Principal } from '../../work/principal.ts'
import type { Scope } from '../../work/scope.ts'
import type { Trace } from '../../kernel/trace.ts'
import type { Foreseen } from '../../store/foresee.ts'
import type { World } from '../../world/world.ts'
import type { BoundEndpoint } from '../../work/bound-endpoint.ts'
import type { Answers } from './idempotency.ts'
import type { SingleReads } from './single-reads.ts'
import type { Rehearsals } from './rehearsals.ts'
import type { RequestLog } from '../watching/request-log.ts'

/** Who may come in: identity's part of the pipeline. */
export interface Gate {
  /** Token, audience, partner context, MFA; 429; then registered app, enabled user and any role (2032). */
  authenticate(request: FastifyRequest, bound: BoundEndpoint, trace: Trace): Promise<Principal>
  /** App-only or app+user, partner role: 900329, 900150. */
  authorise(principal: Principal, endpoint: Endpoint, trace: Trace): void
  /** What a request with `ValidateMfa: true` is told. */
  isMfaCompliant(principal: Principal): boolean
  /** `WWW-Authenticate` for a 401. */
  challenge(error: Fault): Readonly<Record<string, string>>
}

/** A world as requests see it. */
export interface HttpWorld {
  readonly world: World
  readonly gate: Gate
  readonly log: RequestLog
  readonly answers: Answers
  readonly singleReads: SingleReads
  readonly rehearsals: Rehearsals
  /** The customer of the path: 900118, 60003, 20002. `further` is what the request will ask for beside its path. */
  checkPath(
    scope: Scope,
    endpoint: Endpoint,
    params: Readonly<Record<string, string>>,
    further?: readonly Foreseen[],
  ): Promise<void>
  /** Under test: fails when an answer is not what its endpoint declares. */
  readonly verifyAnswer: ((name: string, endpoint: Endpoint, content: unknown) => void) | undefined
  /** Under test: the defect of a fault that its endpoint does not declare. */
  readonly undeclared: ((name: string, endpoint: Endpoint, raised: Fault) => Error | undefined) | undefined
  /** Under test: the defect of lists that were looked at in another order than is declared. */
  readonly misordered: ((name: string, begun: readonly string[]) => Error | undefined) | undefined
  reportDefect(error: unknown, request: FastifyRequest): void
}
