import type { WrittenRow } from './written-rows.ts'

/** What the bare writer is told to do. */
export interface BareOrder {
  /** The database to write into: a copy of the world's. */
  readonly file: string
  readonly rows: readonly WrittenRow[]
  /** How often the rows are written, each time with other keys. */
  readonly batches: number
  /** Into how many durable transactions of about the same size each time is divided. */
  readonly commits: number
  /** After so many batches an update meets the rows of the first one again. */
  readonly updatedBatchesMax: number
  readonly seed: number
}

export interface BareOutcome {
  /** Time in transactions, from `begin` to the end of `commit`. */
  readonly seconds: number
  readonly cpuMs: number
}
