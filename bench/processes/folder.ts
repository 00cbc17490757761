import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const made = new Set<string>()

/** A folder that is gone when the bench ends. It lies on a disk, so that a durable commit costs what it costs. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(process.env['TENANTRY_BENCH_FOLDER'] ?? tmpdir(), 'tenantry-bench-'))
  made.add(folder)
  return folder
}

/** Before the bench ends, where what follows needs the room. */
export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true })
  made.delete(folder)
}

process.on('exit', () => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true })
})
