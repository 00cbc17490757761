import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { parseInstant } from '../../packages/server/src/kernel/time.ts'
import { startServer } from '../../packages/server/src/server.ts'
import { seeding, wiring } from '../../packages/server/src/wiring.ts'
import { copyOut } from '../../packages/server/src/world/copy.ts'
import { writeExport } from '../../packages/server/src/world/export.ts'
import { readWorldFile } from '../../packages/server/src/world-seed/world-file.ts'
import { Templates } from '../../packages/server/src/world/templates.ts'
import { World } from '../../packages/server/src/world/world.ts'
import { EmbeddedStorage, PostgresStorage } from '../../packages/server/src/world/storage.ts'
import { hasPostgres, madeDatabase } from './databases.ts'

interface Place {
  readonly database?: string
}

/** A world that lives through its past where it is kept, as an export. */
async function lived({ database }: Place, idSeed: string): Promise<string[]> {
  const [seed, name] = ['default', `lived-${idSeed}`]
  const storage =
    database === undefined
      ? new EmbeddedStorage(undefined, wiring.tables)
      : new PostgresStorage(database, wiring.tables)
  const engine = await storage.open(name)
  const world = await World.open(name, engine, wiring, {
    origin: { seed, idSeed },
    clock: { mode: 'fixed', now: parseInstant('2026-01-15T09:00:00Z'), aheadMs: 0 },
  })
  await seeding.seed(world, seed)
  const text = writeExport(await copyOut(engine, wiring.tables, name), wiring.tables)
  await world.close()
  await storage.close()
  return rowsOf(text)
}

/** A machine that is fast writes the clock down less often while it advances. */
const rowsOf = (text: string): string[] =>
  text.replace(/\{"version": \d+, "document": \{"version":\d+,("name":"clock")/, '$1').split('\n')

const onKinds: readonly (readonly [name: string, place: () => Promise<Place>])[] = [
  ['SQLite', async () => ({})],
  ...(hasPostgres ? [['PostgreSQL', async () => ({ database: await madeDatabase() })] as const] : []),
]

for (const [name, place] of onKinds) {
  describe(`worlds from a template on ${name}`, () => {
    test('are to the byte what lives through its past, also when they are made a second time', async (t) => {
      const where = await place()
      const { worlds, close } = await startServer({ port: 0, clock: 'fixed', ...where })
      t.after(close)
      const [usual, another] = [await lived(where, 'tenantry'), await lived(where, 'another')]
      assert.ok(usual.length > 300, 'the past leaves a few hundred rows')
      assert.notDeepEqual(usual, another)
      for (const [idSeed, expected] of Object.entries({ tenantry: usual, another })) {
        for (const time of ['first', 'second']) {
          const { name } = await worlds.create({ name: `${idSeed}-${time}`, seed: 'default', idSeed })
          assert.deepEqual(rowsOf(await worlds.exportText(name)), expected)
        }
      }
    })
  })
}

test('a seed that was changed in its file is lived through again', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'tenantry-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const { worlds, close } = await startServer({ port: 0, clock: 'fixed', seed: 'empty' })
  t.after(close)
  const seed = join(folder, 'world.json')
  const shipped = readWorldFile('default')
  const [contoso] = shipped.partners
  assert.ok(contoso !== undefined)
  const write = (name: string) =>
    writeFileSync(
      seed,
      JSON.stringify({ ...shipped, partners: [{ ...contoso, name, partnerships: [] }], customers: [] }),
    )
  write('Before')
  await worlds.create({ name: 'before', seed })
  write('After')
  await worlds.create({ name: 'after', seed })
  assert.match(await worlds.exportText('before'), /Before/)
  assert.match(await worlds.exportText('after'), /After/)
})

test('a template is made once, however many ask; a failure and what nobody asks for are not kept', async () => {
  const templates = new Templates()
  let made = 0
  const live = async () => {
    made += 1
    return { format: 'tenantry-world', formatVersion: 1, tables: {} } as const
  }
  const of = (idSeed: string) => templates.of({ seed: 'default', idSeed, begin: 0 }, live)
  await assert.rejects(
    templates.of({ seed: 'default', idSeed: 'a', begin: 0 }, async () => {
      throw new Error('no such file')
    }),
    /no such file/,
  )
  const [one, other] = await Promise.all([of('a'), of('a')])
  assert.equal(one, other)
  assert.equal(made, 1)
  for (let n = 1; n < 16; n += 1) await of(`b${n}`)
  assert.equal(made, 16)
  await of('a')
  await of('c')
  assert.equal(made, 17, 'a was asked for a moment ago')
  await of('b1')
  assert.equal(made, 18, 'b1 had to make room')
})
