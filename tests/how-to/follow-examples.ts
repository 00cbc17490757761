import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { after, test } from 'node:test'

/**
 * Follows the worked examples to the letter in a copy of the repository. They compile, they are well-formed, their
 * tests pass, and no other file is touched by hand. Too long for every `npm test`: `npm run check` runs it.
 */
const tasks = [
  { page: 'docs/how-to/examples/endpoint.md', filesMax: 8 },
  { page: 'docs/how-to/examples/product.md', filesMax: 2 },
  { page: 'docs/how-to/examples/policy.md', filesMax: 4 },
]

interface Edit {
  readonly path: string
  /** The line that the text follows or replaces; none for a new file. */
  readonly anchor?: { readonly line: string; readonly isReplaced: boolean }
  readonly text: string
}

const copy = mkdtempSync(join(tmpdir(), 'tenantry-how-to-'))
after(() => rmSync(copy, { recursive: true, force: true }))

const edits = new Map(tasks.map(({ page }) => [page, editsOf(readFileSync(page, 'utf8'))]))
const files = [...edits.values()].flatMap((some) => [...new Set(some.map(({ path }) => path))])

for (const { page, filesMax } of tasks) {
  test(`${page} needs at most ${filesMax} files by hand`, () => {
    const own = new Set(edits.get(page)?.map(({ path }) => path))
    assert.ok(own.size > 0 && own.size <= filesMax, `${own.size} files`)
  })
}

test('the examples can be followed, one after the other', () => {
  copyRepository()
  for (const edit of [...edits.values()].flat()) apply(edit)
  run('node', 'tools/generate.ts')
})

test('what the examples say is formatted and compiles', () => {
  run('oxfmt', '--check', ...files)
  run('tsc', '--noEmit')
})

test('what the examples made does what they say', () => {
  const own = files.filter((path) => path.endsWith('.test.ts'))
  const house = [
    'tests/tree.test.ts',
    'tests/areas.test.ts',
    'tests/scenarios/every-ladder.test.ts',
    'packages/contract/src/faults/faults.test.ts',
    'packages/server/src/areas/catalogue/products/shipped.test.ts',
  ]
  assert.equal(own.length, 2)
  run('node', '--disable-warning=ExperimentalWarning', '--test', '--test-isolation=none', ...own, ...house)
  const recipe = ['--test-name-pattern=909001', 'tests/scenarios/recipes.test.ts']
  assert.match(run('node', '--disable-warning=ExperimentalWarning', '--test', ...recipe), /pass [1-9]/)
})

function editsOf(page: string): Edit[] {
  return page
    .split(/^### \d+\. /m)
    .slice(1)
    .flatMap((section) => {
      const [, path = '', body = ''] = /^`([^`]+)`\n([\s\S]*)$/.exec(section) ?? []
      return [...body.matchAll(/([\s\S]*?)```\w+\n([\s\S]*?)```\n/g)].map(([, said = '', text = '']) => {
        const anchor = /(After|In the place of)\s+`([^`]+)`:\s*$/.exec(said)
        if (anchor === null) return { path, text }
        return { path, text, anchor: { line: anchor[2] ?? '', isReplaced: anchor[1] !== 'After' } }
      })
    })
}

function apply({ path, anchor, text }: Edit): void {
  const file = join(copy, path)
  if (anchor === undefined) {
    assert.ok(!existsSync(file), `${path} is there already`)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
    return
  }
  const lines = readFileSync(file, 'utf8').split('\n')
  const places = lines.flatMap((line, place) => (line === anchor.line ? [place] : []))
  assert.equal(places.length, 1, `${path} has one line "${anchor.line}"`)
  lines.splice(
    (places[0] ?? 0) + (anchor.isReplaced ? 0 : 1),
    anchor.isReplaced ? 1 : 0,
    text.replace(/\n$/, ''),
  )
  writeFileSync(file, lines.join('\n'))
}

/** What git knows or would take in; packages are those of the copy, whatever they need is that of the repository. */
function copyRepository(): void {
  const known = spawnSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    encoding: 'utf8',
  })
  for (const path of known.stdout.split('\0').filter((one) => one !== '' && existsSync(one)))
    cpSync(path, join(copy, path))
  mkdirSync(join(copy, 'node_modules/@tenantry'), { recursive: true })
  for (const name of readdirSync('node_modules'))
    if (name !== '@tenantry' && name !== '.cache')
      symlinkSync(resolve('node_modules', name), join(copy, 'node_modules', name))
  for (const name of readdirSync('packages'))
    symlinkSync(join(copy, 'packages', name), join(copy, 'node_modules/@tenantry', name))
}

function run(program: string, ...args: string[]): string {
  const command = program === 'node' ? process.execPath : join(copy, 'node_modules/.bin', program)
  // A test runner within a test runner would report to the outer one.
  const { NODE_TEST_CONTEXT: _, ...env } = process.env
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: copy, encoding: 'utf8', env })
  assert.equal(status, 0, `${program} ${args.join(' ')}\n${stdout}\n${stderr}`)
  return stdout
}
