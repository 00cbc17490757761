import type { AddressInfo } from 'node:net'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { boundEndpoints, seeding, wiring } from './wiring.ts'
import { OrderWatch } from './checks.ts'
import { takeFolder } from './data-folder.ts'
import { makeApp } from './http/app.ts'
import { BareStatus } from './http/request/bare-status.ts'
import { findDirectoryTenant } from './http/request/find-directory-tenant.ts'
import { gateOf } from './http/request/gate.ts'
import type { HttpWorld } from './http/request/http-world.ts'
import { registerHealth } from './http/pages/health.ts'
import { Answers } from './http/request/idempotency.ts'
import { SingleReads } from './http/request/single-reads.ts'
import { drain, requestTimeoutMs } from './http/listener.ts'
import { Metrics } from './http/watching/metrics.ts'
import { registerMetrics } from './http/watching/metrics-page.ts'
import { registerPublicPages } from './http/pages/public-pages.ts'
import { PathCheck } from './http/request/check-path.ts'
import { reportDefect } from './http/request/report-defect.ts'
import { Rehearsals } from './http/request/rehearsals.ts'
import { RequestLog } from './http/watching/request-log.ts'
import { registerEndpoints } from './http/routes.ts'
import { logTokenCall } from './http/watching/log-token-call.ts'
import { watchRequests } from './http/watching/watch-requests.ts'
import { undeclared, verifyAnswer } from './http/request/verify-answer.ts'
import { isTracingWanted, openTracing } from './http/watching/tracing.ts'
import { WorldPorts } from './http/world-ports.ts'
import { byteOrderMark } from './http/wire/byte-order-mark.ts'
import { Refusals } from './http/wire/refusals.ts'
import { registerIdentityRoutes, type LoginRouting } from './identity/sign-in/routes.ts'
import { parseInstant } from './kernel/time.ts'
import { log } from './log.ts'
import { operatorKeyOf } from './operator-key.ts'
import type { InjectedAnswer, InjectedRequest } from './operator/host.ts'
import { registerOperatorRoutes } from './operator/routes.ts'
import type { ClockMode } from './world/clock.ts'
import { Templates } from './world/templates.ts'
import type { World } from './world/world.ts'
import { Worlds, type NewWorld } from './world/worlds.ts'

export interface ServerOptions {
  readonly port: number
  readonly host?: string
  /** The data folder; none keeps everything in memory. */
  readonly folder?: string
  /** A PostgreSQL database (`postgres://…`) that keeps the worlds; the folder keeps the operator's key only. */
  readonly database?: string
  readonly seed?: string
  readonly clock?: ClockMode
  readonly operatorKey?: string
  /** Fails a request whose answer is not what its endpoint declares: for tests. */
  readonly verifyAnswers?: boolean
  /** Whether answers of the published API begin with a byte-order mark, as the service's own do; yes when absent. */
  readonly bom?: boolean
  /** How long a request may take to arrive before it is answered 408; half a minute when absent. */
  readonly requestTimeoutMs?: number
}

export interface RunningServer {
  readonly url: string
  readonly operatorKey: string
  readonly worlds: Worlds
  /** With `verifyAnswers`: what areas declare to refuse by, and no request has come to yet. */
  unseenChecks(): string[]
  /** Stops accepting, finishes what runs, flushes. */
  close(): Promise<void>
}

/** Where a fixed clock starts. */
const fixedStart = parseInstant('2026-01-15T09:00:00Z')

const endpoints = new Map(boundEndpoints.map((bound) => [bound.name, bound]))

/** A past that one server of this process has lived through is not lived through by the others. */
const templates = new Templates()

const worldsOf = ({ folder, database, seed = 'default', clock = 'live' }: ServerOptions): Worlds =>
  new Worlds({ folder, database, wiring, seeding, templates, defaults: { seed, clock, fixedStart } })

