import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { EngineUnavailable } from '../engine.ts'
import { GroupCommit } from './group-commit.ts'
import { SqliteEngine } from './sqlite.ts'
import { FileGround } from './sqlite-file.ts'

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
    engine.write((connection) => connection.run('insert into line (n) values (7)', []), 'contoso'),
    engine.write((connection) => connection.run('insert into child (id) values (1)', []), 'contoso'),
  ])
  t.assert.deepEqual(
    outcomes.map(({ status }) => status),
    ['rejected', 'rejected'],
  )
  t.assert.deepEqual(await lines(engine), [])
})

/** A disk that takes as long as a test likes, or fails. */
class SlowDisk extends FileGround {
  flushes = 0
  isToBeTidied = false
  /** Called when it is tidied; nothing may be written until what it answers has come. */
  whileTidying: () => Promise<void> = async () => undefined
  #arrive: ((error?: Error) => void)[] = []

  override async flush(): Promise<void> {
    this.flushes += 1
    await new Promise<void>((resolve, reject) => {
      this.#arrive.push((error) => (error === undefined ? resolve() : reject(error)))
    })
    await super.flush()
  }

  override get isUntidy(): boolean {
    return this.isToBeTidied
  }

  override async tidy(): Promise<void> {
    this.isToBeTidied = false
    await this.whileTidying()
    await super.tidy()
  }

  arrive(error?: Error): void {
    this.#arrive.shift()?.(error)
  }
}

function onSlowDisk(t: TestContext) {
  const folder = mkdtempSync(join(tmpdir(), 'tenantry-'))
  const disk = new SlowDisk(join(folder, 'world.db'))
  disk.execute('create table line (n bigint not null primary key)')
  t.after(async () => {
    await disk.close()
    rmSync(folder, { recursive: true })
  })
  const group = new GroupCommit(disk)
  const told: number[] = []
  const add = (n: number, isAlone = false) =>
    group
      .write((connection) => connection.run('insert into line (n) values (?)', [n]), isAlone)
      .then(() => told.push(n))
  const seen = () =>
    group.read(async (connection) =>
      (await connection.all('select n from line order by n', [])).map(({ n }) => n),
    )
  return { disk, group, add, seen, told }
}

async function turns(count = 20): Promise<void> {
  for (let i = 0; i < count; i += 1) await new Promise((resolve) => setImmediate(resolve))
}

test('nothing is told or shown before it is on the disk, and the next group works meanwhile', async (t) => {
  const { disk, add, seen, told } = onSlowDisk(t)
  const first = add(1)
  await turns()
  const second = Promise.all([add(2), add(3)])
  await turns()
  t.assert.deepEqual([await seen(), told, disk.flushes], [[], [], 1])

  disk.arrive()
  await first
  t.assert.deepEqual([await seen(), told], [[1], [1]])
  await turns()
  t.assert.deepEqual([await seen(), disk.flushes], [[1], 2])

  disk.arrive()
  await second
  t.assert.deepEqual(
    [await seen(), told],
    [
      [1, 2, 3],
      [1, 2, 3],
    ],
  )
})

test('after work that has to be alone nothing runs until it is on the disk', async (t) => {
  const { disk, group, add } = onSlowDisk(t)
  const alone = add(1, true)
  await turns()
  let hasRun = false
  const after = group.write(async () => {
    hasRun = true
  }, false)
  await turns()
  t.assert.equal(hasRun, false)
  disk.arrive()
  await alone
  await turns()
  t.assert.equal(hasRun, true)
  disk.arrive()
  await after
})

/** The disk takes whatever comes, until `work` is done. */
async function untilDone<T>(disk: SlowDisk, work: Promise<T>): Promise<T> {
  const state = { isDone: false }
  const pump = async (): Promise<void> => {
    while (!state.isDone) {
      disk.arrive()
      await turns(1)
    }
  }
  const settled = work.finally(() => (state.isDone = true))
  const [outcome] = await Promise.allSettled([settled, pump()])
  if (outcome.status === 'rejected') throw outcome.reason
  return outcome.value
}

test('work in parts goes on while the disk takes what it has done, and gives way to those who wait', async (t) => {
  const { disk, group, add, seen, told } = onSlowDisk(t)
  let done = 0
  const inParts = () =>
    group.writeInParts(async (connection) => {
      done += 1
      await connection.run('insert into line (n) values (?)', [done])
      return done < 5
    })
  const first = inParts()
  await turns()
  t.assert.deepEqual([done, disk.flushes, await seen()], [2, 1, []])

  const other = add(9)
  await untilDone(disk, first)
  t.assert.deepEqual([done, await seen(), told], [3, [1, 2, 3], []])
  await untilDone(disk, Promise.all([other, inParts()]))
  t.assert.deepEqual([done, await seen()], [5, [1, 2, 3, 4, 5, 9]])
})

