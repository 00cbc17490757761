import { spawnSync } from 'node:child_process'
import { existsSync, globSync } from 'node:fs'
import { cpus } from 'node:os'
import { connect } from 'node:net'
import { resolve } from 'node:path'

/**
 * Runs every test file and ends with `N passed, N failed`. What needs PostgreSQL, a browser or strace runs where they
 * are found; elsewhere it says `skipped: …`, and with CI=true that is a failure.
 */
const wanted = process.argv.slice(2)
const files = (wanted.length > 0 ? wanted : globSync('{packages,tests,tools}/**/*.test.ts'))
  .filter((file) => !file.includes('node_modules'))
  .sort()

const missing: string[] = []
if (!existsSync('/usr/bin/chromium') && files.some((file) => file.startsWith('tests/console/'))) {
  missing.push('a browser (/usr/bin/chromium)')
}
if (files.some((file) => /^tests\/stores\/|\.fault\.ts$/.test(file)) && !(await isListening(5432))) {
  missing.push('PostgreSQL on 127.0.0.1:5432')
}
const breaksThings = files.some((file) => file.endsWith('.fault.ts'))
if (breaksThings && !existsSync('/usr/bin/strace')) missing.push('strace (/usr/bin/strace)')
if (breaksThings && globSync('/usr/lib/postgresql/*/bin/initdb').length === 0)
  missing.push("PostgreSQL's own programs")
for (const what of missing) console.log(`skipped: the tests that need ${what}`)

const result = spawnSync(
  process.execPath,
  [
    '--disable-warning=ExperimentalWarning',
    '--test',
    '--test-reporter=tap',
    `--test-concurrency=${Math.max(2, cpus().length)}`,
    ...files,
  ],
  {
    encoding: 'utf8',
    maxBuffer: 512 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'inherit'],
    // Each file is a process, and each would compile the server anew: a third of what a short one costs.
    env: { NODE_COMPILE_CACHE: resolve('node_modules/.cache/tenantry-tests'), ...process.env },
  },
)
const count = (what: string): number =>
  Number(new RegExp(`^# ${what} (\\d+)$`, 'm').exec(result.stdout)?.[1] ?? 0)
const failed = count('fail') + count('cancelled')
const skipped = count('skipped') + count('todo')
if (failed > 0 || result.status !== 0) console.log(failures(result.stdout))
if (skipped > 0) console.log(`skipped: ${skipped} tests`)
console.log(`${count('pass')} passed, ${failed} failed`)

const isIncomplete = process.env['CI'] === 'true' && (missing.length > 0 || skipped > 0)
if (isIncomplete) console.log('with CI=true nothing may be skipped')
process.exit(failed > 0 || result.status !== 0 || count('pass') === 0 || isIncomplete ? 1 : 0)

/** The failing tests with what they say, without the passing ones around them. */
function failures(tap: string): string {
  const lines = tap.split('\n')
  const shown: string[] = []
  for (let i = 0; i < lines.length; i += 1) {
    if (!/^\s*not ok /.test(lines[i] ?? '')) continue
    const end = lines.findIndex((line, at) => at > i && /^\s*\.\.\.$/.test(line))
    shown.push(...lines.slice(i, Math.min(end === -1 ? i + 40 : end, i + 60)))
  }
  return shown.join('\n')
}

function isListening(port: number): Promise<boolean> {
  return new Promise((answer) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => {
      socket.destroy()
      answer(true)
    })
    socket.once('error', () => answer(false))
  })
}
