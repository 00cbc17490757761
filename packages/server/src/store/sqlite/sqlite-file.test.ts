import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { test, type TestContext } from 'node:test'
import { copyLog } from './checkpoints.ts'
import { EngineUnavailable } from '../engine.ts'
import { GroupCommit } from './group-commit.ts'
import { FileGround } from './sqlite-file.ts'

function worldFile(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'tenantry-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  return join(folder, 'world.db')
}

/** Counts rows up, eight at a time, in groups; each write is of a page that others changed before. */
async function counted(ground: FileGround, group: GroupCommit, rounds: number): Promise<void> {
  ground.execute('create table counter (id bigint not null primary key, n bigint, filler text)')
  ground.execute(
    'with recursive id(n) as (select 0 union all select n + 1 from id where n < 199) ' +
      'insert into counter select n, 0, hex(zeroblob(400)) from id',
  )
  const up = (id: number) =>
    group.write((connection) => connection.run('update counter set n = n + 1 where id = ?', [id]), false)
  for (let round = 0; round < rounds; round += 1)
    await Promise.all(Array.from({ length: 8 }, (_, i) => up((round * 8 + i) % 200)))
}

function sumIn(path: string): unknown {
  const database = new DatabaseSync(path, { readOnly: true })
  const [row] = database
    .prepare('select sum(n) as sum, (select * from pragma_integrity_check) as state from counter')
    .all()
  database.close()
  return { ...row }
}

test('a long log is copied into the database while work goes on, and starts anew', async (t) => {
  const path = worldFile(t)
  const ground = new FileGround(path, 200)
  const group = new GroupCommit(ground)
  await counted(ground, group, 500)
  await group.drain()
  const log = statSync(`${path}-wal`).size
  const read = await group.read((connection) => connection.all('select sum(n) as sum from counter', []))
  await ground.close()
  t.assert.equal(Number(read[0]?.['sum']), 4_000)
  t.assert.deepEqual(sumIn(path), { sum: 4_000, state: 'ok' })
  // Each of the 500 commits writes a page at least.
  assert.ok(log < 500 * 4_096, `the log has ${log} bytes`)
})

/** Has no thread to copy with. */
class WithoutThread extends FileGround {
  tries = 0

  override copy(): Promise<void> {
    this.tries += 1
    return Promise.reject(new EngineUnavailable('no thread'))
  }
}

test('where the thread cannot copy the log the writer does', async (t) => {
  const path = worldFile(t)
  const ground = new WithoutThread(path, 200)
  const group = new GroupCommit(ground)
  await counted(ground, group, 500)
  await group.drain()
  const log = statSync(`${path}-wal`).size
  await ground.close()
  assert.ok(log < 500 * 4_096, `the log has ${log} bytes`)
  assert.ok(ground.tries > 4, `tried ${ground.tries} times`)
  t.assert.deepEqual(sumIn(path), { sum: 4_000, state: 'ok' })
})

test('copies of several files are told to whom they belong', async (t) => {
  const [good, gone] = [worldFile(t), worldFile(t)]
  const ground = new FileGround(good)
  const outcomes = await Promise.allSettled([copyLog(gone), copyLog(good), copyLog(gone)])
  await ground.close()
  t.assert.deepEqual(
    outcomes.map(({ status }) => status),
    ['rejected', 'fulfilled', 'rejected'],
  )
  assert.ok(outcomes[0]?.status === 'rejected' && outcomes[0].reason instanceof EngineUnavailable)
})
