import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { answerUnreadable, drain, follow, listenerOptions, passExpectations } from './listener.ts'

/** A port of its own for each world that was asked for; all of them lead to the same routes. */
export class WorldPorts {
  readonly #host: string
  readonly #timeoutMs: number
  readonly #byPort = new Map<number, string>()
  readonly #servers = new Map<string, { readonly server: Server; readonly url: Promise<string> }>()
  #mainUrl = ''

  constructor(host: string, timeoutMs: number) {
    this.#host = host
    this.#timeoutMs = timeoutMs
  }

  /** The port that serves every world, and `main` where no other one is named. */
  knowMain(port: number): string {
    this.#mainUrl = this.#urlAt(port)
    return this.#mainUrl
  }

  worldAt(port: number | undefined): string | undefined {
    return port === undefined ? undefined : this.#byPort.get(port)
  }

  async open(world: string, app: FastifyInstance): Promise<string> {
    if (world === 'main') return this.#mainUrl
    const known = this.#servers.get(world)
    if (known !== undefined) return known.url
    const server = createServer(listenerOptions(this.#timeoutMs), (request, response) =>
      app.routing(request, response),
    )
    server.on('clientError', answerUnreadable)
    follow(server)
    passExpectations(server)
    const url = this.#listen(server, world)
    this.#servers.set(world, { server, url })
    // A port that could not be had is asked for anew the next time.
    url.catch(() => this.#servers.delete(world))
    return url
  }

  async #listen(server: Server, world: string): Promise<string> {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen(0, this.#host, resolve)
    })
    const { port } = server.address() as AddressInfo
    this.#byPort.set(port, world)
    return this.#urlAt(port)
  }

  async shut(world: string): Promise<void> {
    const known = this.#servers.get(world)
    if (known === undefined) return
    this.#servers.delete(world)
    await known.url
    for (const [port, name] of this.#byPort) if (name === world) this.#byPort.delete(port)
    await drain(known.server, new Promise<void>((resolve) => known.server.close(() => resolve())))
  }

  async shutAll(): Promise<void> {
    await Promise.all([...this.#servers.keys()].map((world) => this.shut(world)))
  }

  #urlAt(port: number): string {
    return `http://${this.#host.includes(':') ? `[${this.#host}]` : this.#host}:${port}`
  }
}
