import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestContext } from 'node:test'

/** A folder of the test's own, gone when it ends. Register it before what lives in it. */
export function tempFolder(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'tenantry-faults-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
