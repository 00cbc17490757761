import type { Mutant } from './mutants.ts'

export type Fate = 'killed' | 'timed out' | 'survived' | 'not reached'

export interface Result {
  readonly mutant: Mutant
  readonly fate: Fate
  /** The test that killed it, or what else there is to say. */
  readonly by?: { readonly file: string; readonly name: string }
  readonly why?: string
}
