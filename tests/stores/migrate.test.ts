import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Client } from 'pg'
import { tenantOfPartner } from '../../packages/server/src/kernel/tenant.ts'
import { EngineUnavailable, type Engine } from '../../packages/server/src/store/engine.ts'
import {
  documentTable,
  unchanged,
  type DocumentTable,
  type Versioned,
} from '../../packages/server/src/store/table.ts'
import { Trx } from '../../packages/server/src/store/trx.ts'
import { PostgresStorage, type Storage } from '../../packages/server/src/world/storage.ts'
import { administer, asAdministrator, hasPostgres, kinds, madeDatabase } from './databases.ts'

interface Ship extends Versioned {
  name: string
  flag: string
  tons: number
}

/** As ships were written down before they were weighed in tons. */
interface LongShip extends Versioned {
  name: string
  flag: string
  kilograms: number
}

const common = { name: 'ship', tenancy: 'partner' } as const

const longShips = documentTable<LongShip>()({
  ...common,
  shape: 1,
  key: ['name'],
  columns: { flag: 'text' },
  indexes: [['flag']],
  row: ({ name, flag }) => ({ name, flag }),
})
const ships = documentTable<Ship>()({
  ...common,
  shape: 2,
  upgrade: {
    2: ({ kilograms, ...ship }: LongShip): Ship => {
      if (kilograms < 0) throw new RangeError(`${ship.name} weighs nothing`)
      return { ...ship, tons: kilograms / 1_000 }
    },
  },
  key: ['flag', 'name'],
  columns: { tons: 'bigint' },
  indexes: [['tons']],
  row: ({ name, flag, tons }) => ({ name, flag, tons }),
})
const shipsByName = documentTable<Ship>()({
  ...common,
  shape: 2,
  upgrade: { 2: unchanged },
  key: ['flag', 'name'],
  columns: { tons: 'bigint' },
  indexes: [['name'], ['tons', 'name']],
  row: ({ name, flag, tons }) => ({ name, flag, tons }),
})
const port = documentTable<{ version: number; name: string }>()({
  name: 'port',
  shape: 1,
  tenancy: 'world',
  key: ['name'],
  row: ({ name }) => ({ name }),
})

const owners = ['contoso', 'fabrikam'].map((tenantId) => tenantOfPartner({ tenantId }))
const seas = ['north', 'south']

