import { test } from 'node:test'
import { migrate } from './migrate.ts'
import { SqliteEngine } from './sqlite.ts'
import { Trx } from './trx.ts'
import { boatTable, contoso } from './boats.fixture.ts'

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

const open = (engine: SqliteEngine) =>
  engine.read(async (connection) => new Trx(connection, undefined).documents(boatTable, contoso))

test('put replaces a document of the same key and counts its version', async (t) => {
  const engine = await harbour()
  const boats = await open(engine)
  await boats.put({ version: 1, harbour: 'Kiel', name: 'Hai', length: 13 })
  t.assert.equal((await boats.find({ harbour: 'Kiel', name: 'Hai' }))?.version, 2)
})
