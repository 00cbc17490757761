/** One finished test, as its process tells it. */
export interface TestResult {
  readonly file: string
  /** The names of its suites and its own, from the outside in; empty where the file itself failed. */
  readonly path: readonly string[]
  readonly outcome: 'passed' | 'failed' | 'skipped'
  /** What went wrong, and where. */
  readonly error?: string
}

/** What a worker says: that it has time for a file, that a test starts or has ended, that all of a file's have. */
export type FromWorker =
  | { readonly kind: 'ready' }
  | { readonly kind: 'started' }
  | { readonly kind: 'ended'; readonly result: TestResult }
  | { readonly kind: 'told'; readonly file: string }

/** The next file, or that there is none. */
export interface ToWorker {
  readonly file?: string | undefined
}
