interface Bucket {
  tokens: number
  filledAtMs: number
}

/** Token buckets by key, filled by the wall clock. Every request counts, refused ones too. */
export class Throttle {
  readonly #buckets = new Map<string, Bucket>()

  /** Takes one request from the key's allowance; answers in how many seconds to try again when there is none left. */
  take(key: string, perMinute: number, nowMs: number): number | undefined {
    if (perMinute === 0) return undefined
    const bucket = this.#buckets.get(key) ?? { tokens: perMinute, filledAtMs: nowMs }
    this.#buckets.set(key, bucket)
    const filled = ((nowMs - bucket.filledAtMs) * perMinute) / 60_000
    bucket.tokens = Math.min(perMinute, bucket.tokens + filled)
    bucket.filledAtMs = nowMs
    if (bucket.tokens >= 1) {
      bucket.tokens -= 1
      return undefined
    }
    return Math.max(1, Math.ceil(((1 - bucket.tokens) * 60) / perMinute))
  }
}
