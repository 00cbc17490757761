import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { frontendMessage, MessageReader, type FrontendMessage } from './frontend.ts'
import type { SentStatement, SentTransaction } from './transaction.ts'

/** What goes to PostgreSQL, seen on the way there. */
export interface Recorder {
  /** The address of a database, by way of the recorder. */
  through(url: string): string
  /** The transactions that ended since the last time. */
  taken(): readonly SentTransaction[]
  close(): void
}

/** A proxy in front of PostgreSQL that writes down every transaction, statement by statement. */
export async function startRecorder(url: string): Promise<Recorder> {
  const { hostname, port } = new URL(url)
  const ended: SentTransaction[] = []
  const open = new Set<Socket>()
  const server = createServer({ noDelay: true }, (client) => {
    const upstream = connect({ host: hostname, port: Number(port || 5432), noDelay: true })
    for (const socket of [client, upstream]) {
      open.add(socket)
      socket.on('close', () => {
        open.delete(socket)
        client.destroy()
        upstream.destroy()
      })
      socket.on('error', () => socket.destroy())
    }
    const session = new RecordedSession((transaction) => ended.push(transaction))
    client.on('data', (chunk: Buffer) => {
      session.sent(chunk)
      upstream.write(chunk)
    })
    upstream.on('data', (chunk: Buffer) => {
      session.answered(chunk)
      client.write(chunk)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    through: (database) => {
      const address = new URL(database)
      address.hostname = '127.0.0.1'
      address.port = String((server.address() as AddressInfo).port)
      return address.href
    },
    taken: () => ended.splice(0),
    close: () => {
      for (const socket of open) socket.destroy()
      server.close()
    },
  }
}

/** One connection. What PostgreSQL says after each statement tells where a transaction ends. */
class RecordedSession {
  readonly #ended: (transaction: SentTransaction) => void
  readonly #fromClient = new MessageReader(true)
  readonly #fromServer = new MessageReader(false)
  readonly #texts = new Map<string, string>()
  #bound: { name: string; values: readonly (string | null)[] } | undefined
  readonly #unanswered: SentStatement[] = []
  #transaction: SentStatement[] = []

  constructor(ended: (transaction: SentTransaction) => void) {
    this.#ended = ended
  }

  sent(chunk: Buffer): void {
    for (const { type, body } of this.#fromClient.read(chunk)) this.#note(frontendMessage(type, body))
  }

  answered(chunk: Buffer): void {
    for (const { type, body } of this.#fromServer.read(chunk)) {
      // The first time it is said, nothing was asked yet.
      const statement = type === 'Z' ? this.#unanswered.shift() : undefined
      if (statement === undefined) continue
      this.#transaction.push(statement)
      if (body.toString('latin1') !== idle) continue
      this.#ended(this.#transaction)
      this.#transaction = []
    }
  }

  #note(message: FrontendMessage): void {
    if (message.kind === 'parse') this.#texts.set(message.name, message.text)
    if (message.kind === 'bind') this.#bound = message
    if (message.kind === 'query') this.#add({ text: message.text, values: [] })
    if (message.kind === 'sync' && this.#bound !== undefined) {
      const { name, values } = this.#bound
      this.#bound = undefined
      this.#add({ text: this.#texts.get(name) ?? '', values, ...(name === '' ? {} : { name }) })
    }
  }

  #add(statement: Omit<SentStatement, 'waited'>): void {
    this.#unanswered.push({ ...statement, waited: this.#unanswered.length === 0 })
  }
}

/** No transaction is open. */
const idle = 'I'
