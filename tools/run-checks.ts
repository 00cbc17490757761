import { spawnSync } from 'node:child_process'

/** Format, lint, types, unused code, generated files, tests, how-to; each says what failed and stops. */
const steps: readonly (readonly [name: string, command: string, ...args: string[]])[] = [
  ['format', 'oxfmt', '--check'],
  ['lint', 'oxlint', '--type-aware', '--quiet'],
  ['types', 'tsc', '--noEmit'],
  ['unused code', 'knip', '--no-progress'],
  ['generated files', process.execPath, 'tools/generate.ts', '--check'],
  ['tests', process.execPath, 'tools/run-tests.ts'],
  ['how-to', process.execPath, '--test', 'tests/how-to/follow-examples.ts'],
]
const wanted = process.argv.slice(2)

for (const [name, command, ...args] of steps) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  const startedMs = performance.now()
  const path = `node_modules/.bin:${process.env['PATH'] ?? ''}`
  const { status } = spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, PATH: path } })
  const seconds = ((performance.now() - startedMs) / 1000).toFixed(1)
  console.log(`${status === 0 ? 'ok' : 'FAILED'}: ${name} (${seconds} s)`)
  if (status !== 0) process.exit(1)
}
