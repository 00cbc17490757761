import { closeSync, fsyncSync, mkdirSync, openSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * Makes a folder and those above it where they are missing, so that they are still there after a power cut: a file that
 * was synced is lost all the same while nobody has synced the folder that lists it.
 */
export function makeFolder(path: string): void {
  const first = mkdirSync(path, { recursive: true })
  // Windows opens no folders; there the file system's own log does it.
  if (first === undefined || process.platform === 'win32') return
  for (let folder = path; folder.length >= dirname(first).length; folder = dirname(folder)) {
    const handle = openSync(folder, 'r')
    fsyncSync(handle)
    closeSync(handle)
    if (folder === dirname(folder)) return
  }
}
