import type { FastifyRequest } from 'fastify'
import type { BoundEndpoint } from '../work/bound-endpoint.ts'
import type { Rehearsals } from '../http/request/rehearsals.ts'
import type { RequestLog } from '../http/watching/request-log.ts'
import type { World } from '../world/world.ts'
import type { NewWorld, Worlds } from '../world/worlds.ts'

/** A world and the port of its own on which every surface is served. */
interface WorldAddress {
  readonly name: string
  readonly url: string
}

export interface InjectedRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'HEAD'
  readonly url: string
  readonly headers: Record<string, string>
  readonly payload?: string
}

export interface InjectedAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | number | undefined>>
  readonly body: string
}

/** What the operator API needs of the server around it. */
export interface OperatorHost {
  readonly operatorKey: string
  readonly worlds: Worlds
  /** Every published operation, by its name in the contract. */
  readonly endpoints: ReadonlyMap<string, BoundEndpoint>
  /** The world that a request means, as for every other surface. */
  worldOf(request: FastifyRequest): World
  logOf(world: World): RequestLog
  rehearsalsOf(world: World): Rehearsals
  /** Asks the server's own surfaces, without a socket. */
  inject(request: InjectedRequest): Promise<InjectedAnswer>
  openWorld(wanted: NewWorld): Promise<WorldAddress>
  urlOf(name: string): Promise<string>
  removeWorld(name: string): Promise<void>
  /** Fails a request whose answer or refusal is not what its endpoint declares: for tests. */
  readonly verifyAnswers?: boolean
  /** A defect behind a 500, for the server's log. */
  readonly reportDefect?: (error: unknown, request: FastifyRequest) => void
}
