import type { Coverage } from './coverage.ts'
import { costMsOf, type KnownTest } from './known-test.ts'
import type { Plan, Planner } from './planner.ts'
import type { Mutant } from './mutants.ts'
import { WorkerProcess, type Answer } from './worker-process.ts'

export type Fate = 'killed' | 'timed out' | 'survived' | 'not reached'

export interface Result {
  readonly mutant: Mutant
  readonly fate: Fate
  /** The test that killed it, or what else there is to say. */
  readonly by?: { readonly file: string; readonly name: string }
  readonly why?: string
}

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
  await Promise.all(
    Array.from({ length: options.workers }, async () => {
      const bench = new Bench(coverage, options)
      for (let mutant = queue.shift(); mutant !== undefined; mutant = queue.shift()) {
        if (options.isOver()) break
        const plan = planner.planFor(mutant)
        const { result, by } = await bench.judge(plan)
        if (by !== undefined) planner.noteKill(mutant, by)
        options.onResult(result)
      }
      bench.close()
    }),
  )
}

const survived: Answer = { kind: 'survived' }

const isSame = (one: { file: string; place: number }, other: { file: string; place: number }): boolean =>
  one.file === other.file && one.place === other.place

/** One place to try mutants: a worker that is kept while it is sound, and fresh ones for what must be on at the start. */
class Bench {
  readonly #coverage: Coverage
  readonly #options: TryOptions
  #worker: WorkerProcess | undefined

  constructor(coverage: Coverage, options: TryOptions) {
    this.#coverage = coverage
    this.#options = options
  }

  async judge(plan: Plan): Promise<{ readonly result: Result; readonly by?: KnownTest }> {
    const { mutant } = plan
    const inKept = this.#within(plan.inKept)
    const fromStart = this.#within(plan.fromStart)
    if (inKept.length + fromStart.length === 0) return { result: { mutant, fate: 'not reached' } }
    const first = inKept.length === 0 ? survived : await this.#inKeptWorker(mutant, inKept)
    const isOpen = first.kind === 'survived' && fromStart.length > 0
    const answer = isOpen ? await this.#fromStart(mutant, fromStart) : first
    if (answer.kind === 'survived') {
      const count = new Set([...inKept, ...fromStart]).size
      const all = new Set([...plan.inKept, ...plan.fromStart]).size
      return { result: { mutant, fate: 'survived', why: `${count} of ${all} tests that reach it` } }
    }
    if (answer.kind === 'lost') {
      return { result: { mutant, fate: answer.why === 'hung' ? 'timed out' : 'killed', why: answer.why } }
    }
    const by = [...inKept, ...fromStart].find((test) => isSame(test, answer.by))
    const fate = answer.how === 'failed' ? 'killed' : 'timed out'
    return {
      result: {
        ...{ mutant, fate, why: answer.why },
        ...(by === undefined ? {} : { by: { file: by.file, name: by.name } }),
      },
      ...(by === undefined ? {} : { by }),
    }
  }

  close(): void {
    this.#worker?.stop()
  }

  /** As many of the tests as the time for one mutant allows. */
  #within(tests: readonly KnownTest[]): KnownTest[] {
    let sum = 0
    return tests.filter((test, place) => {
      sum += costMsOf(test)
      return place === 0 || sum <= this.#options.costMsMax
    })
  }

  async #inKeptWorker(mutant: Mutant, tests: readonly KnownTest[]): Promise<Answer> {
    let left = tests
    for (;;) {
      const worker = this.#soundWorker()
      const answer = await worker.try(this.#taskOf(mutant, left))
      if (answer.kind === 'survived' || (answer.kind === 'killed' && !answer.isSpoilt)) return answer
      worker.stop()
      if (answer.kind === 'lost') {
        // In a worker that has tried another one before, that one may be to blame.
        if (worker.tried === 1) return answer
        continue
      }
      const { by } = answer
      const again = await this.#fromStart(
        mutant,
        left.filter((test) => isSame(test, by)),
      )
      if (again.kind !== 'survived') return again
      left = left.filter((test) => !isSame(test, by))
      if (left.length === 0) return survived
    }
  }

  #soundWorker(): WorkerProcess {
    if (this.#worker === undefined || this.#worker.isGone)
      this.#worker = new WorkerProcess(this.#options.folder)
    return this.#worker
  }

  async #fromStart(mutant: Mutant, tests: readonly KnownTest[]): Promise<Answer> {
    const task = this.#taskOf(mutant, tests)
    const worker = new WorkerProcess(this.#options.folder, { mutant: mutant.id, hitsMax: task.hitsMax })
    try {
      return await worker.try(task)
    } finally {
      worker.stop()
    }
  }

  #taskOf(mutant: Mutant, tests: readonly KnownTest[]) {
    const hitsMax = 10_000 + 100 * (this.#coverage.times.get(mutant.id) ?? 0)
    const ids = tests.map(({ file, place, ms }) => ({ file, place, timeoutMs: Math.round(10_000 + 10 * ms) }))
    return { tests: ids, mutant: mutant.id, hitsMax }
  }
}
