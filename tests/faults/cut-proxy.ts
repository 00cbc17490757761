import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import type { TestContext } from 'node:test'

/** When a connection is cut: before the bytes that are waited for go on, or when what they bring about was answered. */
export type Moment = 'before it arrives' | 'before its answer'

export interface CutProxy {
  readonly port: number
  /** Cuts the connection on which a client sends this text next. Resolves when it is cut. */
  cut(text: string, moment: Moment): Promise<void>
  /** While it is true, new connections are closed at once; those that are open go on. */
  isRefusing: boolean
  /** From now on nothing arrives on either side, as if packets were swallowed: no bytes, no connection, no end of one. */
  hold(): void
  /** Begins to hold when a client sends this text next. Resolves when it does. */
  holdAt(text: string, moment: Moment): Promise<void>
  /** What was held arrives, as TCP sees to it. */
  release(): void
}

/** A TCP proxy in front of a port of this machine, which passes everything on until it is told to cut a connection. */
export async function startProxy(t: TestContext, port: number): Promise<CutProxy> {
  let armed: { text: string; moment: Moment; isHold: boolean; done: () => void } | undefined
  const arm = (text: string, moment: Moment, isHold: boolean) =>
    new Promise<void>((done) => {
      armed = { text, moment, isHold, done }
    })
  let held: (() => void)[] | undefined
  const pass = (event: () => void): void => void (held === undefined ? event() : held.push(event))
  const holdFrom = (moment: Moment, write: () => void, done: () => void): void => {
    if (moment === 'before its answer') write()
    held = moment === 'before it arrives' ? [write] : []
    done()
  }
  const open = new Set<Socket>()
  const server = createServer((client) => {
    if (proxy.isRefusing) return void client.destroy()
    open.add(client)
    client.on('error', () => client.destroy())
    pass(() => (client.destroyed ? undefined : join(client)))
  })
  const join = (client: Socket): void => {
    const upstream = connect(port, '127.0.0.1')
    const drop = (): void => {
      client.destroy()
      upstream.destroy()
    }
    for (const socket of [client, upstream]) {
      open.add(socket)
      socket.on('error', () => pass(drop))
      socket.on('close', () => {
        open.delete(socket)
        pass(drop)
      })
    }
    let swallowing: (() => void) | undefined
    const arrive = (chunk: Buffer): void => {
      if (armed !== undefined && chunk.includes(armed.text)) {
        const { moment, isHold, done } = armed
        armed = undefined
        if (isHold) return holdFrom(moment, () => upstream.write(chunk), done)
        if (moment === 'before it arrives') {
          drop()
          return done()
        }
        swallowing = done
      }
      upstream.write(chunk)
    }
    const answer = (chunk: Buffer): void => {
      if (swallowing === undefined) return void client.write(chunk)
      drop()
      swallowing()
    }
    client.on('data', (chunk) => pass(() => arrive(chunk)))
    upstream.on('data', (chunk) => pass(() => answer(chunk)))
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  t.after(() => {
    for (const socket of open) socket.destroy()
    server.close()
  })
  const proxy: CutProxy = {
    port: (server.address() as AddressInfo).port,
    cut: (text, moment) => arm(text, moment, false),
    holdAt: (text, moment) => arm(text, moment, true),
    isRefusing: false,
    hold: () => (held ??= []),
    release: () => {
      const events = held ?? []
      held = undefined
      for (const event of events) event()
    },
  }
  return proxy
}
