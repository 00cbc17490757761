const tokensMax = 2048

/**
 * What is known of tokens, by their digest: the latest used ones, as long as the world's keys and partner accounts stay
 * as they were.
 */
export class VerifiedTokens<T> {
  readonly #byDigest = new Map<string, T>()
  #revision = -1

  find(digest: string, revision: number): T | undefined {
    if (revision !== this.#revision) return undefined
    const known = this.#byDigest.get(digest)
    if (known === undefined) return undefined
    // A Map keeps the order of insertion, so the least recently used one comes first.
    this.#byDigest.delete(digest)
    this.#byDigest.set(digest, known)
    return known
  }

  keep(digest: string, revision: number, known: T): void {
    // What was read under an older revision must not outlive the change.
    if (revision < this.#revision) return
    if (revision > this.#revision) this.#byDigest.clear()
    this.#revision = revision
    this.#byDigest.set(digest, known)
    const [oldest] = this.#byDigest.keys()
    if (this.#byDigest.size > tokensMax && oldest !== undefined) this.#byDigest.delete(oldest)
  }
}
