/** One message that asks PostgreSQL for an answer, as it was sent. */
export interface SentStatement {
  readonly text: string
  /** Of a prepared statement. */
  readonly name?: string
  readonly values: readonly (string | null)[]
  /** True when everything sent before had been answered: it waited for those answers. */
  readonly waited: boolean
}

export type SentTransaction = readonly SentStatement[]
