import { test } from 'node:test'
import { programVersion } from '../../kernel/program.ts'
import { boatTable } from '../boats.fixture.ts'
import { SqliteEngine } from '../sqlite/sqlite.ts'
import { createTable } from '../table-sql.ts'
import { unchanged } from '../table.ts'
import { generationOf, isLater, isNothing, NewerVersion, planOf } from './plan.ts'
import { columnsIn, keyIn, type StoredSchema, type StoredTable } from './stored-schema.ts'

const dialect = new SqliteEngine(':memory:')
const stored: StoredTable = {
  name: 'boat',
  shape: 1,
  definition: createTable(boatTable, dialect),
  indexes: new Map([['boat_1', 'partner, length']]),
}
const schemaOf = (table: StoredTable, further: Partial<StoredSchema> = {}): StoredSchema => ({
  generation: generationOf([boatTable]),
  program: programVersion,
  tables: new Map([[table.name, table]]),
  isUnversioned: false,
  ...further,
})
const later = { ...boatTable, shape: 2, upgrade: { 2: unchanged } }

test('a generation grows with each table and each shape, whoever adds them', (t) => {
  const port = { ...boatTable, name: 'port' }
  const [alone, joined, raised] = [[boatTable], [boatTable, port], [later, port]].map(generationOf)
  t.assert.deepEqual([joined, raised], [Number(alone) + 1, Number(alone) + 2])
})

test('nothing is done where all is as it is declared', (t) => {
  t.assert.equal(isNothing(planOf(schemaOf(stored), [boatTable], dialect)), true)
})

test('an index comes, goes or changes alone', (t) => {
  const indexed = { ...boatTable, indexes: [['length', 'name'], ['harbour']] }
  const plan = planOf(schemaOf(stored), [indexed], dialect)
  t.assert.deepEqual(plan.index, [
    { table: indexed, add: ['partner, length, name', 'partner, harbour'], drop: ['boat_1'] },
  ])
  t.assert.deepEqual([plan.create, plan.rebuild, plan.isNewGeneration], [[], [], false])
})

test('of one generation, the later version has the say about indexes', (t) => {
  const indexed = { ...boatTable, indexes: [['harbour']] }
  t.assert.equal(isNothing(planOf(schemaOf(stored, { program: '99.0.0' }), [indexed], dialect)), true)
  t.assert.equal(planOf(schemaOf(stored, { program: '0.0.9' }), [indexed], dialect).index.length, 1)
})

test('another shape is a table to be made anew', (t) => {
  const plan = planOf(schemaOf(stored), [later], dialect)
  t.assert.deepEqual(plan.rebuild, [{ table: later, stored }])
  t.assert.equal(plan.isNewGeneration, true)
})

test('what programs wrote that knew no shapes is made anew where its columns are other ones', (t) => {
  const before = schemaOf(
    { ...stored, definition: stored.definition.replace('length bigint, ', '') },
    { generation: 0, isUnversioned: true },
  )
  t.assert.equal(planOf(before, [boatTable], dialect).rebuild.length, 1)
  t.assert.throws(() => planOf({ ...before, generation: 2 }, [boatTable], dialect), /boat .* raise it/)
})

test('a later generation, a later shape and an unknown table are of a newer program', (t) => {
  for (const [schema, name] of [
    [schemaOf(stored, { generation: 3 }), /of generation 3, written by Tenantry/],
    [schemaOf({ ...stored, shape: 2 }), /its table boat has shape 2/],
    [schemaOf({ ...stored, name: 'ship' }), /its table ship has shape 1/],
  ] as const)
    t.assert.throws(
      () => planOf(schema, [boatTable], dialect),
      (error: unknown) => error instanceof NewerVersion && name.test(error.message),
    )
})

test('versions are compared number by number', (t) => {
  for (const [one, other, expected] of [
    ['0.10.0', '0.9.9', true],
    ['1.0.0', '0.9.9', true],
    ['0.1.1', '0.1.0', true],
    ['0.1.0', '0.1.0', false],
    ['0.1.0', '0.1.1', false],
    ['0.9.9', '1.0.0', false],
  ] as const)
    t.assert.equal(isLater(one, other), expected, `${one} ${other}`)
})

test('columns and key are read out of a statement', (t) => {
  const definition =
    'create table boat (world text collate "C" not null, id text not null, n bigint, doc text not null, primary key (world, id))'
  t.assert.deepEqual(columnsIn(definition), [
    { name: 'world', type: 'text collate "C"', isRequired: true },
    { name: 'id', type: 'text', isRequired: true },
    { name: 'n', type: 'bigint', isRequired: false },
    { name: 'doc', type: 'text', isRequired: true },
  ])
  t.assert.deepEqual(keyIn(definition), ['world', 'id'])
})
