/** What the conductor asks of a worker, and what it hears back. */
export interface Task {
  /** Tests by file and place in it, in the order in which to try them. */
  readonly tests: readonly TestId[]
  /** Undefined: nothing is switched on. */
  readonly mutant?: number
  readonly hitsMax?: number
  /** The failing test is run again with nothing switched on, at once. */
  readonly isStrict?: boolean
}

export interface TestId {
  readonly file: string
  readonly place: number
  readonly timeoutMs: number
}

/** One test of a dry run. */
export interface Observed {
  readonly place: number
  readonly name: string
  readonly ms: number
  /** Of the processor, with what ran beside it in the same process. */
  readonly cpuMs: number
  readonly error: string | undefined
  /** It holds a second time in the same process, too. */
  readonly isRepeatable: boolean
  readonly reached: readonly [mutant: number, times: number][]
}

export interface ObservedFile {
  readonly file: string
  readonly tests: readonly Observed[]
  /** Reached while the file was loaded and what stands before its tests ran, or by the first run of a test only. */
  readonly once: readonly number[]
}

export type Order =
  | { readonly kind: 'observe'; readonly file: string; readonly isThorough: boolean }
  | ({ readonly kind: 'try' } & Task)

export type Report =
  | { readonly kind: 'ready' }
  | { readonly kind: 'alive'; readonly patienceMs: number }
  | ({ readonly kind: 'observed' } & ObservedFile)
  | { readonly kind: 'survived' }
  | {
      readonly kind: 'killed'
      readonly by: { readonly file: string; readonly place: number }
      readonly how: 'failed' | 'timed out'
      readonly why: string
      /** The worker is of no more use: it hangs, or the same test fails with nothing switched on, too. */
      readonly isSpoilt: boolean
    }
