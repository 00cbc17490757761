import { availableParallelism } from 'node:os'
import { isPostgresThere, makeDatabase } from '../../tests/stores/test-database.ts'
import { Durations } from './durations.ts'
import { lanesOf, type Lane } from './lanes.ts'
import type { TestResult } from './messages.ts'
import { runProcess, usualLimits, type Limits } from './run-process.ts'

export interface FilesRun {
  /** Tests in the order in which they ended, with the lane that they ran in. */
  readonly results: readonly (TestResult & { readonly lane: Lane['name'] })[]
  /** What each file took, by lane and file, the longest first. */
  readonly durations: readonly { readonly lane: Lane['name']; readonly file: string; readonly ms: number }[]
}

export interface Wishes {
  readonly limits?: Limits
  /** How many processes at once; one per core when absent. */
  readonly processes?: number
  /** Whether scenarios run on PostgreSQL, too; where it is there when absent. */
  readonly onPostgres?: boolean
}

/**
 * Runs test files, several in each process: whichever process is through with one takes the longest that is left. A
 * process that hangs or ends before its time costs the file that it was at, and the others go on in a new one.
 */
export async function runFiles(files: readonly string[], wishes: Wishes = {}): Promise<FilesRun> {
  const { limits = usualLimits, processes = Math.max(2, availableParallelism()) } = wishes
  const known = new Durations()
  const lanes = lanesOf(files, processes, wishes.onPostgres ?? (await isPostgresThere()))
  const queues = lanes.map((lane) => new Queue(lane, known))
  const results: (TestResult & { lane: Lane['name'] })[] = []
  const durations: { lane: Lane['name']; file: string; ms: number }[] = []

  const work = async (): Promise<void> => {
    for (let queue = pick(queues); queue !== undefined; queue = pick(queues)) {
      const { lane } = queue
      queue.processes += 1
      queue.starting += 1
      await inLane(lane, (environment) =>
        runProcess({
          next: nextOf(queue),
          environment,
          limits,
          ended: (result) => results.push({ ...result, lane: lane.name }),
          through: (file, ms) => {
            durations.push({ lane: lane.name, file, ms })
            known.note(lane.name, file, ms)
          },
        }),
      )
      queue.processes -= 1
    }
  }
  await Promise.all(Array.from({ length: processes }, work))
  known.save()
  return { results, durations: durations.sort((one, other) => other.ms - one.ms) }
}

/** The files of a lane that wait for a process, the longest first. */
class Queue {
  readonly lane: Lane
  processes = 0
  /** Of these, how many have not asked for a file yet. */
  starting = 0
  readonly #known: Durations
  readonly #files: string[]

  constructor(lane: Lane, known: Durations) {
    this.lane = lane
    this.#known = known
    this.#files = [...lane.files].sort((one, other) => this.#msOf(other) - this.#msOf(one))
  }

  next(): string | undefined {
    return this.#files.shift()
  }

  get isOpen(): boolean {
    return this.#files.length > this.starting && this.processes < this.lane.processesMax
  }

  /** What is left for a process that would join in. */
  get shareMs(): number {
    return this.#files.reduce((sum, file) => sum + this.#msOf(file), 0) / (this.processes + 1)
  }

  #msOf(file: string): number {
    return this.#known.of(this.lane.name, file)
  }
}

/** What must be alone cannot be shared out at the end, so it comes first. */
const pick = (queues: readonly Queue[]): Queue | undefined =>
  queues.find(({ lane, isOpen }) => isOpen && lane.isolates) ??
  queues.filter(({ isOpen }) => isOpen).sort((one, other) => other.shareMs - one.shareMs)[0]

function nextOf(queue: Queue): () => string | undefined {
  let isFirst = true
  return () => {
    if (!isFirst && queue.lane.isolates) return undefined
    if (isFirst) queue.starting -= 1
    isFirst = false
    return queue.next()
  }
}

async function inLane(
  { name }: Lane,
  run: (environment: Readonly<Record<string, string>>) => Promise<unknown>,
): Promise<void> {
  if (name !== 'PostgreSQL') return void (await run({}))
  const database = await makeDatabase()
  await run({ TENANTRY_TEST_DATABASE: database.url })
  await database.drop()
}
