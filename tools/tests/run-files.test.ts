import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { alone } from './alone.ts'
import { assumedMs } from './durations.ts'
import { lanesOf, onPostgres } from './lanes.ts'
import type { TestResult } from './messages.ts'
import { runFiles } from './run-files.ts'

const head =
  "import { after, describe, test } from 'node:test'\nconst forever = () => new Promise(() => setInterval(() => {}, 1000))\n"

/** Runs files of these texts, in one process as long as that lasts, in the order of their names. */
async function results(t: TestContext, texts: Readonly<Record<string, string>>): Promise<TestResult[]> {
  const folder = mkdtempSync(join(tmpdir(), 'tenantry-tests-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const files = Object.entries(texts).map(([name, text]) => {
    const file = join(folder, `${name}.test.mjs`)
    writeFileSync(file, head + text)
    return file
  })
  const limits = { testMs: 400, silenceMs: 3_000, endMs: 2_000 }
  const run = await runFiles(files, { limits, processes: 1, onPostgres: false })
  return run.results.map((result) => ({ ...result, file: result.file.slice(folder.length + 1) }))
}

const passes = "test('passes', () => {})"
const said = (all: readonly TestResult[]): string[] =>
  all.map(({ file, path, outcome }) => `${outcome}: ${[file.replace('.test.mjs', ''), ...path].join(' › ')}`)

test('what passes, fails and is left out is told with the names around it', async (t) => {
  const all = await results(t, {
    a: "describe('ships', () => { test('swim', () => {}); test('fly', () => { throw new Error('no wings') }) })",
    b: "test('later', { skip: true }, () => {}); describe('never', { skip: 'why' }, () => {})",
    c: "test('in parts', async (t) => { await t.test('part', () => { throw new Error('broken') }) })",
  })
  assert.deepEqual(said(all), [
    'passed: a › ships › swim',
    'failed: a › ships › fly',
    'skipped: b › later',
    'skipped: b › never',
    'failed: c › in parts › part',
  ])
  assert.match(all[1]?.error ?? '', /a\.test\.mjs:3\n[^]*no wings/)
})

test('files of one process come one after the other, and what each sets up is its own', async (t) => {
  const [a, b] = [1, 2].map(
    (n) => `globalThis.open = (globalThis.open ?? 0) + 1
      after(() => { globalThis.open -= 1 })
      test('alone ${n}', () => { if (globalThis.open !== 1) throw new Error('there are two') })`,
  )
  assert.deepEqual(said(await results(t, { a: a ?? '', b: b ?? '' })), [
    'passed: a › alone 1',
    'passed: b › alone 2',
  ])
})

test('a file that cannot be imported fails, and so does one whose suite or hook does', async (t) => {
  const all = await results(t, {
    a: "throw new Error('no such engine')",
    b: 'this is no program',
    c: "describe('suite', () => { throw new Error('no suite') })",
    d: `after(() => { throw new Error('does not close') })\n${passes}`,
    e: passes,
  })
  assert.deepEqual(said(all), [
    'failed: a',
    'failed: b',
    'failed: c › suite',
    'passed: d › passes',
    'failed: d',
    'passed: e › passes',
  ])
  assert.match(all[0]?.error ?? '', /no such engine/)
})

test('a test that hangs is ended and named, and the others run', async (t) => {
  const all = await results(t, { a: `test('hangs', () => forever())\n${passes}`, b: passes })
  assert.deepEqual(said(all), ['failed: a › hangs', 'passed: a › passes', 'passed: b › passes'])
  assert.match(all[0]?.error ?? '', /timed out after 400ms/)
})

test('a file whose process hangs or ends is named, and the others run in a new one', async (t) => {
  const all = await results(t, {
    a: "test('turns in circles', () => { for (;;); })",
    b: passes,
    c: "test('leaves', () => { process.exit(0) })",
    d: "test('is killed', () => { process.kill(process.pid, 'SIGKILL') })",
    e: "test('waits for nothing', () => new Promise(() => {}))",
    f: `setTimeout(() => { throw new Error('came late') }, 0)
      test('is slow', () => new Promise((done) => setTimeout(done, 50)))`,
    g: passes,
  })
  const failed = new Set(all.filter(({ outcome }) => outcome === 'failed').map(({ file }) => file.charAt(0)))
  assert.deepEqual(failed, new Set(['a', 'c', 'd', 'e', 'f']))
  assert.deepEqual(
    said(all).filter((line) => line.startsWith('passed: b')),
    ['passed: b › passes'],
  )
  assert.equal(said(all).at(-1), 'passed: g › passes')
  const errors = all.map(({ error = '' }) => error).join('\n')
  assert.match(errors, /told of no test for 3 s, and was killed/)
  assert.match(errors, /its process ended with 0/)
  assert.match(errors, /its process ended with SIGKILL/)
})

test('a process that stays because something is open fails', async (t) => {
  const [first, second] = await results(t, { a: `setInterval(() => {}, 1000)\n${passes}` })
  assert.equal(first?.outcome, 'passed')
  assert.equal(second?.outcome, 'failed')
  assert.match(second?.error ?? '', /something is still open/)
})

test('what is known to take long is there', () => {
  for (const file of Object.keys(assumedMs)) assert.ok(existsSync(file), `durations.ts names ${file}`)
})

test('what must be alone is there, with a reason, and gets a process of its own', () => {
  for (const [file, reason] of Object.entries(alone)) {
    assert.ok(existsSync(file), `tools/tests/alone.ts names ${file}, which is not there`)
    assert.ok(reason.length > 10)
  }
  const [first] = lanesOf(['tests/stores/statements.test.ts', 'tests/tree.test.ts'], 2, true)
  assert.deepEqual(first?.files, ['tests/stores/statements.test.ts'])
})

test('scenarios that ask the server of the tests run on PostgreSQL, also by way of another file', () => {
  const files = ['recipes', 'moves/migration-schedules', 'generated', 'http/process'].map(
    (name) => `tests/scenarios/${name}.test.ts`,
  )
  assert.deepEqual(onPostgres(files), files.slice(0, 2))
  assert.deepEqual(onPostgres(['tests/tree.test.ts']), [])
})
