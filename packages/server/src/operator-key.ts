import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The operator's key: the one given, else the one made at the first start and kept in the data folder. */
export function operatorKeyOf(folder: string | undefined, given: string | undefined): string {
  // An empty key would let in everybody who sends none.
  if (given !== undefined && given !== '') return given
  const file = folder === undefined ? undefined : join(folder, 'operator-key')
  const kept = file !== undefined && existsSync(file) ? readFileSync(file, 'utf8').trim() : ''
  if (kept !== '') return kept
  const made = `op-${randomBytes(18).toString('base64url')}`
  if (file !== undefined) writeFileSync(file, `${made}\n`, { mode: 0o600 })
  return made
}
