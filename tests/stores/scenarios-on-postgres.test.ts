import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'
import { join, normalize } from 'node:path'
import { describe, test } from 'node:test'
import { hasPostgres, madeDatabase } from './databases.ts'

/** The server that `TENANTRY_TEST_DATABASE` puts on a database. What never asks it has no database to differ on. */
const serverOfTests = 'tests/world/world.ts'

/** Every scenario there is; each file gets a database and a server of its own. */
const scenarios = globSync('tests/scenarios/**/*.test.ts').sort().filter(asksTheServer)

test('every scenario that asks a server is run on PostgreSQL', () => {
  assert.ok(scenarios.includes('tests/scenarios/recipes.test.ts'))
  assert.ok(
    scenarios.includes('tests/scenarios/moves/migration-schedules.test.ts'),
    'it asks by way of another file',
  )
  assert.ok(!scenarios.includes('tests/scenarios/generated.test.ts'))
})

if (hasPostgres) {
  describe('the scenarios run on PostgreSQL as they do on the embedded database', { concurrency: 2 }, () => {
    for (const file of scenarios) {
      test(file, async () => {
        const { status, output } = await run(file, await madeDatabase())
        assert.equal(status, 0, output)
        assert.match(output, /^# pass [1-9]/m, output)
        assert.match(output, /^# skipped 0$/m, output)
      })
    }
  })
}

function run(file: string, database: string): Promise<{ status: number | null; output: string }> {
  const { NODE_TEST_CONTEXT: _, ...environment } = process.env
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', '--test', '--test-reporter=tap', file],
    {
      env: { ...environment, TENANTRY_TEST_DATABASE: database },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  let output = ''
  child.stdout.on('data', (text: Buffer) => (output += text.toString()))
  child.stderr.on('data', (text: Buffer) => (output += text.toString()))
  return new Promise((resolve) => {
    child.on('close', (status) => resolve({ status, output: failuresOf(output) }))
  })
}

/** Whether a file imports the server of the tests, itself or by way of others. */
function asksTheServer(path: string): boolean {
  if (path === serverOfTests) return true
  const imports = readFileSync(path, 'utf8').matchAll(/from '(\.[^']*)'/g)
  return [...imports]
    .map(([, from = '']) => normalize(join(path, '..', from)))
    .some((from) => from.startsWith('tests/') && asksTheServer(from))
}

/** Without the scenarios that passed. */
const failuresOf = (tap: string): string =>
  tap
    .split('\n')
    .filter((line) => !/^\s*(ok |# Subtest|---$|duration_ms|type:|\.\.\.$)/.test(line))
    .join('\n')
