import rows from '../../data/fault-conditions.json' with { type: 'json' }
import { extraFaults, type AnyFaultName, type FaultName } from './index.ts'

type FaultArea = 'subscriptions' | 'purchasing' | 'identity'

/** `documented`: a Microsoft page says so; `inferred`: it follows from one; `assumed`: the pages are silent. */
type Provenance = 'documented' | 'inferred' | 'assumed'

/** When an operation raises a fault, in words. */
export interface FaultCondition {
  readonly operation: string
  readonly when: string
  /** Where the check stands among the others; empty when its place does not matter. */
  readonly precedence: string
  readonly provenance: Provenance
}

export interface FaultConditions {
  readonly area: FaultArea
  readonly conditions: readonly FaultCondition[]
}

/** The compiler knows the file's keys but only `string` for its words; those are checked by the catalogue's test. */
const published: Readonly<Record<FaultName, FaultConditions>> = rows as Readonly<
  Record<FaultName, FaultConditions>
>

/** When each fault is raised. */
export const faultConditions: Readonly<Record<AnyFaultName, FaultConditions>> = {
  ...published,
  ...(Object.fromEntries(Object.entries(extraFaults).map(([name, { raised }]) => [name, raised])) as Readonly<
    Record<keyof typeof extraFaults, FaultConditions>
  >),
}
