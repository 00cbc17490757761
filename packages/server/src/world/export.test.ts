import { test } from 'node:test'
import { documentTable, unchanged, type DocumentTable, type Versioned } from '../store/table.ts'
import { metaTable } from '../store/world-tables.ts'
import { readExport, writeExport } from './export.ts'

interface Boat extends Versioned {
  harbour: string
  name: string
  feet?: number
  metres: number
}

const boats = documentTable<Boat>()({
  name: 'boat',
  shape: 3,
  upgrade: {
    2: ({ feet, ...boat }: { name: string; feet: number }) => {
      if (!(feet > 0)) throw new RangeError(`${boat.name} has no length`)
      return { ...boat, metres: feet * 0.3 }
    },
    3: (old: Omit<Boat, 'harbour'>): Boat => ({ ...old, harbour: 'Kiel' }),
  },
  tenancy: 'partner',
  key: ['harbour', 'name'],
  columns: { metres: 'bigint' },
  row: ({ harbour, name, metres }) => ({ harbour, name, metres: Math.round(metres) }),
})
const tables: readonly DocumentTable<never>[] = [metaTable, boats]

const meta = {
  shape: 1,
  rows: ['origin', 'clock', 'sequence'].map((name, i) => ({
    version: i + 1,
    document: { version: 1, name, value: null },
  })),
}
const file = (boat: object, head: object = {}): string =>
  JSON.stringify({
    format: 'tenantry-world',
    formatVersion: 2,
    program: '9.0.0',
    tables: { meta, boat },
    ...head,
  })
const row = (document: object, version = 4) => ({ partner: 'contoso', version, document })

/** As programs wrote it that knew no shapes. */
const columned = (boat: object): string =>
  JSON.stringify({
    format: 'tenantry-world',
    formatVersion: 1,
    tables: {
      meta: {
        columns: ['name', 'version', 'doc'],
        rows: meta.rows.map(({ version, document }) => [document.name, version, JSON.stringify(document)]),
      },
      boat,
    },
  })

test('documents of every earlier shape come to be of today, with their columns and versions', (t) => {
  const expected = [['contoso', 'Kiel', 'Rickmer', 6, 4, '{"name":"Rickmer","metres":6,"harbour":"Kiel"}']]
  const texts = [
    file({ shape: 1, rows: [row({ name: 'Rickmer', feet: 20 })] }),
    file({ shape: 2, rows: [row({ name: 'Rickmer', metres: 6 })] }),
    file({ shape: 3, rows: [row({ name: 'Rickmer', metres: 6, harbour: 'Kiel' })] }),
    columned({
      columns: ['partner', 'long_gone', 'version', 'doc'],
      rows: [['contoso', 17, 4, '{"name":"Rickmer","feet":20}']],
    }),
  ]
  for (const text of texts) {
    const copy = readExport(text, tables)
    t.assert.deepEqual(copy.tables['boat'], {
      columns: ['partner', 'harbour', 'name', 'metres', 'version', 'doc'],
      rows: expected,
    })
    const written = writeExport(copy, tables)
    t.assert.deepEqual(readExport(written, tables), copy)
    t.assert.equal(writeExport(readExport(written, tables), tables), written)
    t.assert.doesNotMatch(written, /columns/)
  }
})

test('a table that a file lacks is empty, and one is a line per document', (t) => {
  const text = writeExport(readExport(file({ shape: 3, rows: [] }), tables), tables)
  t.assert.equal(text.split('\n').length, 2 + 3 + 2 + 1)
  const older = JSON.stringify({ format: 'tenantry-world', formatVersion: 2, tables: { meta } })
  t.assert.deepEqual(Object.keys(readExport(older, tables).tables), ['meta'])
})

test('a file of a newer program is refused by name', (t) => {
  const refused = (text: string, message: RegExp) =>
    t.assert.throws(() => readExport(text, tables), { name: 'NewerVersion', message })
  refused(
    file({ shape: 4, rows: [] }),
    /the file has boat in shape 4, written by Tenantry 9\.0\.0: this is Tenantry/,
  )
  refused(
    file({}, { formatVersion: 3 }),
    /the file has format 3, written by Tenantry 9\.0\.0: .* formats 1 and 2$/,
  )
  refused(
    file({}, { tables: { meta, ship: { shape: 1, rows: [] } } }),
    /the file has a table ship, written by/,
  )
})

test('a file that fits no shape is refused with the reason', (t) => {
  const refused = (text: string, message: RegExp) =>
    t.assert.throws(() => readExport(text, tables), { name: 'UnreadableExport', message })
  refused(
    file({ shape: 1, rows: [row({ name: 'Sedov' })] }),
    /boat cannot be brought from shape 1 to 3: Sedov has no/,
  )
  refused(
    file({ shape: 3, rows: [row({ name: 'Sedov' })] }),
    /boat cannot be brought from shape 3 to 3: boat: no value/,
  )
  refused(file({ shape: 3, rows: [{ version: 1, document: {} }] }), /the rows of boat do not fit/)
  refused(file({ shape: 3, rows: [row({ name: 'Sedov' }, 1.5)] }), /the rows of boat do not fit/)
  refused(file({ shape: 3, rows: [[1, 2]] }), /the rows of boat do not fit/)
  refused(file({ shape: 3, rows: [{ ...row({}), document: 'text' }] }), /the rows of boat do not fit/)
  refused(file({ shape: 0, rows: [] }), /boat has no shape or no rows/)
  refused(file({ shape: '1x', rows: [] }), /boat has no shape or no rows/)
  refused(file({ shape: 3, rows: 'none' }), /boat has no shape or no rows/)
  refused(
    columned({ columns: ['partner', 'version', 'doc'], rows: [['contoso', 1]] }),
    /the rows of boat do not fit/,
  )
  refused(columned({ columns: ['version', 'doc'], rows: [[1, '{}']] }), /the rows of boat do not fit/)
  refused(columned({ columns: ['partner', 'version', 'doc'], rows: [['x', 1, '{']] }), /JSON/)
  refused(file({}, { tables: { boat: { shape: 3, rows: [] } } }), /its origin, its clock or its sequence/)
  refused('[]', /no exported world/)
  refused('{', /not JSON/)
})

test('columns may change where documents do not', (t) => {
  const indexed = documentTable<Boat>()({
    name: 'boat',
    shape: 4,
    upgrade: { ...boats.upgrade, 2: unchanged, 3: unchanged, 4: unchanged },
    tenancy: 'partner',
    key: ['name'],
    row: ({ name }) => ({ name }),
  })
  const text = file({ shape: 3, rows: [row({ name: 'Rickmer', metres: 6, harbour: 'Kiel' })] })
  t.assert.deepEqual(readExport(text, [metaTable, indexed]).tables['boat']?.rows, [
    ['contoso', 'Rickmer', 4, '{"name":"Rickmer","metres":6,"harbour":"Kiel"}'],
  ])
})
