import { scheduler } from 'node:timers/promises'
import { Client } from 'pg'

const channel = 'tenantry'
const reconnectMs = 1_000

/** What another server did to a world: changed what is kept in memory of it, or made, replaced or removed it. */
export type Notice = 'changed' | 'replaced'

/** Told of a world by name; of all of them by `undefined`, when notices may have been missed. */
export type NoticeReader = (world: string | undefined, notice: Notice) => void

/** The statement that tells other servers when the transaction it runs in is committed. */
export const announcement = (node: string, world: string, notice: Notice): string =>
  `select pg_notify('${channel}', '${node} ${notice} ${world}')`

/** Reads what other servers announce, on a connection of its own that is made anew when it breaks. */
export class PostgresNotices {
  readonly #url: string
  readonly #node: string
  readonly #read: NoticeReader
  #client: Client | undefined
  #isClosed = false

  constructor(url: string, node: string, read: NoticeReader) {
    this.#url = url
    this.#node = node
    this.#read = read
  }

  async listen(): Promise<void> {
    const client = new Client({ connectionString: this.#url, application_name: 'tenantry', keepAlive: true })
    client.on('notification', ({ payload = '' }) => {
      const [node, notice, world] = payload.split(' ')
      if (node !== this.#node && (notice === 'changed' || notice === 'replaced')) this.#read(world, notice)
    })
    // Both come when a connection breaks, the first sometimes twice.
    client.on('error', () => undefined)
    await client.connect()
    await client.query(`listen ${channel}`)
    client.once('end', () => void this.#listenAgain())
    this.#client = client
  }

  async close(): Promise<void> {
    this.#isClosed = true
    await this.#client?.end()
  }

  async #listenAgain(): Promise<void> {
    while (!this.#isClosed) {
      await scheduler.wait(reconnectMs)
      if (this.#isClosed) return
      try {
        await this.listen()
        this.#read(undefined, 'changed')
        return
      } catch {
        // The database is still away; requests say so meanwhile.
      }
    }
  }
}
