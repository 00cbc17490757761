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

/** What is known of the tests that come by a file. */
interface Visitors {
  /** How many of the file's mutants each comes by. */
  readonly shares: ReadonlyMap<KnownTest, number>
  /** How many each has killed. */
  readonly kills: Map<KnownTest, number>
}

export class Planner {
  readonly #coverage: Coverage
  readonly #byMutant = new Map<number, KnownTest[]>()
  readonly #visitors: ReadonlyMap<string, Visitors>

  constructor(coverage: Coverage, mutants: readonly Mutant[]) {
    this.#coverage = coverage
    for (const test of coverage.tests) {
      for (const id of test.reached) {
        const tests = this.#byMutant.get(id)
        if (tests === undefined) this.#byMutant.set(id, [test])
        else tests.push(test)
      }
    }
    const byPath = Map.groupBy(mutants, ({ path }) => path)
    this.#visitors = new Map([...byPath].map(([path, own]) => [path, this.#visitorsOf(own)]))
  }

  noteKill({ path }: Mutant, test: KnownTest): void {
    const kills = this.#visitors.get(path)?.kills
    kills?.set(test, (kills.get(test) ?? 0) + 1)
  }

  planFor(mutant: Mutant): Plan {
    const direct = this.#byMutant.get(mutant.id) ?? []
    const inKept = this.#sorted(
      mutant,
      direct.filter(({ isRepeatable }) => isRepeatable),
    )
    // What is reached by a test each time is judged by that, even where a start comes by it, too.
    if (direct.length > 0 || !this.#coverage.once.has(mutant.id)) {
      return { mutant, inKept, fromStart: direct.filter(({ isRepeatable }) => !isRepeatable) }
    }
    // A table of the module: what comes by its functions reads it; where it has none, it may be anyone.
    const near = [...(this.#visitors.get(mutant.path)?.shares.keys() ?? [])]
    return { mutant, inKept, fromStart: this.#sorted(mutant, near.length > 0 ? near : this.#coverage.tests) }
  }

  #visitorsOf(mutants: readonly Mutant[]): Visitors {
    const shares = new Map<KnownTest, number>()
    for (const { id } of mutants) {
      for (const test of this.#byMutant.get(id) ?? []) shares.set(test, (shares.get(test) ?? 0) + 1)
    }
    return { shares, kills: new Map() }
  }

  #sorted({ path }: Mutant, tests: readonly KnownTest[]): KnownTest[] {
    const visitors = this.#visitors.get(path)
    const folder = path.slice(0, path.lastIndexOf('/') + 1)
    const worthOf = (test: KnownTest): number => {
      const isBeside = test.file.startsWith(folder)
      const share = (visitors?.shares.get(test) ?? 0) / test.reached.size
      const kills = visitors?.kills.get(test) ?? 0
      return ((isBeside ? 4 : 1) * (share + 0.02) * (1 + kills)) / (costMsOf(test) + 2)
    }
    const worth = new Map(tests.map((test) => [test, worthOf(test)]))
    return [...tests].sort((one, other) => (worth.get(other) ?? 0) - (worth.get(one) ?? 0))
  }
}
