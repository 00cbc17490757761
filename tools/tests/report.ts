import type { FilesRun } from './run-files.ts'

/**
 * Prints what failed and what was left out, and ends with `N passed, N failed`. Answers whether all is well: with
 * CI=true nothing may be left out.
 */
export function report({ results, durations }: FilesRun, missing: readonly string[]): boolean {
  for (const what of missing) console.log(`skipped: the tests that need ${what}`)
  const failed = results.filter(({ outcome }) => outcome === 'failed')
  for (const { file, path, lane, error = '' } of failed) {
    const where = lane === 'PostgreSQL' ? ' (on PostgreSQL)' : ''
    console.log(`\nFAILED ${[file, ...path].join(' › ')}${where}\n${indented(error)}`)
  }
  if (failed.length > 0) console.log('')
  const skipped = results.filter(({ outcome }) => outcome === 'skipped').length
  if (skipped > 0) console.log(`skipped: ${skipped} tests`)
  if (process.env['TENANTRY_TEST_TIMES'] === '1') {
    for (const { lane, file, ms } of durations) console.log(`${(ms / 1000).toFixed(1)} s ${lane} ${file}`)
  }
  const passed = results.length - failed.length - skipped
  console.log(`${passed} passed, ${failed.length} failed`)

  const isIncomplete = process.env['CI'] === 'true' && (missing.length > 0 || skipped > 0)
  if (isIncomplete) console.log('with CI=true nothing may be skipped')
  return failed.length === 0 && passed > 0 && !isIncomplete
}

const indented = (text: string): string => text.replaceAll(/^/gm, '  ').trimEnd()
