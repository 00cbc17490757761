import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { documentTable, unchanged, type Versioned } from '../packages/server/src/store/table.ts'
import { tempFolder } from '../tests/faults/machinery/temp-folder.ts'
import { storedShapes } from './generate-stored-shapes.ts'

interface Boat extends Versioned {
  name: string
}

const first = documentTable<Boat>()({
  name: 'boat',
  shape: 1,
  tenancy: 'partner',
  key: ['name'],
  columns: { length: 'bigint' },
  row: ({ name }) => ({ name, length: 1 }),
})
const second = documentTable<Boat>()({
  name: 'boat',
  shape: 2,
  upgrade: { 2: unchanged },
  tenancy: 'partner',
  key: ['name'],
  row: ({ name }) => ({ name }),
})

test('a shape that was written down stays, a new one joins it', (t) => {
  const path = join(tempFolder(t), 'shapes.txt')
  const text = storedShapes(path, [first])
  t.assert.match(text, /^boat 1: partner, key \(name\), length bigint$/m)
  writeFileSync(path, text)
  t.assert.equal(storedShapes(path, [first]), text)
  t.assert.equal(storedShapes(path, [second]), `${text}boat 2: partner, key (name)\n`)
  t.assert.equal(storedShapes(path, [{ ...first, indexes: [['length']] }]), text)
})

test('other columns or another key at the same shape are refused by name', (t) => {
  const path = join(tempFolder(t), 'shapes.txt')
  writeFileSync(path, storedShapes(path, [first]))
  for (const changed of [
    { ...first, columns: {} },
    { ...first, key: ['length'] },
    { ...first, tenancy: 'world' as const },
  ])
    t.assert.throws(() => storedShapes(path, [changed]), /boat 1: key or columns .* raise the shape/)
})
