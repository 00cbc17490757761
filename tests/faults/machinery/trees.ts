import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { TestContext } from 'node:test'
import { fileURLToPath } from 'node:url'
import { tempFolder } from './temp-folder.ts'

/** Other versions of the whole program, each in a folder of its own that `startProcess` can run. */
const ownTree = fileURLToPath(new URL('../../..', import.meta.url))

/** One place of a source file and what is to stand there instead. */
type Edit = readonly [file: string, from: string, to: string]

/** This program with some places of its sources changed. */
function editedTree(t: TestContext, edits: readonly Edit[]): string {
  const tree = tempFolder(t)
  for (const name of ['package.json', 'package-lock.json', 'packages'])
    cpSync(join(ownTree, name), join(tree, name), {
      recursive: true,
      filter: (path) => basename(path) !== 'node_modules',
    })
  for (const [file, from, to] of edits) {
    const path = join(tree, 'packages/server/src', file)
    const text = readFileSync(path, 'utf8')
    assert.equal(text.split(from).length, 2, `${file} has ${JSON.stringify(from)} once`)
    writeFileSync(
      path,
      text.replace(from, () => to),
    )
  }
  linkModules(tree)
  return tree
}

/** The program of a commit; undefined where the history is not at hand, as in a shallow clone. */
export function treeOf(t: TestContext, commit: string): string | undefined {
  const tree = tempFolder(t)
  const packed = spawnSync('git', ['archive', commit], { cwd: ownTree, maxBuffer: 1 << 28 })
  if (packed.status !== 0) return undefined
  const { status } = spawnSync('tar', ['x', '-C', tree], { input: packed.stdout })
  assert.equal(status, 0)
  linkModules(tree)
  return tree
}

/** The dependencies are this program's; a bundle is kept beside them, so that each tree has a folder for its own. */
function linkModules(tree: string): void {
  const modules = join(tree, 'node_modules')
  mkdirSync(join(modules, '@tenantry'), { recursive: true })
  for (const name of readdirSync(join(ownTree, 'node_modules')))
    if (name !== '@tenantry' && name !== '.cache')
      symlinkSync(join(ownTree, 'node_modules', name), join(modules, name))
  for (const name of readdirSync(join(tree, 'packages')))
    symlinkSync(join(tree, 'packages', name), join(modules, '@tenantry', name))
}

/**
 * This program as it might be one day: documents of another shape with a column more, another key, another column of a
 * world's own table, another index. `TENANTRY_TEST_UPGRADE_MS` is what each document's upgrade takes.
 */
export const laterTree = (t: TestContext): string =>
  editedTree(t, [
    [
      'areas/purchases/carts/cart-repository.ts',
      '  shape: 1,\n',
      `  shape: 2,
  upgrade: {
    2: (old: object) => {
      const until = performance.now() + Number(process.env['TENANTRY_TEST_UPGRADE_MS'] ?? 0)
      while (performance.now() < until);
      return { ...old, vintage: 2 } as CartRecord
    },
  },
`,
    ],
    [
      'areas/purchases/carts/cart-repository.ts',
      'columns: { submitting',
      "columns: { vintage: 'bigint', submitting",
    ],
    ['areas/purchases/carts/cart-repository.ts', 'row: (cart) => ({', 'row: (cart) => ({ vintage: 2,'],
    ['areas/purchases/carts/cart-repository.ts', 'indexes: [', "indexes: [['customer', 'vintage'], "],
    [
      'areas/subscriptions/subscription/holdings-repository.ts',
      "  shape: 1,\n  tenancy: 'world',\n  key: ['customer', 'sku'],",
      "  shape: 2,\n  upgrade: { 2: (old: never): never => old },\n  tenancy: 'world',\n  key: ['sku', 'customer'],",
    ],
    [
      'store/world-tables.ts',
      "  name: 'meta',\n  shape: 1,\n  tenancy: 'world',\n  key: ['name'],\n  row: ({ name }) => ({ name }),",
      "  name: 'meta',\n  shape: 2,\n  upgrade: { 2: (old: never): never => old },\n  tenancy: 'world',\n  key: ['name'],\n" +
        "  columns: { size: 'bigint' },\n  row: ({ name, value }) => ({ name, size: JSON.stringify(value ?? null).length }),",
    ],
    [
      'areas/subscriptions/subscription/subscription-repository.ts',
      'indexes: [\n',
      "indexes: [\n    ['status', 'customer', 'id'],\n",
    ],
  ])
