import type { Tally } from '../../store/engine.ts'

/** Beginning, question and end. */
const statementsOfOneQuestion = 3
const trustMax = 8

/** Which endpoints read their answer with one statement, as experience has it. */
export class SingleReads {
  readonly #trust = new Map<string, number>()

  isLikely(endpoint: string): boolean {
    return (this.#trust.get(endpoint) ?? 0) >= 0
  }

  /** A read that had to begin again costs more than several save that need not. */
  note(endpoint: string, { statements, restarts }: Tally): void {
    const trust = this.#trust.get(endpoint) ?? 0
    if (restarts > 0) this.#trust.set(endpoint, trust - trustMax)
    else if (statements <= statementsOfOneQuestion) this.#trust.set(endpoint, Math.min(trustMax, trust + 1))
  }
}