test('a part that fails undoes itself, and gives its numbers back; those before it are kept and seen', async (t) => {
  for (const hasWritten of [true, false]) {
    const { disk, group, seen } = onSlowDisk(t)
    disk.execute('create table meta (name text primary key, version bigint)')
    disk.execute("insert into meta values ('sequence', 0)")
    const shown: number[] = []
    let parts = 0
    const failing = group.writeInParts(async (connection) => {
      parts += 1
      const n = await connection.nextSequence()
      if (parts < 3 || hasWritten) await connection.run('insert into line (n) values (?)', [n])
      connection.onPublished?.(() => shown.push(n))
      if (parts === 3) throw new RangeError('the third')
      return true
    })
    await t.assert.rejects(untilDone(disk, failing), RangeError)
    t.assert.deepEqual(shown, [1, 2])
    t.assert.deepEqual(await seen(), [1, 2])
    const next = group.write((connection) => connection.nextSequence(), false)
    t.assert.equal(await untilDone(disk, next), 3)
  }
})

test('while the place is tidied work reads on, and is written when that is over', async (t) => {
  const { disk, group, add, seen, told } = onSlowDisk(t)
  await untilDone(disk, add(1))
  let goOn: () => void = () => undefined
  disk.whileTidying = () => new Promise((resolve) => (goOn = resolve))
  disk.isToBeTidied = true
  const found: unknown[] = []
  const work = group.write(async (connection) => {
    found.push((await connection.all('select n from line', [])).length)
    await connection.run('insert into line (n) values (2)', [])
    found.push((await connection.all('select n from line', [])).length)
    throw new RangeError('undone')
  }, false)
  const next = add(3)
  await turns()
  t.assert.deepEqual([found, await seen(), disk.isUntidy], [[1], [1], false])
  goOn()
  await t.assert.rejects(untilDone(disk, work), RangeError)
  await untilDone(disk, next)
  t.assert.deepEqual(
    [found, await seen(), told],
    [
      [1, 2],
      [1, 3],
      [1, 3],
    ],
  )
})

test('a group that writes nothing waits for the tidying all the same', async (t) => {
  const { disk, group, add, seen } = onSlowDisk(t)
  await untilDone(disk, add(1))
  let goOn: () => void = () => undefined
  disk.whileTidying = () => new Promise((resolve) => (goOn = resolve))
  disk.isToBeTidied = true
  let isOver = false
  const nothing = group.write(async () => undefined, false).then(() => (isOver = true))
  await turns()
  t.assert.equal(isOver, false)
  goOn()
  await untilDone(disk, nothing)
  await untilDone(disk, add(2))
  t.assert.deepEqual(await seen(), [1, 2])
})

test('a flush that fails answers nobody and ends all further work', async (t) => {
  const { disk, add, seen, told } = onSlowDisk(t)
  const lost = add(1)
  await turns()
  const next = add(2)
  await turns()
  disk.arrive(new Error('EIO'))
  await t.assert.rejects(lost, EngineUnavailable)
  await t.assert.rejects(next, EngineUnavailable)
  await t.assert.rejects(add(3), EngineUnavailable)
  await t.assert.rejects(seen(), EngineUnavailable)
  t.assert.deepEqual([told, disk.flushes], [[], 1])
})

test('a database that is full answers everybody, undoes the group and goes on when there is room', async (t) => {
  const engine = await ledger()
  await engine.execute('alter table line add column filler blob')
  await engine.execute('pragma max_page_count = 3')
  const add = (n: number, bytes: number) =>
    engine.write(
      (connection) => connection.run('insert into line (n, filler) values (?, zeroblob(?))', [n, bytes]),
      'partner',
    )
  const outcomes = await Promise.allSettled([add(1, 1), add(2, 100_000), add(3, 1)])
  const reasons = outcomes.map((outcome) =>
    outcome.status === 'rejected' ? (outcome.reason as { statusCode?: number }).statusCode : 'kept',
  )
  // The third one's turn comes in the next group.
  t.assert.deepEqual(reasons, [503, 503, 'kept'])
  t.assert.deepEqual(await lines(engine), [3])

  await engine.execute('pragma max_page_count = 1000')
  await add(4, 100_000)
  t.assert.deepEqual(await lines(engine), [3, 4])
})
