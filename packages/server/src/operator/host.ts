import type { FastifyRequest } from 'fastify'
import type { RequestLog } from '../http/request-log.ts'
import type { World } from '../world/world.ts'
import type { NewWorld, Worlds } from '../world/worlds.ts'

/** A world and the port of its own on which every surface is served. */
export interface WorldAddress {
  readonly name: string
  readonly url: string
}

/** What the operator API needs of the server around it. */
export interface OperatorHost {
  readonly operatorKey: string
  readonly worlds: Worlds
  /** The world that a request means, as for every other surface. */
  worldOf(request: FastifyRequest): World
  logOf(world: World): RequestLog
  openWorld(wanted: NewWorld): Promise<WorldAddress>
  urlOf(name: string): Promise<string>
  removeWorld(name: string): Promise<void>
  /** A defect behind a 500, for the server's log. */
  readonly reportDefect?: (error: unknown, request: FastifyRequest) => void
}
