import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { makeFolder } from './store/sqlite/make-folder.ts'

/**
 * Takes a data folder for this process alone: two that serve one world would each have a clock of its own. The lock is
 * the operating system's, so that it ends with the process, however that ends. Answers how to let go.
 */
export function takeFolder(folder: string): () => void {
  makeFolder(folder)
  const lock = new DatabaseSync(join(folder, 'lock'))
  try {
    lock.exec('pragma locking_mode = exclusive; begin exclusive; commit')
  } catch {
    lock.close()
    throw new Error(`the data folder ${folder} is in use by another server`)
  }
  return () => lock.close()
}
