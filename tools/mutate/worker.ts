import { pathToFileURL } from 'node:url'
import { resolve } from 'node:path'
import { collectFrom, runTest, startGroup, type CollectedTest } from './collector.ts'
import type { Observed, Order, Report, Task, TestId } from './messages.ts'
import { hasRunInCircles, reached, startCounting, stopCounting, switchOff, switchOn } from './switchboard.ts'

/** Loads test files once and then runs single tests of them, with and without a mutant, as it is told. */
const loaded = new Map<string, readonly CollectedTest[]>()
/** A mutant that is on from the start is on while everything is loaded. */
const mutantFromStart = process.env['MUTATE_FROM_START']
if (mutantFromStart !== undefined) switchOn(Number(mutantFromStart), Number(process.env['MUTATE_HITS_MAX']))

const observeMsMax = 60_000

let failOutside: ((error: unknown) => void) | undefined
for (const event of ['uncaughtException', 'unhandledRejection']) {
  process.on(event, (error: unknown) => failOutside?.(error))
}
process.on('disconnect', () => process.exit(0))
process.on('message', (order: Order) => void obey(order))
report({ kind: 'ready' })

function report(what: Report): void {
  process.send?.(what)
}

async function obey(order: Order): Promise<void> {
  report(order.kind === 'observe' ? await observe(order.file, order.isThorough) : await tryAll(order))
}

async function observe(file: string, isThorough: boolean): Promise<Report> {
  const once = new Set<number>()
  const noteOnce = () => {
    for (const [id] of reached()) once.add(id)
  }
  startCounting()
  report({ kind: 'alive', patienceMs: observeMsMax })
  const tests = await load(file)
  const seen: Observed[] = []
  for (const [place, test] of tests.entries()) {
    // In the log one sees over what a lost worker was lost.
    process.stderr.write(`${file}: ${test.name}\n`)
    await startGroup(test.group)
    noteOnce()
    const first = await observeRun(test)
    // What a first run does once in a process (a server starts, a statement is prepared) is no test's own.
    const isTwice = first.error === undefined && (isThorough || place === 0)
    const second = isTwice ? await observeRun(test) : first
    const isRepeatable = second.error === undefined
    for (const [id] of isTwice ? first.reached : []) once.add(id)
    const { reached } = isRepeatable ? second : first
    const { ms, cpuMs } = second
    seen.push({ place, name: test.name, ms, cpuMs, error: first.error, isRepeatable, reached })
  }
  noteOnce()
  for (const { reached } of seen) for (const [id] of reached) once.delete(id)
  stopCounting()
  return { kind: 'observed', file, tests: seen, once: [...once] }
}

async function observeRun(test: CollectedTest) {
  report({ kind: 'alive', patienceMs: observeMsMax + 30_000 })
  const startedMs = performance.now()
  const before = process.cpuUsage()
  const error = await run(test, observeMsMax)
  const { user, system } = process.cpuUsage(before)
  return { error, ms: performance.now() - startedMs, cpuMs: (user + system) / 1000, reached: reached() }
}

async function tryAll({ tests, mutant, hitsMax = Infinity, isStrict = false }: Task): Promise<Report> {
  const isFromStart = mutantFromStart !== undefined
  for (const id of tests) {
    const verdict = await tryOne(id, isFromStart ? undefined : mutant, hitsMax)
    if (verdict === undefined) continue
    const isSpoilt =
      verdict.why === overdue || (isStrict && (await tryOne(id, undefined, Infinity)) !== undefined)
    return { kind: 'killed', by: id, ...verdict, isSpoilt }
  }
  return { kind: 'survived' }
}

type Verdict = { readonly how: 'failed' | 'timed out'; readonly why: string } | undefined

async function tryOne(
  { file, place, timeoutMs }: TestId,
  mutant: number | undefined,
  hitsMax: number,
): Promise<Verdict> {
  report({ kind: 'alive', patienceMs: timeoutMs + 20_000 })
  try {
    const isNew = !loaded.has(file)
    const test = (await load(file))[place]
    if (test === undefined) return { how: 'failed', why: `${file} has no test ${place}` }
    await startGroup(test.group)
    if (mutant !== undefined) {
      if (isNew) await run(test, 60_000)
      switchOn(mutant, hitsMax)
    }
    const why = await run(test, timeoutMs)
    if (hasRunInCircles()) return { how: 'timed out', why: 'it runs in circles' }
    return why === undefined ? undefined : { how: why === overdue ? 'timed out' : 'failed', why }
  } catch (error) {
    return { how: 'failed', why: textOf(error) }
  } finally {
    if (mutantFromStart === undefined) switchOff()
  }
}

async function load(file: string): Promise<readonly CollectedTest[]> {
  const known = loaded.get(file)
  if (known !== undefined) return known
  const tests = await collectFrom(() => import(pathToFileURL(resolve(file)).href))
  loaded.set(file, tests)
  return tests
}

const overdue = 'it took too long'

/** What is wrong with the code by this test; undefined when nothing is. */
async function run(test: CollectedTest, timeoutMs: number): Promise<string | undefined> {
  const end = new AbortController()
  const timer = setTimeout(() => failOutside?.(overdue), timeoutMs)
  try {
    await Promise.race([
      runTest(test, end.signal),
      new Promise((_, fail) => {
        failOutside = fail
      }),
    ])
    return undefined
  } catch (error) {
    return textOf(error)
  } finally {
    clearTimeout(timer)
    failOutside = undefined
    end.abort()
  }
}

const textOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).slice(0, 300)
