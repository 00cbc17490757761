import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The operator's key: the one given, else the one made at the first start and kept in the data folder. */
export function operatorKeyOf(folder: string | undefined, given: string | undefined): string {
  if (given !== undefined) return given
  const file = folder === undefined ? undefined : join(folder, 'operator-key')
  if (file !== undefined && existsSync(file)) return readFileSync(file, 'utf8').trim()
  const made = `op-${randomBytes(18).toString('base64url')}`
  if (file !== undefined) writeFileSync(file, `${made}\n`, { mode: 0o600 })
  return made
}
