import { connect, type Socket } from 'node:net'

export interface RawAnswer {
  readonly status: number
  readonly body: Buffer
}

/**
 * One kept-alive connection with one request under way at a time. It reads just as much of HTTP as the servers of a
 * bench write, so that the client costs less than any of them.
 */
export class Connection {
  readonly #socket: Socket
  #read: Buffer | undefined
  #head: { status: number; bodyAt: number; endAt: number } | undefined
  #settle: { resolve: (answer: RawAnswer) => void; reject: (error: Error) => void } | undefined

  private constructor(socket: Socket) {
    this.#socket = socket
    socket.on('data', (chunk: Buffer) => this.#take(chunk))
    socket.on('error', (error) => this.#fail(error))
    socket.on('close', () => this.#fail(new Error('the server closed the connection')))
  }

  static open(host: string, port: number): Promise<Connection> {
    return new Promise((resolve, reject) => {
      const socket = connect({ host, port, noDelay: true })
      socket.once('error', reject)
      socket.once('connect', () => {
        socket.off('error', reject)
        resolve(new Connection(socket))
      })
    })
  }

  ask(request: Buffer): Promise<RawAnswer> {
    return new Promise((resolve, reject) => {
      this.#settle = { resolve, reject }
      this.#socket.write(request)
    })
  }

  close(): void {
    this.#settle = undefined
    this.#socket.destroy()
  }

  #take(chunk: Buffer): void {
    this.#read = this.#read === undefined ? chunk : Buffer.concat([this.#read, chunk])
    this.#head ??= readHead(this.#read)
    if (this.#head === undefined || this.#read.length < this.#head.endAt) return
    const { status, bodyAt, endAt } = this.#head
    const body = this.#read.subarray(bodyAt, endAt)
    const settle = this.#settle
    this.#read = undefined
    this.#head = undefined
    this.#settle = undefined
    settle?.resolve({ status, body })
  }

  #fail(error: Error): void {
    this.#settle?.reject(error)
    this.#settle = undefined
  }
}

function readHead(bytes: Buffer): { status: number; bodyAt: number; endAt: number } | undefined {
  const end = bytes.indexOf('\r\n\r\n')
  if (end < 0) return undefined
  const head = bytes.toString('latin1', 0, end)
  const status = Number(head.slice(9, 12))
  const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1]
  if (length === undefined && status !== 204) throw new Error(`an answer without Content-Length: ${head}`)
  const bodyAt = end + 4
  return { status, bodyAt, endAt: bodyAt + Number(length ?? 0) }
}
