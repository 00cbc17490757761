import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { serve, type ServingChild } from './child.ts'
import { temporaryFolder } from './folder.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  readonly scripts: { readonly start: string }
}
/** What `npm start` runs: Node with its flags and the program. */
const [, ...started] = scripts.start.split(' ')

export const operatorKey = 'bench'

export interface TenantryWishes {
  /** The data folder; none keeps everything in memory. */
  readonly folder?: string
  /** The PostgreSQL database to serve from, beside others perhaps. */
  readonly database?: string
  /** Where a CPU profile is written when the server stops. */
  readonly profileFolder?: string | undefined
}

/** A Tenantry on a free port, its clock moved only by the bench. */
export const serveTenantry = ({ folder, database, profileFolder }: TenantryWishes): Promise<ServingChild> =>
  serve([
    ...(profileFolder === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profileFolder}`]),
    ...started.map((part) => (part.startsWith('-') ? part : join(root, part))),
    '--port=0',
    '--clock=fixed',
    `--operator-key=${operatorKey}`,
    ...(folder === undefined && database === undefined ? ['--memory'] : []),
    ...(folder === undefined ? [] : ['--data', folder]),
    ...(database === undefined ? [] : ['--database', database]),
  ])

/** Where a data folder keeps its main world. */
export const worldFile = (folder: string): string => join(folder, 'worlds', 'main', 'world.db')

/** Two that serve the same PostgreSQL database. */
export const serveNodes = async (
  wishes: TenantryWishes & { readonly database: string },
): Promise<readonly [ServingChild, ServingChild]> => [
  // The first one makes the world.
  await serveTenantry({ ...wishes, folder: temporaryFolder() }),
  await serveTenantry({ ...wishes, folder: temporaryFolder() }),
]
