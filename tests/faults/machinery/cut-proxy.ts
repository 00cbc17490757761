import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import type { TestContext } from 'node:test'

/**
 * When a connection is cut, or all are held: before the bytes that are waited for go on, or when what they bring about
 * was answered.
 */
export type Moment = 'before it arrives' | 'before its answer'

/** A TCP proxy in front of a port of this machine, which passes everything on until it is told otherwise. */
export class CutProxy {
  /** While it is true, new connections are closed at once; those that are open go on. */
  isRefusing = false
  readonly #upstreamPort: number
  readonly #open = new Set<Socket>()
  readonly #server = createServer((client) => this.#accept(client))
  #armed: { text: string; moment: Moment; isHold: boolean; done: () => void } | undefined
  /** What is to arrive when the holding ends, in order. */
  #held: (() => void)[] | undefined

  constructor(upstreamPort: number) {
    this.#upstreamPort = upstreamPort
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port
  }

  listen(): Promise<void> {
    return new Promise((resolve) => this.#server.listen(0, '127.0.0.1', resolve))
  }

  close(): void {
    for (const socket of this.#open) socket.destroy()
    this.#server.close()
  }

  /** Cuts the connection on which a client sends this text next. Resolves when it is cut. */
  cut(text: string, moment: Moment): Promise<void> {
    return new Promise((done) => (this.#armed = { text, moment, isHold: false, done }))
  }

  /** Begins to hold when a client sends this text next. Resolves when it does. */
  holdAt(text: string, moment: Moment): Promise<void> {
    return new Promise((done) => (this.#armed = { text, moment, isHold: true, done }))
  }

  /**
   * From now on nothing arrives on either side, as if packets were swallowed: no bytes, no connection, and no end of
   * one.
   */
  hold(): void {
    this.#held ??= []
  }

  /** What was held arrives, as TCP sees to it. */
  release(): void {
    const events = this.#held ?? []
    this.#held = undefined
    for (const event of events) event()
  }

  #pass(event: () => void): void {
    if (this.#held === undefined) event()
    else this.#held.push(event)
  }

  #accept(client: Socket): void {
    if (this.isRefusing) return void client.destroy()
    this.#open.add(client)
    client.on('error', () => client.destroy())
    this.#pass(() => (client.destroyed ? undefined : this.#join(client)))
  }

  #join(client: Socket): void {
    const upstream = connect(this.#upstreamPort, '127.0.0.1')
    const drop = (): void => {
      client.destroy()
      upstream.destroy()
    }
    for (const socket of [client, upstream]) {
      this.#open.add(socket)
      socket.on('error', () => this.#pass(drop))
      socket.on('close', () => {
        this.#open.delete(socket)
        this.#pass(drop)
      })
    }
    let swallowing: (() => void) | undefined
    const arrive = (chunk: Buffer): void => {
      const armed = this.#armed
      const write = () => void upstream.write(chunk)
      if (armed === undefined || !chunk.includes(armed.text)) return write()
      this.#armed = undefined
      if (armed.isHold) return this.#holdFrom(armed.moment, write, armed.done)
      if (armed.moment === 'before its answer') {
        swallowing = armed.done
        return write()
      }
      drop()
      armed.done()
    }
    const answer = (chunk: Buffer): void => {
      if (swallowing === undefined) return void client.write(chunk)
      drop()
      swallowing()
    }
    client.on('data', (chunk: Buffer) => this.#pass(() => arrive(chunk)))
    upstream.on('data', (chunk: Buffer) => this.#pass(() => answer(chunk)))
  }

  #holdFrom(moment: Moment, write: () => void, done: () => void): void {
    if (moment === 'before its answer') write()
    this.#held = moment === 'before it arrives' ? [write] : []
    done()
  }
}

/** A proxy that is gone after the test. */
export async function startProxy(t: TestContext, port: number): Promise<CutProxy> {
  const proxy = new CutProxy(port)
  await proxy.listen()
  t.after(() => proxy.close())
  return proxy
}