/** Starts a server with its `main` world; answers when it serves. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const host = options.host ?? '127.0.0.1'
  const worlds = worldsOf(options)
  const isEmbedded = options.folder !== undefined && options.database === undefined
  const letGo = isEmbedded ? takeFolder(options.folder) : () => undefined
  await worlds.start()
  const operatorKey = operatorKeyOf(options.folder, options.operatorKey)

  const timeoutMs = options.requestTimeoutMs ?? requestTimeoutMs
  const ports = new WorldPorts(host, timeoutMs)
  const metrics = new Metrics()
  const watch = options.verifyAnswers === true ? new OrderWatch() : undefined
  const httpWorlds = new HttpWorlds(worlds, ports, metrics, watch)
  const worldOf = (request: FastifyRequest) => httpWorlds.of(request)
  const marksAnswers = options.bom ?? true
  const refusals = new Refusals({ worldOf, marksAnswers })
  const app = makeApp(timeoutMs, refusals)
  const tracing = isTracingWanted(process.env) ? await openTracing() : undefined
  watchRequests(app, { metrics, log, tracing })
  registerIdentityRoutes(app, loginOf(worldOf))
  registerEndpoints(app, { endpoints: boundEndpoints, worldOf, marksAnswers, refusals })
  registerPages(app, worlds, metrics)
  registerOperatorRoutes(app, {
    worlds,
    operatorKey,
    endpoints,
    verifyAnswers: options.verifyAnswers === true,
    worldOf: (request) => httpWorlds.of(request).world,
    logOf: (world) => httpWorlds.logOf(world),
    rehearsalsOf: (world) => httpWorlds.rehearsalsOf(world),
    inject: (request) => injected(app, request),
    reportDefect,
    openWorld: async (wanted: NewWorld) => {
      const world = await worlds.create(wanted)
      return { name: world.name, url: await ports.open(world.name, app) }
    },
    urlOf: async (name) => ports.open(worlds.get(name).name, app),
    removeWorld: async (name) => {
      await worlds.remove(name)
      await ports.shut(name)
    },
  })
  await app.listen({ host, port: options.port }).catch(async (error: unknown) => {
    await worlds.close()
    letGo()
    throw error
  })
  return {
    url: ports.knowMain((app.server.address() as AddressInfo).port),
    operatorKey,
    worlds,
    unseenChecks: () => watch?.unseen() ?? [],
    close: async () => {
      await Promise.all([ports.shutAll(), drain(app.server, app.close())])
      await worlds.close()
      await tracing?.stop()
      letGo()
    },
  }
}

function registerPages(app: FastifyInstance, worlds: Worlds, metrics: Metrics): void {
  registerPublicPages(app)
  registerHealth(app, worlds)
  registerMetrics(app, metrics, worlds)
}

const loginOf = (worldOf: (request: FastifyRequest) => HttpWorld): LoginRouting => ({
  worldOf: (request) => worldOf(request).world,
  findDirectoryTenant,
  record: (request, call) => logTokenCall(worldOf(request), request, call),
})

async function injected(app: FastifyInstance, request: InjectedRequest): Promise<InjectedAnswer> {
  const { statusCode: status, headers, body } = await app.inject(request)
  return { status, headers, body: body.startsWith(byteOrderMark) ? body.slice(1) : body }
}

/** Which world a request means, and what the HTTP side keeps of each. */
class HttpWorlds {
  readonly #worlds: Worlds
  readonly #ports: WorldPorts
  readonly #metrics: Metrics
  /** Under test answers and checks are held against what is declared. */
  readonly #watch: OrderWatch | undefined
  readonly #known = new WeakMap<World, HttpWorld>()

  constructor(worlds: Worlds, ports: WorldPorts, metrics: Metrics, watch: OrderWatch | undefined) {
    this.#worlds = worlds
    this.#ports = ports
    this.#metrics = metrics
    this.#watch = watch
  }

  /** Its own port, the host's sub-domain, the header, else `main`. */
  of(request: FastifyRequest): HttpWorld {
    const header = request.headers['tenantry-world']
    const name =
      this.#ports.worldAt(request.socket.localPort) ??
      /^([a-z0-9-]+)\.localhost(?::\d+)?$/i.exec(request.host)?.[1]?.toLowerCase() ??
      (Array.isArray(header) ? header[0] : header)?.toLowerCase() ??
      'main'
    const world = this.#worlds.find(name)
    if (world === undefined) throw this.#absent(name)
    if (request.seen !== undefined) request.seen.world = name
    return this.#httpWorld(world)
  }

  /** A reset takes its world away for a moment only: who asks then asks again. */
  #absent(name: string): BareStatus {
    return this.#worlds.isUnderway(name)
      ? new BareStatus(503, 'unavailable', { 'Retry-After': '1' })
      : new BareStatus(404, 'noWorld')
  }

  logOf(world: World): RequestLog {
    return this.#httpWorld(world).log
  }

  rehearsalsOf(world: World): Rehearsals {
    return this.#httpWorld(world).rehearsals
  }

  #httpWorld(world: World): HttpWorld {
    const known = this.#known.get(world)
    if (known !== undefined) return known
    const watch = this.#watch
    const path = new PathCheck(world)
    world.engine.observeCommits?.(this.#metrics.committed)
    const made: HttpWorld = {
      world,
      gate: gateOf(world, () => this.#worlds.list()),
      log: new RequestLog(),
      answers: new Answers(),
      singleReads: new SingleReads(),
      rehearsals: new Rehearsals(),
      checkPath: (scope, endpoint, params, further) => path.check(scope, endpoint, params, further),
      verifyAnswer: watch ? verifyAnswer : undefined,
      undeclared: watch ? undeclared : undefined,
      misordered: watch && ((name, begun) => watch.misordered(name, begun)),
      reportDefect,
    }
    this.#known.set(world, made)
    return made
  }
}
