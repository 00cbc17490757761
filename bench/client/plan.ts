/** One request of a load, written out before the clock starts. */
export interface PlannedRequest {
  readonly method: string
  readonly path: string
  readonly body?: string
  readonly headers?: Readonly<Record<string, string>>
}

/** Requests that share a number of connections; each connection has one request under way. */
export interface PlannedStream {
  readonly name: string
  readonly connections: number
  readonly requests: readonly PlannedRequest[]
  /** Starts again from the first request. A stream that does not repeat sends each request once and ends the run. */
  readonly repeats: boolean
  readonly keepsBodies?: boolean
}

export interface Address {
  readonly host: string
  readonly port: number
}

export interface LoadPlan {
  /** The servers; connections are spread over them in turn. */
  readonly addresses: readonly Address[]
  /** Sent with every request. */
  readonly headers: Readonly<Record<string, string>>
  readonly streams: readonly PlannedStream[]
  readonly seconds: number
}

export interface StreamOutcome {
  readonly name: string
  readonly answered: number
  readonly statuses: Readonly<Record<string, number>>
  readonly perSecond: number
  readonly latencyMs: {
    readonly p50: number
    readonly p90: number
    readonly p99: number
    readonly max: number
  }
  /** The first answer that was neither 2xx nor 3xx: its status and text. */
  readonly firstRefusal?: string
  /** In the order of the requests. */
  readonly bodies?: readonly string[]
}

export interface LoadOutcome {
  readonly seconds: number
  readonly streams: readonly StreamOutcome[]
  /** How much of one core the client itself took: near 1, the client is what was measured. */
  readonly clientBusy: number
}
