import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { test, type TestContext } from 'node:test'
import { fileURLToPath } from 'node:url'
import { stateAfter } from './load/moves.ts'
import {
  readTrace,
  traceArguments,
  writeSurvivors,
  type Step,
  type Survival,
} from './machinery/power-loss.ts'
import { runSeed, SeededSource } from './machinery/seeded-source.ts'
import { tempFolder } from './machinery/temp-folder.ts'

const cuts = Number(process.env['TENANTRY_FAULTS_CUTS'] ?? 40) * 5
const moves = 3_000
const writer = fileURLToPath(new URL('machinery/checkpoint-writer.ts', import.meta.url))

if (existsSync('/usr/bin/strace'))
  test('a power cut while the log is copied keeps what was told', { timeout: 180_000 }, async (t) => {
    const steps = await tracedMoves(t)
    const source = new SeededSource(runSeed)
    const begun = steps.findIndex(isNote)
    const copying = steps.flatMap((step, place) => (place > begun && isCopying(step) ? [place] : []))
    assert.ok(copying.length > 200, `only ${copying.length} writes of copies`)
    const restarts = steps.filter((step) => step.kind === 'write' && isLog(step) && step.at === 0).length
    assert.ok(restarts > 5, `the log started anew only ${restarts} times`)

    const kinds: readonly Survival[] = ['nothing unsynced', 'some of the unsynced']
    for (let i = 0; i < cuts; i += 1) {
      const end = i % 2 === 0 ? source.oneOf(copying) + 1 : begun + source.below(steps.length - begun)
      const survival = source.oneOf(kinds)
      const folder = tempFolder(t)
      writeSurvivors(steps.slice(0, end), survival, source, folder)
      checkMoves(folder, toldIn(steps.slice(0, end)), `after step ${end} of ${steps.length}, ${survival}`)
    }
  })

const isNote = (step: Step): boolean => step.kind === 'write' && step.file.endsWith('/notes')
const isLog = (step: Step): boolean => 'file' in step && step.file.endsWith('-wal')
const isCopying = (step: Step): boolean => step.kind !== 'answer' && step.file.endsWith('/world.db')

async function tracedMoves(t: TestContext): Promise<Step[]> {
  const folder = tempFolder(t)
  const [trace, database, notes] = ['trace', 'world.db', 'notes'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ]
  const program = [process.execPath, '--disable-warning=ExperimentalWarning', writer]
  const child = spawn('strace', [...traceArguments(trace), ...program, database, notes, String(moves)], {
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  t.after(() => child.kill('SIGKILL'))
  await new Promise((resolve) => child.once('exit', resolve))
  const steps = readTrace(trace, ['/world.db', '/world.db-wal', '/notes'])
  assert.equal(toldIn(steps), moves, 'the writer ended too early')
  return steps
}

/** How many moves were told of: they are told in order. */
const toldIn = (steps: readonly Step[]): number => steps.filter(isNote).length

function checkMoves(folder: string, told: number, when: string): void {
  const database = new DatabaseSync(join(folder, 'world.db'))
  assert.equal(database.prepare('pragma integrity_check').get()?.['integrity_check'], 'ok', when)
  const found = database
    .prepare('select move from place order by id')
    .all()
    .map(({ move }) => Number(move))
  database.close()
  const made = Math.max(...found) + 1
  assert.ok(made >= told, `${when}: ${told} moves were told, ${made} are there`)
  assert.deepEqual(found, stateAfter(made), when)
}
