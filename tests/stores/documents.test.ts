import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { tenantOfPartner } from '../../packages/server/src/kernel/tenant.ts'
import { ConflictError, type Engine, type SqlConnection } from '../../packages/server/src/store/engine.ts'
import { DocumentMemory } from '../../packages/server/src/store/document-memory.ts'
import { metaTable } from '../../packages/server/src/store/world-tables.ts'
import { Trx } from '../../packages/server/src/store/trx.ts'
import { kinds } from './databases.ts'
import { boatTable, contoso, type Boat } from '../../packages/server/src/store/boats.fixture.ts'

const fabrikam = tenantOfPartner({ tenantId: 'fabrikam' })
const world = 'harbour'

const during = <T>(
  engine: Engine,
  connection: SqlConnection,
  work: (trx: Trx) => Promise<T>,
  memory?: DocumentMemory,
) => Trx.during(connection, { dialect: engine, world }, work, memory && { memory })

/** Runs `work` in a transaction of Contoso's. */
const write = <T>(engine: Engine, work: (trx: Trx) => Promise<T>, memory?: DocumentMemory) =>
  engine.write((connection) => during(engine, connection, work, memory), contoso.partner)

/** Ends a transaction that is to leave nothing, and says what it saw. */
class Found extends Error {
  readonly lengths: readonly (number | undefined)[]

  constructor(lengths: readonly (number | undefined)[]) {
    super('found')
    this.lengths = lengths
  }
}

const read = <T>(engine: Engine, work: (trx: Trx) => Promise<T>, tenant = contoso) =>
  engine.read((connection) => during(engine, connection, work), tenant.partner)

async function countOn(trx: Trx): Promise<void> {
  const counter = trx.documents(metaTable)
  const known = await counter.find({ name: 'counter' })
  if (known === undefined) await counter.insert({ version: 1, name: 'counter', value: 1 })
  else await counter.update({ ...known, value: Number(known.value) + 1 })
}

