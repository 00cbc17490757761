import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { describe, test } from 'node:test'
import { hasPostgres, madeDatabase } from './databases.ts'

/** What every database must serve alike; each file gets a database and a server of its own. */
const scenarios = [
  'first-order',
  'checkout',
  'ladders',
  'moves',
  'preview',
  'migrations',
  'migration-ladders',
  'migration-schedules',
  'upgrades',
  'isolation',
  'sign-in',
  'recipes',
  'azure',
  'product-upgrades',
  'http/idempotency',
  'http/worlds',
].map((name) => `tests/scenarios/${name}.test.ts`)

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

/** Without the scenarios that passed. */
const failuresOf = (tap: string): string =>
  tap
    .split('\n')
    .filter((line) => !/^\s*(ok |# Subtest|---$|duration_ms|type:|\.\.\.$)/.test(line))
    .join('\n')
