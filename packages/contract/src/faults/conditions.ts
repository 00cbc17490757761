import rows from '../../data/fault-conditions.json' with { type: 'json' }
import type { FaultConditions } from './fault.ts'
import { extraFaults, type AnyFaultName, type FaultName } from './index.ts'

/** The compiler knows the file's keys but only `string` for its words; those are checked by the catalogue's test. */
const published = rows as Readonly<Record<FaultName, FaultConditions>>

/** When each fault is raised. */
export const faultConditions: Readonly<Record<AnyFaultName, FaultConditions>> = {
  ...published,
  ...(Object.fromEntries(Object.entries(extraFaults).map(([name, { raised }]) => [name, raised])) as Readonly<
    Record<keyof typeof extraFaults, FaultConditions>
  >),
}
