import assert from 'node:assert/strict'
import { cpSync, existsSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { test, type TestContext } from 'node:test'
import { operatorClient } from '@tenantry/sdk/operator.ts'
import { World } from '@tenantry/recipes/world.ts'
import { startServer } from '../../packages/server/src/server.ts'
import { checkHistory, checkPrefix } from './history/check-history.ts'
import { History } from './history/history.ts'
import { MixedLoad } from './load/mixed-load.ts'
import {
  readTrace,
  traceArguments,
  writeSurvivors,
  type Step,
  type Survival,
} from './machinery/power-loss.ts'
import { runSeed, SeededSource } from './machinery/seeded-source.ts'
import { startProcess, type ServerProcess } from './machinery/server-process.ts'
import { tempFolder } from './machinery/temp-folder.ts'
import { readRows, type WorldRows } from './history/world-rows.ts'

const cuts = Number(process.env['TENANTRY_FAULTS_CUTS'] ?? 40)

const filesOf = (folder: string): string => join(folder, 'worlds', 'main')

test('a torn end of the log costs the end of the history, and no more', { timeout: 120_000 }, async (t) => {
  const folder = tempFolder(t)
  const source = new SeededSource(runSeed)
  const { load } = await killedAmidWork(t, await startProcess({ folder }), source)
  const untouched = tempFolder(t)
  cpSync(folder, untouched, { recursive: true })
  const whole = await rowsOf(untouched)
  assert.deepEqual(checkHistory(load.history, whole), [])

  const log = readFileSync(join(filesOf(folder), 'world.db-wal'))
  const damages: readonly (readonly [what: string, damage: (path: string) => void])[] = [
    ['cut off', (path) => truncateSync(path, source.below(log.length))],
    ['cut off within its last page', (path) => truncateSync(path, log.length - 1 - source.below(4_000))],
    ['overwritten at one place', (path) => overwrite(path, log, source.below(log.length), 1)],
    ['overwritten from some place on', (path) => overwrite(path, log, source.below(log.length), log.length)],
    ['gone', (path) => truncateSync(path, 0)],
  ]
  let isShorter = false
  for (const [what, damage] of [...damages, ...damages, ...damages]) {
    await t.test(`the log is ${what}`, async (t) => {
      const copy = tempFolder(t)
      cpSync(folder, copy, { recursive: true })
      damage(join(filesOf(copy), 'world.db-wal'))
      const rows = await rowsOf(copy)
      assert.deepEqual(checkPrefix(load.history, rows), [])
      isShorter ||= rows.audits.length < whole.audits.length
    })
  }
  assert.ok(isShorter, 'no damage cost anything, so nothing was tried')
})

if (existsSync('/usr/bin/strace'))
  test('a power cut at any moment keeps what was answered', { timeout: 180_000 }, cutsOfPower)

async function cutsOfPower(t: TestContext): Promise<void> {
  const place = tempFolder(t)
  const [folder, trace] = [join(place, 'data'), join(place, 'trace')]
  const source = new SeededSource(runSeed)
  const server = await startProcess({ folder }, { under: ['strace', ...traceArguments(trace)] })
  const { load, openedAt } = await killedAmidWork(t, server, source)
  const steps = readTrace(trace, ['/worlds/main/world.db', '/worlds/main/world.db-wal'])
  const from = openedAt(steps)
  foldersAreKept(trace, folder)
  const syncs = steps.filter(({ kind }) => kind === 'sync').length
  assert.ok(syncs > 0, 'nothing was synced')

  const kinds: readonly Survival[] = ['nothing unsynced', 'some of the unsynced']
  const answers = steps.flatMap(({ kind }, place) => (kind === 'answer' && place >= from ? [place] : []))
  for (let i = 0; i < cuts; i += 1) {
    // The sharpest moment is the one when an answer has just gone out.
    const end = i % 2 === 0 ? source.oneOf(answers) + 1 : from + source.below(steps.length - from)
    const survival = source.oneOf(kinds)
    await t.test(`after step ${end} of ${steps.length}, ${survival}`, async (t) => {
      const past = steps.slice(0, end)
      const copy = tempFolder(t)
      mkdirSync(filesOf(copy), { recursive: true })
      writeSurvivors(past, survival, source, filesOf(copy))
      const told = toldUntil(load.history, past)
      assert.deepEqual(checkHistory(told, await rowsOf(copy)), [])
    })
  }
}

test('a copy that is made while clients write is a world of one moment', { timeout: 120_000 }, async (t) => {
  const folder = tempFolder(t)
  const server = await startProcess({ folder })
  const copies = [tempFolder(t), tempFolder(t)]
  const backUp = (): void => {
    const reader = new DatabaseSync(join(filesOf(folder), 'world.db'), { readOnly: true })
    const copy = copies.pop()
    if (copy === undefined) return
    mkdirSync(filesOf(copy), { recursive: true })
    reader.prepare('vacuum into ?').run(join(filesOf(copy), 'world.db'))
    reader.close()
    made.push(copy)
  }
  const made: string[] = []
  const { load } = await killedAmidWork(t, server, new SeededSource(runSeed), backUp)
  assert.equal(made.length, 2)
  for (const copy of made) {
    const rows = await rowsOf(copy)
    assert.ok(rows.audits.length > 0)
    assert.deepEqual(checkPrefix(load.history, rows), [])
  }
})

/** A file is on the disk only if each folder on the way to it is listed there too. */
function foldersAreKept(trace: string, folder: string): void {
  const folders = [join(folder, 'worlds', 'main'), join(folder, 'worlds'), folder, dirname(folder)]
  const synced = new Set(readTrace(trace, folders).map((step) => 'file' in step && step.file))
  for (const one of folders) assert.ok(synced.has(one), `${one} was not synced`)
}

/** A load, and the server killed amid it; `atTimes` is called twice meanwhile. */
async function killedAmidWork(
  t: TestContext,
  server: ServerProcess,
  source: SeededSource,
  atTimes: () => void = () => undefined,
): Promise<{ load: MixedLoad; openedAt: (steps: readonly Step[]) => number }> {
  t.after(() => server.kill())
  const load = await MixedLoad.open(server.world, source)
  const kill = async (): Promise<void> => {
    await load.accepted(20)
    atTimes()
    await load.accepted(20)
    atTimes()
    await load.accepted(20)
    await server.kill()
  }
  await load.run(6, [server.world], kill())
  const [first] = load.history.requests()
  return {
    load,
    // Cuts come after the customers are there, who are no part of the history.
    openedAt: (steps) => steps.findIndex((step) => step.kind === 'answer' && step.name === first?.name),
  }
}

/** Starts a server on the files; the database must be whole, whatever else. */
async function rowsOf(folder: string): Promise<WorldRows> {
  const server = await startServer({ port: 0, clock: 'fixed', folder })
  let rows: WorldRows
  try {
    rows = await readRows(await World.open(operatorClient({ url: server.url, key: server.operatorKey })))
  } finally {
    await server.close()
  }
  const database = new DatabaseSync(join(filesOf(folder), 'world.db'), { readOnly: true })
  assert.equal(database.prepare('pragma integrity_check').get()?.['integrity_check'], 'ok')
  database.close()
  return rows
}

function overwrite(path: string, log: Buffer, from: number, length: number): void {
  const bytes = Buffer.from(log)
  for (let i = from; i < Math.min(bytes.length, from + length); i += 1) bytes[i] = (bytes[i] ?? 0) ^ 0x5a
  writeFileSync(path, bytes)
}

/** The history as it was when the power went: answers that had not gone out were never given. */
function toldUntil(history: History, past: readonly Step[]): History {
  const sent = new Set(past.flatMap((step) => (step.kind === 'answer' ? [step.name] : [])))
  const told = new History()
  for (const { request, beganAt, endedAt, answer } of history.attempts) {
    const isTold = sent.has(request.name) && answer !== undefined && endedAt !== undefined
    told.attempts.push({ request, beganAt, ...(isTold ? { endedAt, answer } : {}) })
  }
  return told
}
