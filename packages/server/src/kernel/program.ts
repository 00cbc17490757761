import { readFileSync } from 'node:fs'

/** The version of this program, as databases and exports that it writes name it. */
export const programVersion = (
  JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string }
).version
