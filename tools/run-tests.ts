import { existsSync, globSync } from 'node:fs'
import { isPostgresThere } from '../tests/stores/test-database.ts'
import { report } from './tests/report.ts'
import { runFiles } from './tests/run-files.ts'
import { longLimits, usualLimits } from './tests/run-process.ts'

/**
 * Runs every test file, or those that are named, and ends with `N passed, N failed`. Scenarios run a second time on
 * PostgreSQL. What needs PostgreSQL, a browser or strace runs where they are found; elsewhere it says `skipped: …`,
 * and with CI=true that is a failure.
 */
const wanted = process.argv.slice(2)
const files = (wanted.length > 0 ? wanted : globSync('{packages,tests,tools}/**/*.test.ts'))
  .filter((file) => !file.includes('node_modules'))
  .sort()

const missing: string[] = []
if (!existsSync('/usr/bin/chromium') && files.some((file) => file.startsWith('tests/console/'))) {
  missing.push('a browser (/usr/bin/chromium)')
}
const needsPostgres = /^tests\/(stores|scenarios)\/|\.fault\.ts$/
if (files.some((file) => needsPostgres.test(file)) && !(await isPostgresThere())) {
  missing.push('PostgreSQL on 127.0.0.1:5432')
}
const breaksThings = files.some((file) => file.endsWith('.fault.ts'))
if (breaksThings && !existsSync('/usr/bin/strace')) missing.push('strace (/usr/bin/strace)')
if (breaksThings && globSync('/usr/lib/postgresql/*/bin/initdb').length === 0)
  missing.push("PostgreSQL's own programs")

const limits = breaksThings ? longLimits : usualLimits
process.exit(report(await runFiles(files, { limits }), missing) ? 0 : 1)
