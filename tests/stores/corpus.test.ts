import assert from 'node:assert/strict'
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { describe, test, type TestContext } from 'node:test'
import { fileURLToPath } from 'node:url'
import { brotliDecompressSync } from 'node:zlib'
import { World } from '@tenantry/recipes/world.ts'
import { operatorClient } from '@tenantry/sdk/operator.ts'
import { startServer } from '../../packages/server/src/server.ts'
import { wiring } from '../../packages/server/src/wiring.ts'
import type { Life } from '../../tools/corpus/life.ts'
import { checkBooks } from '../faults/history/check-books.ts'
import { readRows } from '../faults/history/world-rows.ts'
import { administer, hasPostgres, madeDatabase } from './databases.ts'

/**
 * Databases and exports of earlier versions: what each left must open today, as the same world on every way, and go on.
 * `docs/how-to/upgrade.md` says how an entry is made.
 */
const folder = fileURLToPath(new URL('corpus', import.meta.url))
const entries = globSync(join(folder, '*')).map((path) => basename(path))

const unpacked = (entry: string, file: string): Buffer =>
  brotliDecompressSync(readFileSync(join(folder, entry, `${file}.br`)))

interface Export {
  readonly formatVersion: number
  readonly tables: Readonly<Record<string, { readonly shape?: number; readonly rows: readonly unknown[] }>>
}

const exportOf = (entry: string, kind: string) =>
  JSON.parse(unpacked(entry, `${kind}.export.json`).toString()) as Export

for (const entry of entries) {
  describe(`what ${entry} left`, { concurrency: 1 }, () => {
    test('on the embedded database is the same world today, and goes on', async (t) => {
      const data = mkdtempSync(join(tmpdir(), 'tenantry-'))
      t.after(() => rmSync(data, { recursive: true, force: true }))
      for (const world of ['main', 'other']) {
        mkdirSync(join(data, 'worlds', world), { recursive: true })
        writeFileSync(join(data, 'worlds', world, 'world.db'), unpacked(entry, `sqlite-${world}.db`))
      }
      await hold(t, entry, 'sqlite', { folder: data })
    })

    if (hasPostgres)
      test('on PostgreSQL is the same world today, and goes on', async (t) => {
        const database = await madeDatabase()
        await administer([unpacked(entry, 'postgresql.sql').toString()], database)
        await hold(t, entry, 'postgresql', { database })
      })
  })
}

async function hold(
  t: TestContext,
  entry: string,
  kind: 'sqlite' | 'postgresql',
  place: { readonly folder: string } | { readonly database: string },
): Promise<void> {
  const server = await startServer({ port: 0, clock: 'fixed', ...place })
  t.after(() => server.close())
  const { customers } = (
    JSON.parse(readFileSync(join(folder, entry, 'lives.json'), 'utf8')) as Readonly<Record<string, Life>>
  )[kind] ?? { customers: [] }
  const key = server.operatorKey
  const exported = unpacked(entry, `${kind}.export.json`).toString()

  // Opened where it lay, and imported from what was exported then: the same bytes.
  await server.worlds.importText('imported', exported)
  const opened = await server.worlds.exportText('main')
  assert.equal(await server.worlds.exportText('imported'), opened)
  const { tables } = JSON.parse(opened) as Export
  for (const [name, { rows }] of Object.entries(exportOf(entry, kind).tables))
    assert.equal(tables[name]?.rows.length, rows.length, `rows of ${name}`)
  assert.ok(server.worlds.get('other').now > 0)

  const world = await World.open(operatorClient({ url: server.url, key }))
  const own = new Set(customers)
  assert.ok(own.size > 0)
  assert.deepEqual(checkBooks(own, await readRows(world)), [])

  for (const id of customers) await world.customerOf(id).subscribe('business-basic', { seats: 3 })
  await world.arrange('fulfilment', { latency: { default: 'PT0S' } })
  await world.wait({ months: 4 })
  assert.deepEqual(checkBooks(own, await readRows(world)), [])
}

test('the corpus has every shape that a table had before today', () => {
  const seen = new Set(
    entries.flatMap((entry) =>
      Object.entries(exportOf(entry, 'sqlite').tables).flatMap(([name, { shape = 1, rows }]) =>
        rows.length > 0 ? [`${name} ${shape}`] : [],
      ),
    ),
  )
  const missing = wiring.tables.flatMap(({ name, shape }) =>
    Array.from({ length: shape - 1 }, (_, i) => `${name} ${i + 1}`).filter((one) => !seen.has(one)),
  )
  assert.deepEqual(missing, [], 'tools/corpus/make-entry.ts makes one from the commit before')
})
