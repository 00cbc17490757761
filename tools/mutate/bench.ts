import type { Coverage } from './coverage.ts'
import { costMsOf, type KnownTest } from './known-test.ts'
import type { Plan } from './planner.ts'
import type { Result } from './result.ts'
import { WorkerProcess, type Answer } from './worker-process.ts'

export type OnJudged = (result: Result, by?: KnownTest) => void

const survived: Answer = { kind: 'survived' }

/** So many kills are proved at once that the worker is still sound: their tests are mostly the same. */
const unprovenMax = 10

type Place = Pick<KnownTest, 'file' | 'place'>
const isSame = (one: Place, other: Place): boolean => one.file === other.file && one.place === other.place

interface Kill {
  readonly plan: Plan
  readonly result: Result
  readonly by: KnownTest
}

interface Limits {
  readonly folder: string
  readonly costMsMax: number
}

/**
 * One place to try mutants: a worker that is kept while it is sound, and fresh ones for what must be on at the start.
 * What a mutant leaves behind in a kept worker may fail the tests of the next one. So a kill counts only when its test
 * has been run there again without a mutant; else it is judged anew, by itself.
 */
export class Bench {
  readonly #coverage: Coverage
  readonly #limits: Limits
  readonly #onJudged: OnJudged
  #worker: WorkerProcess | undefined
  #unproven: Kill[] = []

  constructor(coverage: Coverage, limits: Limits, onJudged: OnJudged) {
    this.#coverage = coverage
    this.#limits = limits
    this.#onJudged = onJudged
  }

  async judge(plan: Plan): Promise<void> {
    const { mutant } = plan
    const [inKept, fromStart] = [this.#within(plan.inKept), this.#within(plan.fromStart)]
    if (inKept.length + fromStart.length === 0) return this.#onJudged({ mutant, fate: 'not reached' })
    if (inKept.length === 0) return this.#judgeFromStart(plan)
    const worker = this.#soundWorker()
    const answer = await worker.try(this.#taskOf(plan, inKept))
    if (answer.kind === 'survived') return this.#judgeFromStart(plan)
    if (answer.kind === 'killed' && !answer.isSpoilt) {
      const kill = this.#killOf(plan, answer)
      if (kill !== undefined) this.#unproven.push(kill)
      if (this.#unproven.length >= unprovenMax) await this.#prove()
      return
    }
    worker.stop()
    await this.#judgeAnew(this.#unproven.splice(0).map((kill) => kill.plan))
    await this.#judgeStrictly(plan)
  }

  async close(): Promise<void> {
    await this.#prove()
    this.#worker?.stop()
  }

  async #prove(): Promise<void> {
    const kills = this.#unproven.splice(0)
    if (kills.length === 0) return
    const worker = this.#soundWorker()
    const answer = await worker.try({ tests: idsOf([...new Set(kills.map(({ by }) => by))]) })
    if (answer.kind === 'survived') for (const { result, by } of kills) this.#onJudged(result, by)
    else {
      worker.stop()
      await this.#judgeAnew(kills.map(({ plan }) => plan))
    }
  }

  async #judgeAnew(plans: readonly Plan[]): Promise<void> {
    for (const plan of plans) await this.#judgeStrictly(plan)
  }

  /** In a kept worker, where each kill is proved at once; if it cannot be, in a fresh one. */
  async #judgeStrictly(plan: Plan): Promise<void> {
    let left = this.#within(plan.inKept)
    while (left.length > 0) {
      const worker = this.#soundWorker()
      const answer = await worker.try({ ...this.#taskOf(plan, left), isStrict: true })
      if (answer.kind === 'survived') break
      if (answer.kind === 'killed' && !answer.isSpoilt) return this.#report(plan, answer)
      worker.stop()
      // In a worker that has tried another one before, that one may be to blame.
      if (answer.kind === 'lost' && worker.tried === 1) return this.#report(plan, answer)
      if (answer.kind === 'lost') continue
      const { by } = answer
      const again = await this.#inFresh(
        plan,
        left.filter((test) => isSame(test, by)),
      )
      if (again.kind !== 'survived') return this.#report(plan, again)
      left = left.filter((test) => !isSame(test, by))
    }
    await this.#judgeFromStart(plan)
  }

  async #judgeFromStart(plan: Plan): Promise<void> {
    const tests = this.#within(plan.fromStart)
    this.#report(plan, tests.length === 0 ? survived : await this.#inFresh(plan, tests))
  }

  async #inFresh(plan: Plan, tests: readonly KnownTest[]): Promise<Answer> {
    const task = this.#taskOf(plan, tests)
    const worker = new WorkerProcess(this.#limits.folder, { mutant: plan.mutant.id, hitsMax: task.hitsMax })
    try {
      return await worker.try(task)
    } finally {
      worker.stop()
    }
  }

  #report(plan: Plan, answer: Answer): void {
    const { mutant } = plan
    if (answer.kind === 'survived') {
      const tried = [...this.#within(plan.inKept), ...this.#within(plan.fromStart)]
      const all = plan.inKept.length + plan.fromStart.length
      this.#onJudged({ mutant, fate: 'survived', why: `${tried.length} of ${all} tests that reach it` })
    } else if (answer.kind === 'lost') {
      this.#onJudged({ mutant, fate: answer.why === 'hung' ? 'timed out' : 'killed', why: answer.why })
    } else {
      const kill = this.#killOf(plan, answer)
      if (kill !== undefined) this.#onJudged(kill.result, kill.by)
    }
  }

  #killOf(plan: Plan, answer: Extract<Answer, { kind: 'killed' }>): Kill | undefined {
    const by = [...plan.inKept, ...plan.fromStart].find((test) => isSame(test, answer.by))
    if (by === undefined) return undefined
    const fate = answer.how === 'failed' ? 'killed' : 'timed out'
    const { file, name } = by
    return { plan, by, result: { mutant: plan.mutant, fate, by: { file, name }, why: answer.why } }
  }

  /** As many of the tests as the cost of one mutant allows. */
  #within(tests: readonly KnownTest[]): KnownTest[] {
    let sum = 0
    return tests.filter((test, place) => {
      sum += costMsOf(test)
      return place === 0 || sum <= this.#limits.costMsMax
    })
  }

  #soundWorker(): WorkerProcess {
    if (this.#worker === undefined || this.#worker.isGone)
      this.#worker = new WorkerProcess(this.#limits.folder)
    return this.#worker
  }

  #taskOf({ mutant }: Plan, tests: readonly KnownTest[]) {
    const hitsMax = 10_000 + 100 * (this.#coverage.times.get(mutant.id) ?? 0)
    return { tests: idsOf(tests), mutant: mutant.id, hitsMax }
  }
}

const idsOf = (tests: readonly KnownTest[]) =>
  tests.map(({ file, place, ms }) => ({ file, place, timeoutMs: Math.round(10_000 + 10 * ms) }))
