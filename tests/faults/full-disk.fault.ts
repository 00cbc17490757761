import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { decide } from './load/kill-rounds.ts'
import { MixedLoad } from './load/mixed-load.ts'
import { hasPostgresPrograms, PostgresCluster } from './machinery/postgres-cluster.ts'
import { runSeed, SeededSource } from './machinery/seeded-source.ts'
import { startProcess, type ServerProcess } from './machinery/server-process.ts'
import { tempFolder } from './machinery/temp-folder.ts'
import { statusOf } from './machinery/until.ts'

/** Takes the room away, and gives it back. */
interface Shortage {
  begin(): void
  end(): void
}

test(
  'files that may not grow: a clean answer, reads go on, and writes when there is room',
  { timeout: 120_000 },
  async (t) => {
    const folder = tempFolder(t)
    const server = await startProcess({ folder })
    const log = join(folder, 'worlds', 'main', 'world.db-wal')
    // The limit is the process's own, so that it needs neither a disk nor the rights to make one.
    const limit = (bytes: string): void => run('prlimit', `--pid=${server.pid}`, `--fsize=${bytes}:unlimited`)
    await outlives(t, server, {
      begin: () => limit(String(statSync(log).size + 8_192)),
      end: () => limit('unlimited'),
    })
  },
)

const small = mountable()

if (small)
  test('a full disk under the embedded database', { timeout: 120_000 }, async (t) => {
    const folder = mounted(t, 64)
    await outlives(t, await startProcess({ folder }), filled(folder))
  })

if (small && hasPostgresPrograms)
  test('a full disk under PostgreSQL', { timeout: 120_000 }, async (t) => {
    const data = mounted(t, 160)
    const cluster = await PostgresCluster.start(t, data)
    await outlives(t, await startProcess({ database: cluster.url }), filled(data))
  })

async function outlives(t: TestContext, server: ServerProcess, shortage: Shortage): Promise<void> {
  t.after(() => server.kill())
  const load = await MixedLoad.open(server.world, new SeededSource(runSeed))
  const disturb = async (): Promise<void> => {
    await load.accepted(30)
    shortage.begin()
    await load.unanswered(12)
    assert.equal(await statusOf(`${server.url}/health/live`), 200)
    // What is there can be read, also by a world-wide read.
    const [customer = ''] = load.customers
    const read = await server.world.ask.subscriptions.list({ customerId: customer })
    assert.equal(read.status, 200)
    await server.world.operator.ledger({ customerId: customer })
    shortage.end()
    await load.accepted(30)
  }
  await load.run(6, [server.world], disturb())
  await decide(load, [server.world])
  assert.equal(await server.stop(), 0)
}

/** A file that takes all the room there is. */
function filled(folder: string): Shortage {
  const path = join(folder, 'filler')
  return {
    begin: () => {
      const file = openSync(path, 'w')
      try {
        for (const size of [1_048_576, 4_096]) fill(file, Buffer.alloc(size, 1))
      } finally {
        closeSync(file)
      }
    },
    end: () => rmSync(path),
  }
}

function fill(file: number, chunk: Buffer): void {
  try {
    for (;;) writeSync(file, chunk)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
  }
}

/** A disk of its own, of so many megabytes. */
function mounted(t: TestContext, megabytes: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'tenantry-disk-'))
  run('mount', '-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tenantry', folder)
  t.after(() => {
    run('umount', '--lazy', folder)
    rmSync(folder, { recursive: true, force: true })
  })
  return folder
}

/** Only root may mount, and not in every container. */
function mountable(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'tenantry-disk-'))
  const isThere = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tenantry', folder]).status === 0
  if (isThere) run('umount', folder)
  rmSync(folder, { recursive: true, force: true })
  return isThere
}

function run(program: string, ...args: readonly string[]): void {
  const { status, stderr } = spawnSync(program, args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`${program} ended with ${status}: ${stderr}`)
}