for (const kind of kinds) {
  /** Opens a place as a program does that declares `tables`, and closes it when the work is done. */
  const as = async <T>(
    open: (tables: readonly DocumentTable<never>[]) => Storage,
    tables: readonly DocumentTable<never>[],
    work: (engineOf: (sea: string) => Promise<Engine>, storage: Storage) => Promise<T>,
  ): Promise<T> => {
    const storage = open(tables)
    const engines = new Map<string, Engine>()
    try {
      await storage.upgrade()
      return await work(async (sea) => {
        const engine = engines.get(sea) ?? (await storage.open(sea))
        engines.set(sea, engine)
        return engine
      }, storage)
    } finally {
      for (const engine of engines.values()) await engine.close()
      await storage.close()
    }
  }

  const built = async (kilograms = 20_000) => {
    const open = await kind.place()
    await as(open, [longShips], async (engineOf) => {
      for (const sea of seas)
        for (const [i, owner] of owners.entries()) {
          const engine = await engineOf(sea)
          const sail = async (trx: Trx) => {
            const documents = trx.documents(longShips, owner)
            for (let n = 0; n < 430; n += 1)
              await documents.insert({
                version: 1,
                name: `ship ${n}`,
                flag: n % 2 ? 'DE' : 'FR',
                kilograms: n * 1_000,
              })
            const sedov = await documents.insert({
              version: 1,
              name: 'Sedov',
              flag: 'RU',
              kilograms: kilograms + i * 1_000,
            })
            await documents.update(sedov)
          }
          await engine.write(
            (connection) => Trx.during(connection, { dialect: engine, world: sea }, sail),
            owner.partner,
          )
        }
    })
    return open
  }

  const look = <T>(
    engine: Engine,
    sea: string,
    partner: string | undefined,
    work: (trx: Trx) => Promise<T>,
  ) => engine.read((connection) => Trx.during(connection, { dialect: engine, world: sea }, work), partner)

  const rowsOf = (engine: Engine, columns: string) =>
    engine.read((connection) => connection.all(`select ${columns} from ship order by ${columns}`, []))

  test(`on ${kind.name} each document is brought to the table's shape, with its version, in every world`, async () => {
    const open = await built()
    // Twice, and on PostgreSQL by two servers at once.
    const work = () =>
      as(open, [ships, port], async (engineOf) => {
        for (const sea of seas)
          for (const [i, owner] of owners.entries()) {
            const [heavy, sedov, all] = await look(await engineOf(sea), sea, owner.partner, async (trx) => {
              const documents = trx.documents(ships, owner)
              return [
                await documents.list({ range: { tons: { atLeast: 428 } }, orderBy: ['tons'] }),
                await documents.find({ flag: 'RU', name: 'Sedov' }),
                await documents.count(),
              ] as const
            })
            assert.deepEqual(
              heavy.map(({ name }) => name),
              ['ship 428', 'ship 429'],
            )
            assert.deepEqual(sedov, { version: 2, name: 'Sedov', flag: 'RU', tons: 20 + i })
            assert.equal(all, 431)
          }
      })
    const first = work()
    if (kind.name === 'SQLite') await first
    await Promise.all([first, work()])
  })

  test(`on ${kind.name} an index comes and goes without a row being touched`, async () => {
    const open = await built()
    const where = kind.name === 'SQLite' ? 'rowid, name' : 'ctid::text, xmin::text, name'
    const before = await as(open, [ships], async (engineOf) => rowsOf(await engineOf('north'), where))
    await as(open, [shipsByName], async (engineOf) => {
      const engine = await engineOf('north')
      assert.deepEqual(await rowsOf(engine, where), before)
      const sql =
        kind.name === 'SQLite'
          ? "select name from sqlite_schema where type = 'index' and sql is not null order by name"
          : "select indexdef as name from pg_indexes where tablename = 'ship' and indexname not like '%pkey' order by 1"
      const indexes = await engine.read((connection) => connection.all(sql, []))
      assert.equal(indexes.length, 2)
    })
  })

  test(`on ${kind.name} a document that cannot be upgraded is named, and all is as it was`, async () => {
    const open = await built(-5_000)
    await assert.rejects(
      as(open, [ships, port], async () => assert.fail('it was opened')),
      /: the table ship cannot be brought from shape 1 to 2, at .*name Sedov: Sedov weighs nothing; .* as it was/,
    )
    await as(open, [longShips], async (engineOf) => {
      for (const sea of seas) {
        const engine = await engineOf(sea)
        const count = await look(engine, sea, owners[0]?.partner, (trx) =>
          owners[0] === undefined ? Promise.resolve(0) : trx.documents(longShips, owners[0]).count(),
        )
        assert.equal(count, 431)
      }
    })
  })

  test(`on ${kind.name} two documents that come to have one key are named, and all is as it was`, async () => {
    const open = await built()
    const oneName = documentTable<Ship>()({
      ...common,
      shape: 2,
      upgrade: { 2: (old: LongShip): Ship => ({ ...old, tons: 1, name: 'one' }) },
      key: ['flag', 'name'],
      row: ({ name, flag }) => ({ name, flag }),
    })
    await assert.rejects(
      as(open, [oneName], async () => assert.fail()),
      /the table ship cannot be brought .*as it was/,
    )
    await as(open, [longShips], async (engineOf) => void (await engineOf('north')))
  })

  test(`on ${kind.name} a database of a newer program is refused by name and left alone`, async () => {
    const open = await built()
    await as(open, [ships, port], async (engineOf) => void (await engineOf('north')))
    const refusal =
      /: the database is of generation 4, .*: this is Tenantry 0\.1\.0, which knows generation \d, and leaves it alone$/
    // An older shape, a table that is not known, and both; also where the sum of all shapes is the same.
    const older = documentTable<{ version: number; name: string }>()({
      name: 'port',
      shape: 1,
      tenancy: 'world',
      key: ['name'],
      row: ({ name }) => ({ name }),
    })
    const quay = documentTable<{ version: number; name: string }>()({
      ...older,
      name: 'quay',
      upgrade: undefined as never,
      shape: 1,
    })
    for (const tables of [[longShips, port], [ships], [longShips], [longShips, port, quay]])
      await assert.rejects(
        as(open, tables, async () => assert.fail('it was opened')),
        refusal,
      )
    await as(open, [ships, port], async (engineOf) => {
      assert.equal(
        (await rowsOf(await engineOf('south'), 'tons')).length,
        kind.name === 'SQLite' ? 862 : 1_724,
      )
    })
  })

  test(`on ${kind.name} a program of before there were generations is told so when it asks`, async () => {
    const open = await built()
    await as(open, [longShips], async (engineOf) => {
      const engine = await engineOf('north')
      const asked = engine.write(async (connection) => {
        await connection.run(
          'create table if not exists schema_table (name text not null primary key, definition text not null)',
          [],
        )
        await connection.all('select name, definition from schema_table', [])
      })
      await assert.rejects(
        asked,
        /the database is of generation 2, written by Tenantry 0\.1\.0: stop this server/,
      )
    })
  })

  test(`on ${kind.name} other columns of the same shape are a mistake`, async () => {
    const open = await built()
    const changed = documentTable<LongShip>()({
      ...common,
      shape: 1,
      key: ['name'],
      columns: { flag: 'text', kilograms: 'bigint' },
      row: ({ name, flag, kilograms }) => ({ name, flag, kilograms }),
    })
    await assert.rejects(
      as(open, [changed], async () => assert.fail()),
      /the columns of ship have changed and its shape has not: raise it/,
    )
  })
}

