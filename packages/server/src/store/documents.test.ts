import assert from 'node:assert/strict'
import { test } from 'node:test'
import { boatTable, contoso, type Boat } from './boats.fixture.ts'
import type { Documents } from './documents.ts'
import { migrate } from './migrate.ts'
import { SqliteEngine } from './sqlite/sqlite.ts'
import { Trx } from './trx.ts'

async function harbour() {
  const engine = new SqliteEngine(':memory:')
  await migrate(engine, [boatTable])
  const write = <T>(work: (boats: Documents<Boat>, trx: Trx) => Promise<T>) =>
    engine.write(
      (connection) =>
        Trx.during(connection, { dialect: engine, world: 'main' }, (trx) =>
          work(trx.documents(boatTable, contoso), trx),
        ),
      contoso.partner,
    )
  await write(async (boats) => {
    for (const [name, length] of [
      ['Aal', 4],
      ['Butt', 7],
      ['Dorsch', 7],
      ['Hai', 12],
    ] as const)
      await boats.insert({ version: 1, harbour: 'Kiel', name, length })
  })
  return write
}

const theBoat = async (boats: Documents<Boat>, name: string) => {
  const found = await boats.find({ harbour: 'Kiel', name })
  assert.ok(found)
  return found
}

const names = async (boats: Documents<Boat>, query = {}) =>
  (await boats.list({ orderBy: ['name'], ...query })).map(({ name }) => name)

test('put replaces a document of the same key and counts its version', async (t) => {
  const write = await harbour()
  await write((boats) => boats.put({ version: 1, harbour: 'Kiel', name: 'Hai', length: 13 }))
  const hai = await write((boats) => boats.find({ harbour: 'Kiel', name: 'Hai' }))
  t.assert.deepEqual(hai, { version: 2, harbour: 'Kiel', name: 'Hai', length: 13 })
})

test('a transaction sees its own changes, however it asks', async (t) => {
  const write = await harbour()
  await write(async (boats) => {
    await boats.update({ ...(await theBoat(boats, 'Hai')), length: 13 })
    await boats.remove({ harbour: 'Kiel', name: 'Butt' })
    await boats.insert({ version: 1, harbour: 'Kiel', name: 'Zander', length: 5 })
    t.assert.equal((await boats.find({ harbour: 'Kiel', name: 'Hai' }))?.length, 13)
    t.assert.equal(await boats.find({ harbour: 'Kiel', name: 'Butt' }), undefined)
    t.assert.deepEqual(await names(boats), ['Aal', 'Dorsch', 'Hai', 'Zander'])
    t.assert.equal(await boats.sum('length'), 29)
    await boats.removeAll({ range: { length: { below: 6 } } })
    t.assert.equal(await boats.find({ harbour: 'Kiel', name: 'Zander' }), undefined)
    await boats.insert({ version: 1, harbour: 'Kiel', name: 'Zander', length: 6 })
    t.assert.equal((await boats.find({ harbour: 'Kiel', name: 'Zander' }))?.length, 6)
    t.assert.equal(await boats.count(), 3)
  })
  t.assert.deepEqual(await write((boats) => names(boats)), ['Dorsch', 'Hai', 'Zander'])
})

test('a document that changes twice is written once, with its last version', async (t) => {
  const write = await harbour()
  await write(async (boats) => {
    const eel = await boats.insert({ version: 1, harbour: 'Kiel', name: 'Äsche', length: 1 })
    const longer = await boats.update({ ...eel, length: 2 })
    await t.assert.rejects(boats.update({ ...eel, length: 3 }), /no longer at version 1/)
    await boats.update({ ...longer, length: 4 })
    await t.assert.rejects(
      boats.insert({ version: 1, harbour: 'Kiel', name: 'Äsche', length: 9 }),
      /there already/,
    )
  })
  const kept = await write((boats) => boats.find({ harbour: 'Kiel', name: 'Äsche' }))
  t.assert.deepEqual(kept, { version: 3, harbour: 'Kiel', name: 'Äsche', length: 4 })
})

test('a document that went and came again, and one that came and went', async (t) => {
  const write = await harbour()
  await write(async (boats) => {
    await boats.remove({ harbour: 'Kiel', name: 'Hai' })
    await t.assert.rejects(boats.update({ version: 1, harbour: 'Kiel', name: 'Hai', length: 1 }), /no longer/)
    await boats.insert({ version: 1, harbour: 'Kiel', name: 'Hai', length: 14 })
    await boats.insert({ version: 1, harbour: 'Kiel', name: 'Stint', length: 1 })
    await boats.remove({ harbour: 'Kiel', name: 'Stint' })
  })
  t.assert.deepEqual(await write((boats) => names(boats)), ['Aal', 'Butt', 'Dorsch', 'Hai'])
  const hai = await write((boats) => boats.find({ harbour: 'Kiel', name: 'Hai' }))
  t.assert.deepEqual(hai, { version: 1, harbour: 'Kiel', name: 'Hai', length: 14 })
})

test('what is only tried out leaves nothing, and what came before it stays', async (t) => {
  const write = await harbour()
  await write(async (boats, trx) => {
    await boats.remove({ harbour: 'Kiel', name: 'Aal' })
    const within = await trx.undoing(async () => {
      await boats.remove({ harbour: 'Kiel', name: 'Hai' })
      await boats.insert({ version: 1, harbour: 'Kiel', name: 'Stint', length: 1 })
      return names(boats)
    })
    t.assert.deepEqual(within, ['Butt', 'Dorsch', 'Stint'])
    t.assert.deepEqual(await names(boats), ['Butt', 'Dorsch', 'Hai'])
  })
  t.assert.deepEqual(await write((boats) => names(boats)), ['Butt', 'Dorsch', 'Hai'])
})

test('after what was only tried out a document can be changed as if it had never been', async (t) => {
  const write = await harbour()
  const lengthen = async (boats: Documents<Boat>) => {
    const hai = await theBoat(boats, 'Hai')
    await boats.update({ ...hai, length: hai.length + 1 })
  }
  await write(async (boats, trx) => {
    for (let attempt = 0; attempt < 2; attempt += 1) await trx.undoing(() => lengthen(boats))
    t.assert.deepEqual(await boats.touched(), [])
    await lengthen(boats)
  })
  t.assert.equal((await write((boats) => theBoat(boats, 'Hai'))).length, 13)
})

test('of refused work nothing remains, whether it has written already or not', async (t) => {
  const write = await harbour()
  for (const hasWritten of [false, true]) {
    const refused = write(async (boats) => {
      await boats.remove({ harbour: 'Kiel', name: 'Hai' })
      if (hasWritten) await boats.count()
      throw new RangeError('refused')
    })
    await t.assert.rejects(refused, RangeError)
    t.assert.equal((await write((boats) => names(boats))).length, 4)
  }
})

test('work whose last rows are refused is undone, and so are those who shared its commit', async (t) => {
  const write = await harbour()
  const add = (name: string) =>
    write((boats) => boats.insert({ version: 1, harbour: 'Emden', name, length: 1 }))
  // The key is there already, which the transaction has not looked at.
  const outcomes = await Promise.allSettled([
    add('Scholle'),
    write((boats) => boats.insert({ version: 1, harbour: 'Kiel', name: 'Hai', length: 1 })),
  ])
  t.assert.deepEqual(
    outcomes.map(({ status }) => status),
    ['rejected', 'rejected'],
  )
  await add('Butt')
  t.assert.deepEqual(await write((boats) => names(boats, { where: { harbour: 'Emden' } })), ['Butt'])
})
