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
}

/** A TCP proxy in front of a port of this machine, which passes everything on until it is told to cut a connection. */
export async function startProxy(t: TestContext, port: number): Promise<CutProxy> {
  let armed: { text: string; moment: Moment; done: () => void } | undefined
  const open = new Set<Socket>()
  const server = createServer((client) => {
    if (proxy.isRefusing) return void client.destroy()
    const upstream = connect(port, '127.0.0.1')
    const drop = (): void => {
      client.destroy()
      upstream.destroy()
    }
    for (const socket of [client, upstream]) {
      open.add(socket)
      socket.on('error', drop)
      socket.on('close', () => {
        open.delete(socket)
        drop()
      })
    }
    let swallowing: (() => void) | undefined
    client.on('data', (chunk) => {
      if (armed !== undefined && chunk.includes(armed.text)) {
        const { moment, done } = armed
        armed = undefined
        if (moment === 'before it arrives') {
          drop()
          return done()
        }
        swallowing = done
      }
      upstream.write(chunk)
    })
    upstream.on('data', (chunk) => {
      if (swallowing === undefined) return void client.write(chunk)
      drop()
      swallowing()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  t.after(() => {
    for (const socket of open) socket.destroy()
    server.close()
  })
  const proxy: CutProxy = {
    port: (server.address() as AddressInfo).port,
    cut: (text, moment) =>
      new Promise((done) => {
        armed = { text, moment, done }
      }),
    isRefusing: false,
  }
  return proxy
}
