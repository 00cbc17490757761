import type { Deciding, Rule } from './rule.ts'

/** One check as the request log shows it. */
export interface TracedCheck {
  readonly check: string
  readonly held: boolean
  readonly decidedBy: Deciding
}

/**
 * The checks that a request made, in order. Notes keep the facts as they are and are put into words only when somebody
 * reads the log, so that a request pays for a list entry and no more.
 */
export class Trace {
  readonly #notes: { rule: Rule<unknown>; held: boolean; facts: unknown }[] = []

  note(rule: Rule<unknown>, held: boolean, facts: unknown): void {
    this.#notes.push({ rule, held, facts })
  }

  /** For checks that are no rule values: the request pipeline's own steps. */
  step(check: string, held: boolean, decidedBy: Deciding = {}): void {
    this.#notes.push({ rule: pipelineStep(check, decidedBy), held, facts: undefined })
  }

  read(): TracedCheck[] {
    return this.#notes.map(({ rule, held, facts }) => ({
      check: rule.name,
      held,
      decidedBy: rule.decidedBy?.(facts) ?? {},
    }))
  }
}

const pipelineStep = (name: string, decidedBy: Deciding): Rule<unknown> => ({
  name,
  holds: () => true,
  fault: () => {
    throw new TypeError(`the pipeline step ${name} has no fault of its own`)
  },
  decidedBy: () => decidedBy,
})
