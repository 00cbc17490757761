import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import type { KnownTest } from './known-test.ts'
import type { ObservedFile } from './messages.ts'
import type { Mutant } from './mutants.ts'
import { WorkerProcess } from './worker-process.ts'

export interface Coverage {
  readonly tests: readonly KnownTest[]
  /** Reached by what happens once in a process. */
  readonly once: ReadonlySet<number>
  /** The most often that one test comes by a mutant. */
  readonly times: ReadonlyMap<number, number>
  /** Tests that fail without a mutant, when they run in one process with others. */
  readonly unfit: readonly string[]
}

export interface ObserveOptions {
  readonly folder: string
  readonly workers: number
  readonly isThorough: boolean
  /** Where observations are kept from run to run: of all that is watched, and of what else was asked for last. */
  readonly memories: { readonly whole: string; readonly part: string }
  readonly isWhole: boolean
  readonly hashOfFile: (path: string) => string
}

interface Kept {
  /** Mutants have other numbers in the next run, but the same keys. */
  readonly keys: readonly string[]
  readonly files: readonly (ObservedFile & { readonly hash: string })[]
}

/** Runs every test without a mutant and notes which mutants each comes by. What did not change is not run again. */
export async function observe(
  testFiles: readonly string[],
  mutants: readonly Mutant[],
  options: ObserveOptions,
): Promise<Coverage> {
  const { whole, part } = options.memories
  const known = options.isThorough
    ? []
    : (recalled(whole, testFiles, mutants, options) ?? recalled(part, testFiles, mutants, options) ?? [])
  const open = testFiles.filter((path) => !known.some(({ file }) => file === path))
  // By number: who is left out has one too, which nothing asks for.
  const keys: string[] = []
  for (const { id, key } of mutants) keys[id] = key
  const all = [...known]
  const keep = () => {
    const files = all.map((one) => ({ ...one, hash: options.hashOfFile(one.file) }))
    const kept: Kept = { keys, files }
    writeFileSync(options.isWhole ? whole : part, JSON.stringify(kept))
  }
  const lost = await observeFiles(open, options, (observed) => {
    all.push(observed)
    if (all.length % 20 === 0) keep()
  })
  keep()
  return put(all, lost)
}

/** What is known of unchanged test files, if it was observed with the files of these mutants. */
function recalled(
  memory: string,
  testFiles: readonly string[],
  mutants: readonly Mutant[],
  { hashOfFile }: ObserveOptions,
): ObservedFile[] | undefined {
  if (!existsSync(memory)) return undefined
  const { keys, files } = JSON.parse(readFileSync(memory, 'utf8')) as Kept
  const mutantOf = new Map(mutants.map((mutant) => [mutant.key, mutant]))
  const knownKeys = new Set(keys)
  const paths = Map.groupBy(mutants, ({ path }) => path)
  const isStrange = (own: readonly Mutant[]) => !own.some(({ key }) => knownKeys.has(key))
  if ([...paths.values()].some(isStrange)) return undefined
  // A mutant of a changed line: whoever came by its file may come by it.
  const fresh = Map.groupBy(
    mutants.filter(({ key }) => !knownKeys.has(key)),
    ({ path }) => path,
  )
  const mutantsOf = (old: number): Mutant[] => {
    const mutant = mutantOf.get(keys[old] ?? '')
    return mutant === undefined ? [] : [mutant]
  }
  const now = (reached: readonly [old: number, times: number][]): [number, number][] => {
    const known = reached.flatMap(([old, times]) => mutantsOf(old).map((mutant) => ({ mutant, times })))
    const more = [...new Set(known.map(({ mutant }) => mutant.path))].flatMap((path) => fresh.get(path) ?? [])
    return [
      ...known.map(({ mutant, times }): [number, number] => [mutant.id, times]),
      ...more.map(({ id }): [number, number] => [id, 1]),
    ]
  }
  return files
    .filter(({ file, hash }) => testFiles.includes(file) && hashOfFile(file) === hash)
    .map(({ file, tests, once }) => ({
      file,
      tests: tests.map((test) => ({ ...test, reached: now(test.reached) })),
      once: once.flatMap(mutantsOf).map(({ id }) => id),
    }))
}

async function observeFiles(
  testFiles: readonly string[],
  { folder, workers, isThorough }: ObserveOptions,
  onObserved: (observed: ObservedFile) => void,
): Promise<string[]> {
  const queue = [...testFiles]
  const lost: string[] = []
  await Promise.all(
    Array.from({ length: workers }, async () => {
      let worker = new WorkerProcess(folder)
      for (let file = queue.shift(); file !== undefined; file = queue.shift()) {
        const seen = await worker.observe(file, isThorough)
        if (seen !== undefined) onObserved(seen)
        else {
          lost.push(`${file}: the process that ran it was lost`)
          worker = new WorkerProcess(folder)
        }
      }
      worker.stop()
    }),
  )
  return lost
}

function put(observed: readonly ObservedFile[], lost: readonly string[]): Coverage {
  const times = new Map<number, number>()
  for (const { tests } of observed) {
    for (const { reached } of tests) {
      for (const [id, count] of reached) times.set(id, Math.max(count, times.get(id) ?? 0))
    }
  }
  const all = observed.flatMap(({ file, tests }) => tests.map((test) => ({ ...test, file })))
  return {
    tests: all
      .filter(({ error, reached }) => error === undefined && reached.length > 0)
      .map(({ file, place, name, ms, cpuMs, isRepeatable, reached }) => ({
        ...{ file, place, name, ms, cpuMs, isRepeatable },
        reached: new Set(reached.map(([id]) => id)),
      })),
    once: new Set(observed.flatMap(({ once }) => once)),
    times,
    unfit: [
      ...lost,
      ...all.flatMap(({ file, name, error }) => (error === undefined ? [] : [`${file}: ${name}: ${error}`])),
    ],
  }
}
