import { scheduler } from 'node:timers/promises'
import { Client } from 'pg'
import { keepAliveThere, keptAlive, socketOf } from './postgres-socket.ts'

const channel = 'tenantry'
const reconnectMs = 1_000
/** How often it is asked whether the connection still is one: nothing else would tell in a quiet hour. */
const beatMs = 5_000
/** A busy server may be late in reading an answer that is there. */
const answerMs = 10_000
const connectMs = 5_000

/** What another server did to a world: changed what is kept in memory of it, or made, replaced or removed it. */
export type Notice = 'changed' | 'replaced'

/** Who follows what other servers do. A rejection means that it was not followed. */
export interface NoticeReader {
  hear(world: string, notice: Notice): Promise<void>
  /** Notices may have been missed: looks at all worlds anew. */
  catchUp(): Promise<void>
}

/** The statement that tells other servers when the transaction it runs in is committed. */
export const announcement = (node: string, world: string, notice: Notice): string =>
  `select pg_notify('${channel}', '${node} ${notice} ${world}')`

/**
 * Reads what other servers announce, on a connection of its own. One that breaks, falls silent or brought a notice that
 * could not be followed is replaced by a new one, and then everything is looked at anew: PostgreSQL keeps no notice for
 * who does not listen.
 */
export class PostgresNotices {
  readonly #url: string
  readonly #node: string
  readonly #reader: NoticeReader
  readonly #closing = new AbortController()
  #client: Client | undefined
  #isCaughtUp = false

  constructor(url: string, node: string, reader: NoticeReader) {
    this.#url = url
    this.#node = node
    this.#reader = reader
  }

  /** True while nothing that others announce can be missed. */
  get isListening(): boolean {
    return this.#client !== undefined && this.#isCaughtUp
  }

  async listen(): Promise<void> {
    await this.#connect()
    this.#isCaughtUp = true
  }

  async close(): Promise<void> {
    const client = this.#client
    const ended = client?.end()
    this.#closing.abort()
    // A goodbye that nobody reads is not waited for.
    if (client !== undefined) socketOf(client).destroySoon()
    await ended
  }

  async #connect(): Promise<Client> {
    const client = new Client({
      connectionString: this.#url,
      application_name: 'tenantry notices',
      connectionTimeoutMillis: connectMs,
      query_timeout: answerMs,
      ...keptAlive,
    })
    client.on('notification', ({ payload = '' }) => this.#pass(client, payload))
    // It comes when a connection breaks, sometimes twice.
    client.on('error', () => undefined)
    try {
      await client.connect()
      await client.query(`${keepAliveThere}; listen ${channel}`)
    } catch (error) {
      socketOf(client).destroy()
      throw error
    }
    client.once('end', () => {
      if (this.#client === client) this.#client = undefined
      void this.#listenAgain()
    })
    this.#client = client
    void this.#keepAsking(client)
    return client
  }

  #pass(client: Client, payload: string): void {
    const [node, notice, world = ''] = payload.split(' ')
    if (node === this.#node || (notice !== 'changed' && notice !== 'replaced')) return
    this.#reader.hear(world, notice).catch(() => socketOf(client).destroy())
  }

  async #keepAsking(client: Client): Promise<void> {
    try {
      while (this.#client === client) {
        await this.#pause(beatMs)
        await client.query('select 1')
      }
    } catch {
      // It does not answer, or the server stops.
      socketOf(client).destroy()
    }
  }

  async #listenAgain(): Promise<void> {
    this.#isCaughtUp = false
    while (!this.#closing.signal.aborted) {
      try {
        await this.#pause(reconnectMs)
        const client = await this.#connect()
        // When it breaks meanwhile, its end begins this anew.
        return await this.#catchUp(client)
      } catch {
        // The database is still away; requests say so meanwhile.
      }
    }
  }

  async #catchUp(client: Client): Promise<void> {
    try {
      await this.#reader.catchUp()
      this.#isCaughtUp = this.#client === client
    } catch {
      socketOf(client).destroy()
    }
  }

  #pause(ms: number): Promise<void> {
    return scheduler.wait(ms, { signal: this.#closing.signal })
  }
}
