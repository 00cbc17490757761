import type { Tally } from '../../store/engine.ts'
import { Buckets, Counts, Total } from './tallies.ts'

/** Where a request went: an endpoint's name, or the pattern of another route. Never a path, whose ids have no end. */
export interface Place {
  readonly endpoint: string
  readonly method: string
  /** By status class: 2 for 2xx … 5; 0 for a caller who hung up before the answer. */
  readonly latencies: (Buckets | undefined)[]
  /** Per request that got as far as a published operation; the second where the database is another process. */
  statements?: Total
  roundTrips?: Total
}

export interface Ended {
  readonly status: number
  readonly isAborted: boolean
  readonly seconds: number
  readonly code: number | string | undefined
  readonly isReplayed: boolean
  readonly tally: Tally | undefined
}

const latencyBounds = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5]
const commitBounds = [0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1]
const groupBounds = [1, 2, 4, 8, 16, 32, 64]

/** What one server counts of itself. */
export class Metrics {
  readonly places: Place[] = []
  readonly faults = new Counts()
  readonly replayed = new Counts()
  readonly throttled = new Counts()
  readonly groupSizes = new Buckets(groupBounds)
  readonly commitSeconds = new Buckets(commitBounds)
  inFlight = 0

  placeOf(endpoint: string, method: string): Place {
    const made: Place = { endpoint, method, latencies: [] }
    this.places.push(made)
    return made
  }

  ended(place: Place, { status, isAborted, seconds, code, isReplayed, tally }: Ended): void {
    const { endpoint, latencies } = place
    const statusClass = isAborted ? 0 : Math.floor(status / 100)
    const latency = (latencies[statusClass] ??= new Buckets(latencyBounds))
    latency.add(seconds)
    if (tally !== undefined) {
      ;(place.statements ??= new Total()).add(tally.statements)
      if (tally.roundTrips > 0) (place.roundTrips ??= new Total()).add(tally.roundTrips)
    }
    if (code !== undefined) this.faults.add({ code, endpoint })
    if (isReplayed) this.replayed.add({ endpoint })
    if (status === 429) this.throttled.add({ endpoint })
  }

  /** An arrow, so that two worlds on one engine hand in the same observer. */
  readonly committed = (size: number, seconds: number): void => {
    this.groupSizes.add(size)
    this.commitSeconds.add(seconds)
  }
}
