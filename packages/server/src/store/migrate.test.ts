import { test } from 'node:test'
import { documentTable } from './document-table.ts'
import { migrate } from './migrate.ts'
import { SqliteEngine } from './sqlite.ts'
import { Trx, type Versioned } from './trx.ts'

interface Ship extends Versioned {
  name: string
  flag: string
}

const before = documentTable<Ship>()({
  name: 'ship',
  tenancy: 'world',
  key: ['name'],
  row: ({ name }) => ({ name }),
})
const after = documentTable<Ship>()({
  name: 'ship',
  tenancy: 'world',
  key: ['name'],
  columns: { flag: 'text' },
  indexes: [['flag']],
  row: ({ name, flag }) => ({ name, flag }),
})

test('a table whose columns are declared anew is made again from its documents', async (t) => {
  const engine = new SqliteEngine(':memory:')
  await migrate(engine, [before])
  await engine.write(async (connection) => {
    const ships = new Trx(connection, undefined).documents(before)
    await ships.insert({ version: 1, name: 'Rickmer', flag: 'DE' })
    const sedov = await ships.insert({ version: 1, name: 'Sedov', flag: 'RU' })
    await ships.update(sedov)
  })

  await migrate(engine, [after])
  await migrate(engine, [after])

  const ships = await engine.read(async (connection) => new Trx(connection, undefined).documents(after))
  t.assert.deepEqual(await ships.list({ where: { flag: 'DE' } }), [
    { version: 1, name: 'Rickmer', flag: 'DE' },
  ])
  t.assert.equal((await ships.find({ name: 'Sedov' }))?.version, 2)
  await ships.insert({ version: 1, name: 'Gorch Fock', flag: 'DE' })
  t.assert.equal(await ships.count({ where: { flag: 'DE' } }), 2)
})
