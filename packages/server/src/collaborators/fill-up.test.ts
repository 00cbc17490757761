import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Type } from 'typebox'
import { Value } from 'typebox/value'
import { collaborator } from './collaborator.ts'
import { filledUp } from './fill-up.ts'
import { collaborators } from './index.ts'

const Depot = Type.Object({ open: Type.Boolean(), motto: Type.Optional(Type.String()) })

const baker = collaborator({
  name: 'baker',
  schema: Type.Object({
    depot: Depot,
    /** By town. */
    branches: Type.Record(Type.String(), Depot),
    breads: Type.Array(Type.Object({ name: Type.String() })),
    apprentices: Type.Integer(),
  }),
  initial: {
    depot: { open: true, motto: 'Fresh' },
    branches: { ghent: { open: true } },
    breads: [{ name: 'rye' }],
    apprentices: 2,
  },
})

test('a member that a version has added is as it is at first, however deep it lies', () => {
  assert.deepEqual(filledUp(baker, {}), { ...baker.initial, depot: baker.initial.depot })
  assert.deepEqual(filledUp(baker, { ...baker.initial, depot: { motto: 'Stale' } }).depot, {
    open: true,
    motto: 'Stale',
  })
})

test('what the operator has set, left out or emptied stays so', () => {
  const set = { depot: { open: false }, branches: {}, breads: [], apprentices: 0 }
  assert.deepEqual(filledUp(baker, set), set)
})

test('every collaborator can be filled up from nothing', () => {
  for (const party of collaborators) {
    assert.ok(Value.Check(party.schema, filledUp(party, {})), party.name)
    assert.deepEqual(filledUp(party, party.initial), party.initial)
  }
})
