import { test } from 'node:test'
import fc from 'fast-check'
import { boatTable, contoso, type Boat } from './boats.fixture.ts'
import { DocumentMemory } from './document-memory.ts'
import type { Documents } from './documents.ts'
import type { ListQuery } from './table.ts'
import { migrate } from './migrate.ts'
import { settled } from './settled.ts'
import { SqliteEngine } from './sqlite/sqlite.ts'
import { Trx } from './trx.ts'

const harbours = ['Kiel', 'Emden']
const names = ['Aal', 'aal', '\u{ffe6}', '\u{1f41f}']

const boat = fc.record({
  harbour: fc.constantFrom(...harbours),
  name: fc.constantFrom(...names),
  length: fc.integer({ min: 1, max: 4 }),
})
const step = fc.oneof(
  fc.record({ kind: fc.constant('put' as const), boat }),
  fc.record({ kind: fc.constant('remove' as const), boat }),
  fc.record({ kind: fc.constant('sweep' as const), boat }),
  fc.record({ kind: fc.constant('look' as const), boat }),
)
const work = fc.record({ steps: fc.array(step, { maxLength: 6 }), fails: fc.boolean() })

const bound = fc.option(fc.integer({ min: 0, max: 5 }), { nil: undefined })
const query = fc
  .record({
    harbour: fc.constantFrom(...harbours),
    lengths: fc.option(fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 2 }), { nil: undefined }),
    range: fc.record({ atLeast: bound, atMost: bound, below: bound, above: bound }),
    isByLength: fc.boolean(),
    descending: fc.boolean(),
  })
  .map(({ harbour, lengths, range, isByLength, descending }): ListQuery => ({
    where: { harbour, ...(lengths === undefined ? {} : { length: lengths }) },
    range: { length: definedOf(range) },
    orderBy: isByLength ? ['length', 'name'] : ['name'],
    descending,
  }))

const definedOf = (range: Readonly<Record<string, number | undefined>>) =>
  Object.fromEntries(
    Object.entries(range).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )

async function run(
  boats: Documents<Boat>,
  { kind, boat: one }: { kind: string; boat: Omit<Boat, 'version'> },
) {
  if (kind === 'put') await boats.put({ version: 1, ...one })
  else if (kind === 'remove') await boats.remove({ harbour: one.harbour, name: one.name })
  else if (kind === 'sweep') await boats.removeAll({ range: { length: { atMost: one.length } } })
  else await boats.list({ where: { harbour: one.harbour }, orderBy: ['name'] })
}

test('what is remembered answers as the database does, whatever was changed, undone or looked at', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(work, query), { maxLength: 8 }), async (history) => {
      const engine = new SqliteEngine(':memory:')
      await migrate(engine, [boatTable])
      const place = { dialect: engine, world: 'main' }
      const memory = new DocumentMemory({ isLasting: true })
      const answers: { readonly remembered: unknown; readonly asked: unknown }[] = []
      for (const [{ steps, fails }, asked] of history) {
        let trx: Trx | undefined
        const change = async (made: Trx) => {
          trx = made
          for (const one of steps) await run(made.documents(boatTable, contoso), one)
          if (fails) throw new RangeError('refused')
        }
        await engine
          .write((connection) => Trx.during(connection, place, change, { memory }), contoso.partner)
          .catch(() => trx?.forgetIn(memory))
        const list = async (made: Trx) => {
          const boats = made.documents(boatTable, contoso)
          return { list: await boats.list(asked), count: await boats.count(asked) }
        }
        answers.push({
          remembered: await engine.read((connection) => Trx.during(connection, place, list, { memory })),
          asked: await engine.read((connection) => Trx.during(connection, place, list)),
        })
      }
      await engine.close()
      for (const { remembered, asked } of answers)
        if (JSON.stringify(remembered) !== JSON.stringify(asked))
          throw new Error(`${JSON.stringify(remembered)} instead of ${JSON.stringify(asked)}`)
    }),
    { numRuns: 400 },
  )
})

test('a settled document is what JSON would make of it, and frozen to its last member', (t) => {
  const list = [{ a: undefined, b: 1 }, 'x']
  const document = { version: 1, gone: undefined, list, deep: { gone: undefined, kept: null } }
  const expected: unknown = JSON.parse(JSON.stringify(document))
  const kept = settled(document)
  t.assert.deepEqual(kept, expected)
  for (const part of [kept, kept.deep, kept.list, kept.list[0]]) t.assert.equal(Object.isFrozen(part), true)
})
