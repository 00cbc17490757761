import type { PoolClient, QueryResult } from 'pg'
import { atEndOfTurn } from '../kernel/turns.ts'
import type { Row, SqlValue, Tally } from './engine.ts'
import { preparedStatement } from './postgres/postgres-connection.ts'
import { socketOf } from './postgres/postgres-socket.ts'

/** Lanes there may be, and so many questions fill one: the fewer lanes, the more of them share a system call. */
const lanesMax = 4
const laneSize = 16
/** A lane that has not answered for so long is at something larger, and others go another way if they can. */
const slowAfterMs = 20
/** A lane that has not answered for so long gets no further questions: they would hide that it is silent. */
const silentAfterMs = 1_000

/** A connection on which questions follow each other without waiting for the answers. */
interface Lane {
  readonly client: Promise<PoolClient>
  /** Questions that are not answered yet. */
  open: number
  answeredAtMs: number
  isBroken: boolean
}

/** The partner whose rows a connection shows outside of transactions. */
const partnerOf = new WeakMap<PoolClient, string>()

/**
 * Connections that reads of one statement share. Such a read needs no transaction, so it needs no connection of its
 * own: questions of the same moment go out with one system call, each is answered by itself. An idle lane goes back to
 * its pool.
 */
export class ReadLanes {
  readonly #take: () => Promise<PoolClient>
  #lanes: Lane[] = []

  constructor(take: () => Promise<PoolClient>) {
    this.#take = take
  }

  /** Rows of `partner` alone. */
  async ask(
    partner: string,
    sql: string,
    params: readonly SqlValue[],
    tally: Tally,
  ): Promise<QueryResult<Row>> {
    const lane = this.#choose()
    lane.open += 1
    try {
      const client = await lane.client
      gather(client)
      admit(client, partner, tally)
      tally.statements += 1
      tally.roundTrips += 1
      return await client.query<Row>(preparedStatement(sql, params))
    } catch (error) {
      lane.isBroken = true
      this.#close(lane)
      throw error
    } finally {
      lane.open -= 1
      lane.answeredAtMs = performance.now()
      if (lane.open === 0) this.#leave(lane)
    }
  }

  /** The first lane that has room and is not slow; otherwise a new one; otherwise the one with the fewest questions. */
  #choose(): Lane {
    const nowMs = performance.now()
    for (const lane of this.#lanes) if (nowMs - lane.answeredAtMs > silentAfterMs) this.#close(lane)
    const free = this.#lanes.find((lane) => lane.open < laneSize && nowMs - lane.answeredAtMs < slowAfterMs)
    if (free !== undefined) return free
    const [first, ...others] = this.#lanes
    if (first !== undefined && this.#lanes.length >= lanesMax)
      return others.reduce((best, lane) => (lane.open < best.open ? lane : best), first)
    const lane: Lane = { client: this.#take(), open: 0, answeredAtMs: nowMs, isBroken: false }
    this.#lanes.push(lane)
    return lane
  }

  /** It gets no further questions. */
  #close(lane: Lane): void {
    this.#lanes = this.#lanes.filter((one) => one !== lane)
  }

  #leave(lane: Lane): void {
    this.#close(lane)
    lane.client.then(
      (client) => client.release(lane.isBroken),
      () => undefined,
    )
  }
}

const gathering = new WeakSet<PoolClient>()

/** What is asked until the event loop has gone through what has come in goes out together. */
function gather(client: PoolClient): void {
  if (gathering.has(client)) return
  gathering.add(client)
  const socket = socketOf(client)
  socket.cork()
  atEndOfTurn(() => {
    gathering.delete(client)
    socket.uncork()
  })
}

/** Holds for the connection until another partner's read comes; transactions have a setting of their own. */
function admit(client: PoolClient, partner: string, tally: Tally): void {
  if (partnerOf.get(client) === partner) return
  partnerOf.set(client, partner)
  tally.statements += 1
  client
    .query("select set_config('tenantry.partners', $1, false)", [partner])
    .catch(() => partnerOf.delete(client))
}
