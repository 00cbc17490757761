interface Bucket {
  tokens: number
  filledAtMs: number
  /** When it would be full, if nobody took from it. */
  fullAtMs: number
}

/** A caller can name customers without end, and each has a bucket. */
const bucketsMax = 10_000

/** Token buckets by key, filled by the wall clock. Every request counts, refused ones too. */
export class Throttle {
  readonly #buckets = new Map<string, Bucket>()

  /** How many are kept. */
  get size(): number {
    return this.#buckets.size
  }

  /** Takes one request from the key's allowance; answers in how many seconds to try again when there is none left. */
  take(key: string, perMinute: number, nowMs: number): number | undefined {
    if (perMinute === 0) return undefined
    const bucket = this.#buckets.get(key) ?? this.#open(key, perMinute, nowMs)
    // A wall clock that was set back takes nothing away.
    const passedMs = Math.max(0, nowMs - bucket.filledAtMs)
    bucket.tokens = Math.min(perMinute, bucket.tokens + (passedMs * perMinute) / 60_000)
    bucket.filledAtMs = nowMs
    const isAllowed = bucket.tokens >= 1
    if (isAllowed) bucket.tokens -= 1
    bucket.fullAtMs = nowMs + ((perMinute - bucket.tokens) * 60_000) / perMinute
    return isAllowed ? undefined : Math.max(1, Math.ceil(((1 - bucket.tokens) * 60) / perMinute))
  }

  #open(key: string, perMinute: number, nowMs: number): Bucket {
    if (this.#buckets.size >= bucketsMax) this.#makeRoom(nowMs)
    const made = { tokens: perMinute, filledAtMs: nowMs, fullAtMs: nowMs }
    this.#buckets.set(key, made)
    return made
  }

  /** A full bucket is as good as none. Where all are in use the oldest tenth goes, so that this is seldom done. */
  #makeRoom(nowMs: number): void {
    for (const [key, { fullAtMs }] of this.#buckets) if (fullAtMs <= nowMs) this.#buckets.delete(key)
    const needless = this.#buckets.size - bucketsMax * 0.9
    if (needless <= 0) return
    for (const key of [...this.#buckets.keys()].slice(0, needless)) this.#buckets.delete(key)
  }
}
