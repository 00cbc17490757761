import { test } from 'node:test'
import { SqliteEngine } from './sqlite.ts'

async function ledger(): Promise<SqliteEngine> {
  const engine = new SqliteEngine(':memory:')
  await engine.execute('create table line (n bigint not null primary key)')
  return engine
}

const lines = (engine: SqliteEngine) =>
  engine.read(async (connection) =>
    (await connection.all('select n from line order by n', [])).map(({ n }) => n),
  )

test('work that is refused undoes only itself, whoever shares its commit', async (t) => {
  const engine = await ledger()
  const outcomes = await Promise.allSettled(
    [1, 2, 3, 4].map((n) =>
      engine.write(async (connection) => {
        await connection.run('insert into line (n) values (?)', [n])
        if (n % 2 === 0) throw new RangeError(`${n} is even`)
        return n
      }),
    ),
  )
  t.assert.deepEqual(
    outcomes.map(({ status }) => status),
    ['fulfilled', 'rejected', 'fulfilled', 'rejected'],
  )
  t.assert.deepEqual(await lines(engine), [1, 3])
})

test('nobody is answered before the commit that holds his rows', async (t) => {
  const engine = await ledger()
  const seen = await Promise.all(
    [1, 2, 3].map(async (n) => {
      await engine.write((connection) => connection.run('insert into line (n) values (?)', [n]))
      return (await lines(engine)).includes(n)
    }),
  )
  t.assert.deepEqual(seen, [true, true, true])
})

test('a read never sees work that is not committed, even when the work waits for something', async (t) => {
  const engine = await ledger()
  let goOn: () => void = () => undefined
  const gate = new Promise<void>((resolve) => {
    goOn = resolve
  })
  const write = engine.write(async (connection) => {
    await connection.run('insert into line (n) values (?)', [1])
    await gate
    throw new RangeError('undone')
  })
  await new Promise((resolve) => setImmediate(resolve))
  const read = lines(engine)
  goOn()
  await t.assert.rejects(write, RangeError)
  t.assert.deepEqual(await read, [])
})

test('a commit that fails answers none of its group', async (t) => {
  const engine = await ledger()
  await engine.execute('pragma foreign_keys = on')
  await engine.execute('create table parent (id bigint not null primary key)')
  await engine.execute('create table child (id bigint references parent (id) deferrable initially deferred)')
  const outcomes = await Promise.allSettled([
    engine.write((connection) => connection.run('insert into line (n) values (7)', [])),
    engine.write((connection) => connection.run('insert into child (id) values (1)', [])),
  ])
  t.assert.deepEqual(
    outcomes.map(({ status }) => status),
    ['rejected', 'rejected'],
  )
  t.assert.deepEqual(await lines(engine), [])
})
