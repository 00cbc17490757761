import { alone } from './alone.ts'
import { reachedFrom } from './imports.ts'

/** Files that run under the same conditions. */
export interface Lane {
  readonly name: 'alone' | 'shared' | 'PostgreSQL'
  readonly files: readonly string[]
  /** How many processes it may have at once. */
  readonly processesMax: number
  /** Whether a process runs one file only. */
  readonly isolates: boolean
}

/** The server that `TENANTRY_TEST_DATABASE` puts on a database. What never asks it has no database to differ on. */
const serverOfTests = 'tests/world/world.ts'

/** More of them would only wait for each other: PostgreSQL works on the same cores. */
const onPostgresMax = 2

/** Scenarios that ask a server run a second time, on PostgreSQL where `hasPostgres`. */
export function lanesOf(files: readonly string[], cores: number, hasPostgres: boolean): readonly Lane[] {
  const [others, ownProcess] = [files.filter((file) => !isAlone(file)), files.filter(isAlone)]
  return [
    {
      name: 'alone',
      files: ownProcess,
      // They wait a lot: beside each there is to be work that does not.
      processesMax: others.length === 0 ? cores : Math.max(1, Math.floor(cores / 2)),
      isolates: true,
    },
    {
      name: 'PostgreSQL',
      files: hasPostgres ? onPostgres(files) : [],
      processesMax: onPostgresMax,
      isolates: false,
    },
    { name: 'shared', files: others, processesMax: cores, isolates: false },
  ]
}

export const onPostgres = (files: readonly string[]): string[] =>
  files.filter((file) => file.startsWith('tests/scenarios/') && reachedFrom(file).has(serverOfTests))

/** A test of faults stops and starves servers, and so is alone by its nature. */
const isAlone = (file: string): boolean => alone[file] !== undefined || file.endsWith('.fault.ts')
