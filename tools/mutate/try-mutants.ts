import type { Coverage } from './coverage.ts'
import { Bench, type OnJudged } from './bench.ts'
import type { Planner } from './planner.ts'
import type { Mutant } from './mutants.ts'
import type { Result } from './result.ts'

export interface TryOptions {
  readonly folder: string
  readonly workers: number
  /** How much the tests of one mutant may cost together, by what they cost without it. */
  readonly costMsMax: number
  readonly onResult: (result: Result) => void
  readonly isOver: () => boolean
}

/** Tries every mutant on the tests that reach it. */
export async function tryMutants(
  mutants: readonly Mutant[],
  planner: Planner,
  coverage: Coverage,
  options: TryOptions,
): Promise<void> {
  const queue = [...mutants]
  const judged: OnJudged = (result, by) => {
    if (by !== undefined) planner.noteKill(result.mutant, by)
    options.onResult(result)
  }
  await Promise.all(
    Array.from({ length: options.workers }, async () => {
      const bench = new Bench(coverage, options, judged)
      for (let mutant = queue.shift(); mutant !== undefined; mutant = queue.shift()) {
        if (options.isOver()) break
        await bench.judge(planner.planFor(mutant))
      }
      await bench.close()
    }),
  )
}
