import rows from '../../data/fault-conditions.json' with { type: 'json' }
import type { AnyFaultName } from './index.ts'

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
export const faultConditions: Readonly<Record<AnyFaultName, FaultConditions>> = rows as Readonly<
  Record<AnyFaultName, FaultConditions>
>
