const tokensMax = 2048

/**
 * What is known of tokens, by the header that carried them: the latest ones, as long as the world's keys and
 * partner accounts stay as they were.
 */
export class VerifiedTokens<T> {
  readonly #byHeader = new Map<string, T>()
  #revision = -1

  find(header: string, revision: number): T | undefined {
    if (revision !== this.#revision) return undefined
    return this.#byHeader.get(header)
  }

  keep(header: string, revision: number, known: T): void {
    // What was read under an older revision must not outlive the change.
    if (revision < this.#revision) return
    if (revision > this.#revision) this.#byHeader.clear()
    this.#revision = revision
    this.#byHeader.set(header, known)
    // A Map keeps the order of insertion. Moving a token up at each use would cost more than checking one again.
    const [oldest] = this.#byHeader.keys()
    if (this.#byHeader.size > tokensMax && oldest !== undefined) this.#byHeader.delete(oldest)
  }
}
