import { globSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { instrument } from './mutants.ts'

async function mutantsOf(t: TestContext, source: string) {
  const root = mkdtempSync(join(tmpdir(), 'mutants-'))
  t.after(() => rmSync(root, { recursive: true }))
  writeFileSync(join(root, 'one.ts'), source)
  const [file] = await instrument(['one.ts'], root)
  const changes = file?.mutants.map(({ original, replacement }) => `${original} → ${replacement}`) ?? []
  return { changes, keys: file?.mutants.map(({ key }) => key) ?? [], code: file?.code ?? '' }
}

test('a comparison is moved by one, always true and always false; its opposite says nothing more', async (t) => {
  const { changes } = await mutantsOf(t, `export const isFull = (seats: number): boolean => seats >= 10\n`)
  t.assert.deepEqual(changes, ['seats >= 10 → true', 'seats >= 10 → false', 'seats >= 10 → seats > 10'])
})

test('what stands under a type assertion is mutated as well', async (t) => {
  const { changes } = await mutantsOf(
    t,
    `export const all = ['a', 'b'] as const satisfies readonly string[]\n`,
  )
  t.assert.deepEqual(changes, [`['a', 'b'] → []`, `'a' → ""`, `'b' → ""`])
})

test('an arrow function is emptied when it is called, so that it needs no process of its own', async (t) => {
  const { changes, code } = await mutantsOf(
    t,
    `export const twice = (n: number) => (log: string) => say(n, log)\n`,
  )
  t.assert.deepEqual(changes, [
    '{ return (log ) => { return say(n, log) } } → {}',
    '{ return say(n, log) } → {}',
  ])
  t.assert.match(code, /mutants\$\.active === 0 && mutants\$\.hit\(\)/)
})

test('labels, texts of defects and whole declarations are left alone', async (t) => {
  const { changes } = await mutantsOf(
    t,
    `export const seatsFit = rule({ name: 'seatsFit', see: 'a-page', fault: faults.tooMany })
export function check(seats: number) {
  invariant(isWhole(seats), \`\${seats} is no number of seats\`)
  throw new TypeError('never')
}\n`,
  )
  t.assert.deepEqual(
    changes.map((change) => change.slice(0, 20)),
    ['{ invariant(isWhole('],
  )
})

test('a mutant keeps its key when lines move, and two of the same text have two', async (t) => {
  const body = `export const a = () => now() + 1\nexport const b = () => now() + 1\n`
  const before = await mutantsOf(t, body)
  const after = await mutantsOf(t, `import { now } from './now.ts'\n\n${body}`)
  t.assert.deepEqual(after.keys, before.keys)
  t.assert.equal(new Set(before.keys).size, before.keys.length)
})

test('no two mutants of several files have one number', async (t) => {
  const files = await instrument(globSync('tools/mutate/*.ts'), process.cwd())
  const ids = files.flatMap(({ mutants }) => mutants.map(({ id }) => id))
  t.assert.equal(new Set(ids).size, ids.length)
})
