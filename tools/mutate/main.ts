import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { observe, type Coverage } from './coverage.ts'
import type { KnownTest } from './known-test.ts'
import { fileHashes, Memory } from './memory.ts'
import { hashOf, instrument, type InstrumentedFile, type Mutant } from './mutants.ts'
import { Planner, type Plan } from './planner.ts'
import { alive, byFile, summary, survivorText } from './report.ts'
import { changeOf, listedSurvivors, survivorLine, type ListedSurvivor } from './survivors.ts'
import { targetsOf, testFilesOf } from './targets.ts'
import type { Result } from './result.ts'
import { tryMutants } from './try-mutants.ts'

const usage = `npm run mutate -- [PATH…] [--sample N] [--seed S] [--minutes M] [options]

Changes the code in one place at a time and looks whether a test notices. PATH: files or folders; without one, all
that is watched (kernel, identity, ledger, rules, repositories, store). --sample tries N mutants of settled files,
drawn by the seed from those that no list says survive, for at most M minutes.

--workers W   processes that run tests (2)
--seconds S   how much of the processor's time the tests of one mutant may cost (4; of a sample 30)
--fresh       forgets what earlier runs found
--thorough    runs each test twice first, to learn which cannot be repeated in one process
--list        prints survivors as lines for tests/golden/surviving-mutants.txt
--json FILE   writes what was found`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    sample: { type: 'string' },
    seed: { type: 'string' },
    minutes: { type: 'string' },
    workers: { type: 'string', default: '2' },
    seconds: { type: 'string' },
    fresh: { type: 'boolean', default: false },
    thorough: { type: 'boolean', default: false },
    json: { type: 'string' },
    list: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})
if (values.help) {
  console.log(usage)
  process.exit(0)
}

const startedMs = performance.now()
const root = process.cwd()
const cache = resolve(root, 'node_modules/.cache/tenantry-mutate')
const folder = `${cache}/${process.pid}`
const workers = Number(values.workers)
const endMs = values.minutes === undefined ? Infinity : startedMs + Number(values.minutes) * 60_000
const sampleSize = values.sample === undefined ? undefined : Number(values.sample)

const targets = targetsOf(positionals, root)
const files = await instrument(targets, root)
putDown(files)
const all = files.flatMap(({ mutants }) => mutants)
const { settled, survivors: known } = listedSurvivors()
const listed = new Map(known.map((survivor) => [survivor.key, survivor]))
const mutants = drawn(all)
say(
  `${all.length} mutants in ${targets.length} files${sampleSize === undefined ? '' : `, ${mutants.length} drawn`}`,
)

const hashOfFile = fileHashes(root)
const coverage = await observe(testFilesOf(root), all, {
  ...{ folder, workers, isThorough: values.thorough, hashOfFile },
  memories: { whole: `${cache}/observed.json`, part: `${cache}/observed-part.json` },
  isWhole: positionals.length === 0,
})
for (const what of coverage.unfit) console.log(`cannot be asked: ${what}`)
say(`${coverage.tests.length} tests reach them`)

const results = await tried(mutants, coverage)
rmSync(folder, { recursive: true })
if (values.json !== undefined) writeFileSync(values.json, JSON.stringify(results, undefined, 1))
process.exit(conclude(results) ? 0 : 1)

/** The instrumented files, where the hooks of a worker find them. */
function putDown(files: readonly InstrumentedFile[]): void {
  mkdirSync(folder, { recursive: true })
  writeFileSync(`${folder}/index.json`, JSON.stringify(files.map(({ path }) => path)))
  for (const [place, { code }] of files.entries()) writeFileSync(`${folder}/${place}.js`, code)
}

/**
 * Those of a path one file after the other, all of them in an order that the seed decides, so that what was tried when
 * a run is broken off is a fair sample. The same seed
 * draws the same mutants of the same code; another commit, others.
 */
function drawn(all: readonly Mutant[]): readonly Mutant[] {
  if (positionals.length > 0 && sampleSize === undefined) return all
  const seed = values.seed ?? (sampleSize === undefined ? 'all' : headCommit())
  const ranked = all
    .filter(({ key, path }) => sampleSize === undefined || (settled.includes(path) && !listed.has(key)))
    .map((mutant) => ({ mutant, rank: hashOf(`${seed} ${mutant.key}`) }))
    .sort((one, other) => one.rank.localeCompare(other.rank))
    .map(({ mutant }) => mutant)
  if (sampleSize === undefined) return ranked
  console.log(`seed ${seed}`)
  return ranked.slice(0, sampleSize)
}

function headCommit(): string {
  return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim()
}

async function tried(mutants: readonly Mutant[], coverage: Coverage): Promise<Result[]> {
  const planner = new Planner(coverage, all)
  const memory = new Memory(`${cache}/results.json`, hashOfFile)
  const found: Result[] = []
  const open: Mutant[] = []
  for (const mutant of mutants) {
    const known = values.fresh ? undefined : memory.recall(mutant, () => testsOf(planner.planFor(mutant)))
    if (known === undefined) open.push(mutant)
    else found.push(known)
  }
  if (found.length > 0) say(`${found.length} known from earlier runs`)
  let sinceSaved = 0
  await tryMutants(open, planner, coverage, {
    folder,
    workers,
    costMsMax: Number(values.seconds ?? (sampleSize === undefined ? 4 : 30)) * 1000,
    isOver: () => performance.now() > endMs,
    onResult: (result) => {
      found.push(result)
      memory.keep(result, testsOf(planner.planFor(result.mutant)))
      sinceSaved += 1
      if (sinceSaved % 20 !== 0) return
      memory.save()
      say(summary(found))
    },
  })
  memory.save()
  if (found.length < mutants.length) say(`the time was over before ${mutants.length - found.length} more`)
  return found
}

function testsOf({ inKept, fromStart }: Plan): KnownTest[] {
  return [...inKept, ...fromStart]
}

/** Prints what was found; true when no mutant survives that is not listed. */
function conclude(results: readonly Result[]): boolean {
  const survivors = alive(results)
  const isNew = ({ mutant }: Result) => settled.includes(mutant.path) && !listed.has(mutant.key)
  const unlisted = survivors.filter(isNew)
  if (sampleSize === undefined) for (const row of byFile(results)) console.log(row)
  if (values.list) for (const { mutant } of survivors) console.log(survivorLine(asListed(mutant)))
  for (const survivor of values.list ? [] : survivors) {
    const reason = listed.get(survivor.mutant.key)?.reason
    console.log(`${survivorText(survivor)}${reason === undefined ? '' : ` — ${reason}`}`)
  }
  const tried = new Set(targets)
  const keys = new Set(all.map(({ key }) => key))
  const killed = new Set(
    results.filter((result) => !survivors.includes(result)).map(({ mutant }) => mutant.key),
  )
  const stale = [...listed.values()].filter(
    ({ key, path }) => killed.has(key) || (tried.has(path) && !keys.has(key)),
  )
  for (const { key, path, change } of stale)
    console.log(`no longer survives, take it off the list: ${key} ${path}: ${change}`)
  say(summary(results))
  for (const survivor of unlisted) console.log(`not in the list: ${survivorText(survivor)}`)
  return unlisted.length === 0 && (sampleSize !== undefined || stale.length === 0)
}

function asListed(mutant: Mutant): ListedSurvivor {
  const { key, path } = mutant
  return listed.get(key) ?? { key, path, change: changeOf(mutant), reason: '?' }
}

function say(what: string): void {
  console.log(`${((performance.now() - startedMs) / 1000).toFixed(0).padStart(5)} s  ${what}`)
}
