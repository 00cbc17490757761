import { spawn } from 'node:child_process'
import { globSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { alone } from './tests/alone.ts'
import { changedFiles } from './tests/changed.ts'
import { Durations } from './tests/durations.ts'
import { nearest, type Choice } from './tests/nearest.ts'
import { report } from './tests/report.ts'
import { runFiles } from './tests/run-files.ts'

/**
 * For what one works on: types, and of the files that differ from `main` format, lint and the tests that reach them by
 * imports, the nearest first, as many as there is time for. Without a change the tests of the packages and a few
 * scenarios run. The house rules always do. Nothing here needs PostgreSQL or a browser.
 */
const processes = Math.max(2, availableParallelism())
const budgetMs = 10_000 * processes
const houseRules = 'tests/tree.test.ts'
const core = [
  'packages/**/*.test.ts',
  'tests/scenarios/{accounts,purchases}/*.test.ts',
  'tests/scenarios/ladders.test.ts',
]

const changed = changedFiles()
const sources = changed.filter((file) => /\.[jt]s$/.test(file))
const checks = [
  check('types', 'tsc', '--noEmit'),
  ...(sources.length === 0 ? [] : [check('lint', 'oxlint', '--type-aware', '--quiet', ...sources)]),
  ...(changed.length === 0
    ? []
    : [check('format', 'oxfmt', '--check', '--no-error-on-unmatched-pattern', ...changed)]),
]
const areRight = (await Promise.all(checks)).every((isRight) => isRight)

const { chosen, leftOut } = choice()
console.log(`${chosen.length} test files for ${changed.length} changed files`)
if (leftOut.length > 0) console.log(`no time for ${leftOut.length} that reach them, too: npm test runs all`)
const run = await runFiles([houseRules, ...chosen], { processes, onPostgres: false })
process.exit(report(run, []) && areRight ? 0 : 1)

function choice(): Choice {
  const tests = globSync('{packages,tests,tools}/**/*.test.ts')
    .filter((file) => !file.includes('node_modules') && file !== houseRules && alone[file] === undefined)
    .sort()
  const known = new Durations()
  const limits = { budgetMs, msOf: (file: string) => known.of('shared', file) }
  const reaching = nearest(tests, changed, limits)
  if (reaching.chosen.length > 0) return reaching
  const representative = new Set(core.flatMap((pattern) => globSync(pattern)))
  return nearest(
    tests,
    tests.filter((file) => representative.has(file)),
    limits,
  )
}

async function check(name: string, command: string, ...args: string[]): Promise<boolean> {
  const startedMs = performance.now()
  const path = `node_modules/.bin:${process.env['PATH'] ?? ''}`
  const child = spawn(command, args, { stdio: 'inherit', env: { ...process.env, PATH: path } })
  const status = await new Promise<number | null>((done) => child.on('close', done))
  const seconds = ((performance.now() - startedMs) / 1000).toFixed(1)
  console.log(`${status === 0 ? 'ok' : 'FAILED'}: ${name} (${seconds} s)`)
  return status === 0
}
