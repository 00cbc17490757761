/** What every load is told. */
export interface LoadOrder {
  readonly quick: boolean
  readonly seed: number
  /** Where CPU profiles of the server go; no profiling when absent. */
  readonly profileFolder?: string | undefined
}

/** One measured run of one side. */
export interface Sample {
  readonly value: number
  /** Further figures by name and unit, for example `cpu µs/request`. */
  readonly more: Readonly<Record<string, number>>
}

/** A load that is set up: both sides can be run again and again, in turn. */
export interface PreparedLoad {
  /** What was found out while it was set up. */
  readonly notes: readonly string[]
  figure(run: number): Promise<Sample>
  reference(run: number): Promise<Sample>
  close(): Promise<void>
}

export interface Load {
  readonly name: string
  /** What one can read the two columns by. */
  readonly figure: string
  readonly reference: string
  readonly unit: string
  /** How often it runs where nobody says it: for what takes minutes. */
  readonly runs?: number
  /** What the load needs and this machine has not, if so. */
  readonly missing?: () => Promise<string | undefined>
  prepare(order: LoadOrder): Promise<PreparedLoad>
}