if (hasPostgres) {
  const place = (sea: string, engine: Engine) => ({ dialect: engine, world: sea })

  test('on PostgreSQL what is answered while a newer program starts is kept, the older one shut out', async (t) => {
    const database = await madeDatabase()
    // Without an index there is nothing else that locks the table before it is read.
    const plain = { ...longShips, indexes: [] }
    const older = new PostgresStorage(database, [plain])
    const newer = new PostgresStorage(database, [ships, port])
    t.after(() => Promise.all([older.close(), newer.close()]))
    const engine = await older.open('north')
    const answered = new Set<string>()
    // So many that others write while these are read.
    const fleet = async (trx: Trx) => {
      const documents = trx.documents(plain, tenantOfPartner({ tenantId: 'contoso' }))
      for (let n = 0; n < 4_000; n += 1) {
        answered.add(`ship ${n}`)
        await documents.insert({ version: 1, name: `ship ${n}`, flag: 'FR', kilograms: 1_000 })
      }
    }
    await engine.write((connection) => Trx.during(connection, place('north', engine), fleet), 'contoso')
    const launch = async (writer: number): Promise<unknown> => {
      const owner = owners[writer % 2] ?? tenantOfPartner({ tenantId: '' })
      for (let n = 0; ; n += 1) {
        const name = `ship ${writer} ${n}`
        const insert = async (trx: Trx) =>
          void (await trx.documents(plain, owner).insert({ version: 1, name, flag: 'FR', kilograms: 1_000 }))
        try {
          await engine.write(
            (connection) => Trx.during(connection, place('north', engine), insert),
            owner.partner,
          )
          answered.add(name)
        } catch (error) {
          return error
        }
      }
    }
    const launching = Promise.all([0, 1, 2, 3].map(launch))
    while (answered.size < 4_050) await new Promise<void>((go) => setImmediate(go))
    await newer.upgrade()

    for (const error of await launching) {
      assert.ok(error instanceof EngineUnavailable)
      assert.match(
        error.message,
        /^the database is of generation 4, written by Tenantry 0\.1\.0: stop this server/,
      )
    }
    const rows = await administer(
      ["set tenantry.generation = '4'", "set tenantry.partners = '*'", 'select name from ship'],
      database,
    )
    assert.deepEqual(new Set(rows.map((row) => (row as { name: string }).name)), answered)
    await assert.rejects(
      engine.read((connection) => connection.all('select 1 from ship', []), owners[0]?.partner),
      EngineUnavailable,
    )
  })

  test('on PostgreSQL who looks at the state of before an upgrade goes on seeing it, and writes nothing', async (t) => {
    const database = await madeDatabase()
    const older = new PostgresStorage(database, [longShips])
    const newer = new PostgresStorage(database, [ships])
    t.after(() => Promise.all([older.close(), newer.close()]))
    const engine = await older.open('north')
    const insert = async (trx: Trx) =>
      void (await trx
        .documents(longShips, tenantOfPartner({ tenantId: 'contoso' }))
        .insert({ version: 1, name: 'Sedov', flag: 'RU', kilograms: 20_000 }))
    await engine.write((connection) => Trx.during(connection, place('north', engine), insert), 'contoso')

    // Nothing but the triggers holds for a superuser.
    const client = new Client({ connectionString: asAdministrator(database) })
    client.on('error', () => undefined)
    await client.connect()
    t.after(() => client.end())
    const begin = "begin isolation level repeatable read; select set_config('tenantry.partners', '*', true)"
    await client.query(begin)
    await newer.upgrade()
    const { rows } = await client.query<{ name: string; doc: string }>('select name, doc from ship')
    assert.deepEqual(
      rows.map(({ name, doc }) => [name, (JSON.parse(doc) as LongShip).kilograms]),
      [['Sedov', 20_000]],
    )
    await client.query('rollback')
    await client.query(begin)
    await assert.rejects(client.query("delete from ship where name = 'Sedov'"), {
      code: '57P03',
      message: /the database is of generation 3/,
    })
    await client.query('rollback')
    // What only looks around is no program, and sees what its account may see.
    assert.equal((await client.query('select name from ship')).rowCount, 1)
  })
}
