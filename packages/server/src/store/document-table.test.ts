import assert from 'node:assert/strict'
import { test } from 'node:test'
import { tenantOfPartner } from '../identity/principal.ts'
import { ConflictError, documentTable } from './document-table.ts'
import { migrate } from './migrate.ts'
import { SqliteEngine } from './sqlite.ts'
import { Trx, type Versioned } from './trx.ts'

interface Boat extends Versioned {
  harbour: string
  name: string
  length: number
}

const boatTable = documentTable<Boat>()({
  name: 'boat',
  tenancy: 'partner',
  key: ['harbour', 'name'],
  columns: { length: 'bigint' },
  indexes: [['length']],
  row: ({ harbour, name, length }) => ({ harbour, name, length }),
})
const contoso = tenantOfPartner({ tenantId: 'contoso' })
const fabrikam = tenantOfPartner({ tenantId: 'fabrikam' })

async function harbour(): Promise<SqliteEngine> {
  const engine = new SqliteEngine(':memory:')
  await migrate(engine, [boatTable])
  await engine.write(async (connection) => {
    const boats = new Trx(connection, undefined).documents(boatTable, contoso)
    for (const [name, length] of [
      ['Aal', 4],
      ['Butt', 7],
      ['Dorsch', 7],
      ['Hai', 12],
    ] as const) {
      await boats.insert({ version: 1, harbour: 'Kiel', name, length })
    }
  })
  return engine
}

const open = (engine: SqliteEngine, tenant = contoso) =>
  engine.read(async (connection) => new Trx(connection, undefined).documents(boatTable, tenant))

test('a partner cannot see the documents of another one', async (t) => {
  const engine = await harbour()
  const boats = await open(engine, fabrikam)
  t.assert.equal(await boats.find({ harbour: 'Kiel', name: 'Aal' }), undefined)
  t.assert.deepEqual(await boats.list(), [])
  t.assert.equal(await boats.remove({ harbour: 'Kiel', name: 'Aal' }), false)
})

test('a list is filtered, ordered and continued after the last row seen', async (t) => {
  const engine = await harbour()
  const boats = await open(engine)
  const page = { where: { harbour: 'Kiel' }, orderBy: ['length', 'name'], limit: 2 }
  const first = await boats.list(page)
  const second = await boats.list({ ...page, after: [7, 'Butt'] })
  t.assert.deepEqual(
    first.map(({ name }) => name),
    ['Aal', 'Butt'],
  )
  t.assert.deepEqual(
    second.map(({ name }) => name),
    ['Dorsch', 'Hai'],
  )
  t.assert.deepEqual(
    (await boats.list({ range: { name: { startsWith: 'D' } } })).map(({ name }) => name),
    ['Dorsch'],
  )
  t.assert.equal(await boats.count({ where: { length: [7, 12] } }), 3)
  t.assert.equal(await boats.sum('length', { where: { harbour: 'Kiel' } }), 30)
})

test('a change of a document that somebody else changed meanwhile is refused', async (t) => {
  const engine = await harbour()
  const boats = await open(engine)
  const mine = await boats.find({ harbour: 'Kiel', name: 'Aal' })
  const theirs = await boats.find({ harbour: 'Kiel', name: 'Aal' })
  assert.ok(mine && theirs)
  await boats.update({ ...theirs, length: 5 })
  await t.assert.rejects(boats.update({ ...mine, length: 6 }), ConflictError)
  t.assert.deepEqual(await boats.find({ harbour: 'Kiel', name: 'Aal' }), { ...theirs, length: 5, version: 2 })
})

test('put replaces a document of the same key and counts its version', async (t) => {
  const engine = await harbour()
  const boats = await open(engine)
  await boats.put({ version: 1, harbour: 'Kiel', name: 'Hai', length: 13 })
  t.assert.equal((await boats.find({ harbour: 'Kiel', name: 'Hai' }))?.version, 2)
})
