import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { test, type TestContext } from 'node:test'

const program = resolve('tools/mutate/main.ts')

function project(t: TestContext, files: Readonly<Record<string, string>>): (...more: string[]) => string {
  const root = mkdtempSync(join(tmpdir(), 'mutate-'))
  t.after(() => rmSync(root, { recursive: true }))
  for (const [path, text] of Object.entries({ 'package.json': '{"type":"module"}', ...files })) {
    mkdirSync(join(root, dirname(path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  return (...more) => {
    const args = [
      '--disable-warning=ExperimentalWarning',
      program,
      'packages/seats.ts',
      '--workers',
      '1',
      ...more,
    ]
    const { stdout, stderr, status } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' })
    return `${stdout}${stderr}ended with ${status}`
  }
}

const source = `
const limits = ['ten']
export const fits = (seats: number): boolean => seats <= 10
export const limit = (): string | undefined => limits[0]
export function sum(seats: readonly number[]): number {
  let all = 0
  for (let i = 0; i < seats.length; i = i + 1) all += seats[i] ?? 0
  return all
}
export const never = (): number => 1 + 2
`
const tests = `
import assert from 'node:assert/strict'
import { describe, before, test } from 'node:test'
import { fits, limit, sum } from './seats.ts'
describe('seats', () => {
  let ten = 0
  before(() => { ten = 10 })
  test('eleven are too many', (t) => t.assert.deepEqual([fits(0), fits(ten + 1)], [true, false]))
  test('the limit has a name', () => assert.equal(limit(), 'ten'))
  test('they add up', async () => assert.equal(sum([1, 2]), 3))
})
`

test('a run tells what survives, what hangs and what nothing reaches, and remembers it', (t) => {
  const run = project(t, { 'packages/seats.ts': source, 'packages/seats.test.ts': tests })

  const first = run()

  // The boundary of ten seats is not tested; a loop that never ends is noticed.
  t.assert.match(first, /seats\.ts:3 \w{10} seats <= 10 → seats < 10 .*\(1 of 1 tests/)
  t.assert.match(first, /[1-9] timed out, [1-9] survived, 2 not reached/)
  t.assert.match(first, /1 \+ 2 → 1 - 2 .*\(not reached\)/)
  // A table of the module is tried with the change in it from the start.
  t.assert.doesNotMatch(first, /'ten' →/)
  // No list knows the file, so that nothing is new.
  t.assert.match(first, /ended with 0$/)

  const second = run()

  t.assert.match(second, /known from earlier runs/)
  t.assert.match(
    run('--list'),
    /^\w{10} packages\/seats\.ts: seats <= 10 → seats < 10 \[EqualityOperator\] — \?$/m,
  )
  const counts = /\d+ killed, .*/
  t.assert.deepEqual(counts.exec(second)?.[0], counts.exec(first)?.[0])
})

test('a survivor of a settled file that is not listed fails the run', (t) => {
  const run = project(t, {
    'packages/seats.ts': 'export const fits = (seats: number): boolean => seats <= 10\n',
    'packages/seats.test.ts': `import test from 'node:test'
import { fits } from './seats.ts'
test('nine fit', (t) => t.assert.equal(fits(9), true))
`,
    'tests/golden/surviving-mutants.txt': '# settled: packages/seats.ts\n',
  })

  t.assert.match(
    run('--sample', '9', '--seed', 'one'),
    /not in the list: .*seats <= 10 → seats < 10[^]*ended with 1/,
  )
})

test('a survivor that is listed with its reason is no surprise, and one that is killed leaves the list', (t) => {
  const list = `# settled: packages/seats.ts\n0123456789 packages/seats.ts: gone → away — it was the same\n`
  const run = project(t, {
    'packages/seats.ts': 'export const fits = (seats: number): boolean => seats <= 10\n',
    'packages/seats.test.ts': `import test from 'node:test'
import { fits } from './seats.ts'
test('ten fit, and no more', (t) => t.assert.deepEqual([9, 10, 11].map(fits), [true, true, false]))
`,
    'tests/golden/surviving-mutants.txt': list,
  })

  t.assert.match(run(), /no longer survives, take it off the list: 0123456789 .*gone → away[^]*ended with 1/)
})