for (const kind of kinds) {
  describe(`documents on ${kind.name}`, async () => {
    const open = await kind.fresh([boatTable, metaTable])
    const engine = await open(world)
    const boats: readonly Boat[] = (
      [
        ['aal', 4],
        ['Butt', 7],
        ['Dorsch', 7],
        ['Hai', 12],
        ['Ähre', 9],
        ['döbel_%!', 5],
      ] as const
    ).map(([name, length]) => ({ version: 1, harbour: 'Kiel', name, length }))
    await write(engine, async (trx) => {
      for (const boat of boats) await trx.documents(boatTable, contoso).insert({ ...boat })
      await trx.documents(metaTable).insert({ version: 1, name: 'sequence', value: null })
    })
    const names = (query: object) =>
      read(engine, async (trx) =>
        (await trx.documents(boatTable, contoso).list(query)).map(({ name }) => name),
      )

    test('a partner cannot see the documents of another one', async (t) => {
      await read(
        engine,
        async (trx) => {
          const others = trx.documents(boatTable, fabrikam)
          t.assert.equal(await others.find({ harbour: 'Kiel', name: 'Hai' }), undefined)
          t.assert.deepEqual(await others.list(), [])
        },
        fabrikam,
      )
    })

    test('texts sort by their bytes', async (t) => {
      const sorted = ['Butt', 'Dorsch', 'Hai', 'aal', 'döbel_%!', 'Ähre']
      t.assert.deepEqual(await names({ orderBy: ['name'] }), sorted)
      t.assert.deepEqual(await names({ orderBy: ['name'], descending: true }), sorted.toReversed())
    })

    test('a list is filtered, continued after the last row seen, counted and summed', async (t) => {
      const page = { where: { harbour: 'Kiel' }, orderBy: ['length', 'name'], limit: 3 }
      t.assert.deepEqual(await names(page), ['aal', 'döbel_%!', 'Butt'])
      t.assert.deepEqual(await names({ ...page, after: [7, 'Butt'] }), ['Dorsch', 'Ähre', 'Hai'])
      t.assert.deepEqual(await names({ where: { name: [] } }), [])
      await read(engine, async (trx) => {
        const own = trx.documents(boatTable, contoso)
        t.assert.equal(await own.count({ where: { length: [7, 12] } }), 3)
        t.assert.deepEqual(await own.placeAt(page, 2), [7, 'Butt'])
        t.assert.equal(await own.placeAt(page, 6), undefined)
        t.assert.equal(await own.sum('length', { range: { length: { atLeast: 7, below: 12 } } }), 23)
      })
    })

    test('a beginning is matched letter for letter', async (t) => {
      t.assert.deepEqual(await names({ range: { name: { startsWith: 'd' } } }), ['döbel_%!'])
      t.assert.deepEqual(await names({ range: { name: { startsWith: 'döbel_%' } } }), ['döbel_%!'])
      t.assert.deepEqual(await names({ range: { name: { startsWith: 'A' } } }), [])
    })

    test('a key with a sign that no database keeps is a key that is not there', async (t) => {
      t.assert.deepEqual(await names({ where: { name: 'H\0ai' } }), [])
    })

    test('a change of a document that was changed meanwhile is refused', async (t) => {
      const mine = await read(engine, (trx) =>
        trx.documents(boatTable, contoso).find({ harbour: 'Kiel', name: 'aal' }),
      )
      assert.ok(mine)
      await write(engine, (trx) => trx.documents(boatTable, contoso).update({ ...mine, length: 5 }))
      await t.assert.rejects(
        write(engine, (trx) => trx.documents(boatTable, contoso).update({ ...mine, length: 6 })),
        ConflictError,
      )
      const after = await read(engine, (trx) =>
        trx.documents(boatTable, contoso).find({ harbour: 'Kiel', name: 'aal' }),
      )
      t.assert.deepEqual(after, { ...mine, length: 5, version: mine.version + 1 })
    })

    test('what is looked for beforehand does not hide what the work has changed', async (t) => {
      const memory = new DocumentMemory({ isLasting: false })
      const found = write(
        engine,
        async (trx) => {
          const own = trx.documents(boatTable, contoso)
          const [hai, butt, gone] = ['Hai', 'Butt', 'Wal'].map((name) => ({ harbour: 'Kiel', name }))
          assert.ok(hai && butt && gone)
          const known = await own.find(hai)
          assert.ok(known)
          await own.update({ ...known, length: 13 })
          await own.remove(butt)
          await trx.foresee([hai, butt, gone].map((key) => own.foreseen(key)))
          const lengths = [await own.find(hai), await own.find(butt), await own.find(gone)]
          // From here on the changes are written, and no longer stand before what was found.
          await own.count()
          throw new Found([...lengths, await own.find(hai)].map((boat) => boat?.length))
        },
        memory,
      )
      await t.assert.rejects(found, { lengths: [13, undefined, undefined, 13] })
    })

    test('work that is refused undoes only itself', async (t) => {
      const outcomes = await Promise.allSettled(
        [1, 2, 3, 4].map((n) =>
          write(engine, async (trx) => {
            const own = trx.documents(boatTable, contoso)
            await own.insert({ version: 1, harbour: 'Bremen', name: `${n}`, length: n })
            if (n % 2 === 0) throw new RangeError(`${n} is even`)
          }),
        ),
      )
      t.assert.deepEqual(
        outcomes.map(({ status }) => status),
        ['fulfilled', 'rejected', 'fulfilled', 'rejected'],
      )
      t.assert.deepEqual(await names({ where: { harbour: 'Bremen' }, orderBy: ['name'] }), ['1', '3'])
    })

    test('nobody is answered before others can see his rows', async (t) => {
      const seen = await Promise.all(
        ['a', 'b', 'c'].map(async (name) => {
          await write(engine, (trx) =>
            trx.documents(boatTable, contoso).insert({ version: 1, harbour: 'Emden', name, length: 1 }),
          )
          return (await names({ where: { harbour: 'Emden' } })).includes(name)
        }),
      )
      t.assert.deepEqual(seen, [true, true, true])
    })

    test('numbers count on one by one, and refused work gives its own back', async (t) => {
      const next = (fails = false) =>
        write(engine, async (trx) => {
          const number = await trx.nextSequence()
          if (fails) throw new RangeError(String(number))
          return number
        })
      const first = await next()
      await t.assert.rejects(next(true), RangeError)
      t.assert.equal(await next(), first + 1)
      t.assert.equal(await next(), first + 2)
    })

    test('nothing that many add to at once is lost', async (t) => {
      const add = (engineOf: Engine, tenant: typeof contoso) =>
        engineOf.write((connection) => during(engineOf, connection, countOn), tenant.partner)
      const other = engine.sharesTables ? await open(world) : engine
      await Promise.all(
        Array.from({ length: 12 }, (_, i) =>
          add(i % 3 === 0 ? other : engine, i % 2 === 0 ? contoso : fabrikam),
        ),
      )
      const counted = await read(engine, (trx) => trx.documents(metaTable).find({ name: 'counter' }))
      t.assert.equal(counted?.value, 12)
    })
  })
}
