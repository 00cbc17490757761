import type { Coverage } from './coverage.ts'
import { costMsOf, type KnownTest } from './known-test.ts'
import type { Mutant } from './mutants.ts'

/** Which tests to try on a mutant, the likeliest to kill it first. */
export interface Plan {
  readonly mutant: Mutant
  /** In a worker that goes on afterwards. */
  readonly inKept: readonly KnownTest[]
  /** In a process of their own, with the mutant on from the start: who cannot be repeated, and what is done once. */
  readonly fromStart: readonly KnownTest[]
}

export class Planner {
  readonly #coverage: Coverage
  readonly #mutantsOf = new Map<string, number[]>()
  /** How many mutants of a file each test has killed. */
  readonly #kills = new Map<string, Map<KnownTest, number>>()

  constructor(coverage: Coverage, mutants: readonly Mutant[]) {
    this.#coverage = coverage
    for (const { path, id } of mutants) this.#mutantsOf.set(path, [...(this.#mutantsOf.get(path) ?? []), id])
  }

  noteKill({ path }: Mutant, test: KnownTest): void {
    const kills = this.#kills.get(path) ?? new Map<KnownTest, number>()
    kills.set(test, (kills.get(test) ?? 0) + 1)
    this.#kills.set(path, kills)
  }

  planFor(mutant: Mutant): Plan {
    const { tests, once } = this.#coverage
    const direct = tests.filter(({ reached }) => reached.has(mutant.id))
    const inKept = this.#sorted(
      mutant,
      direct.filter(({ isRepeatable }) => isRepeatable),
    )
    if (!once.has(mutant.id)) {
      return { mutant, inKept, fromStart: direct.filter(({ isRepeatable }) => !isRepeatable) }
    }
    if (direct.length > 0) return { mutant, inKept, fromStart: this.#sorted(mutant, direct) }
    // A table of the module: what comes by its functions reads it; where it has none, it may be anyone.
    const ofFile = this.#mutantsOf.get(mutant.path) ?? []
    const near = tests.filter(({ reached }) => ofFile.some((id) => reached.has(id)))
    return { mutant, inKept, fromStart: this.#sorted(mutant, near.length > 0 ? near : tests) }
  }

  #sorted(mutant: Mutant, tests: readonly KnownTest[]): KnownTest[] {
    const kills = this.#kills.get(mutant.path)
    const folder = mutant.path.slice(0, mutant.path.lastIndexOf('/'))
    const ofFile = this.#mutantsOf.get(mutant.path) ?? []
    const worth = new Map(
      tests.map((test) => {
        const isBeside = test.file.startsWith(`${folder}/`)
        const share = ofFile.filter((id) => test.reached.has(id)).length / test.reached.size
        return [
          test,
          ((isBeside ? 4 : 1) * (share + 0.02) * (1 + (kills?.get(test) ?? 0))) / (costMsOf(test) + 2),
        ]
      }),
    )
    return [...tests].sort((one, other) => (worth.get(other) ?? 0) - (worth.get(one) ?? 0))
  }
}
