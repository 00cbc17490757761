import type { Fault } from '@tenantry/contract/faults/fault.ts'
import type { Deciding, Notes, Rule } from './rule.ts'

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
export class Trace implements Notes {
  readonly #notes: { rule: Rule<unknown>; held: boolean; facts: unknown }[] = []

  note(rule: Rule<unknown>, held: boolean, facts: unknown): void {
    this.#notes.push({ rule, held, facts })
  }

  /** For checks that are no rule values: the request pipeline's own steps. */
  step(check: string, held: boolean, decidedBy: Deciding = {}): void {
    this.#notes.push({ rule: pipelineStep(check, decidedBy), held, facts: undefined })
  }

  passedOver<Facts>(_rules: readonly Rule<Facts>[], _facts: Facts): void {
    // The first broken rule decides; who wants the others too asks with a `ThoroughTrace`.
  }

  /** How many checks were made. */
  get length(): number {
    return this.#notes.length
  }

  /** Forgets the checks after the first `length`: the work that made them begins again. */
  backTo(length: number): void {
    this.#notes.length = length
  }

  read(): TracedCheck[] {
    return this.#notes.map(({ rule, held, facts }) => ({
      check: rule.name,
      held,
      decidedBy: told(rule.decidedBy?.(facts) ?? {}),
    }))
  }
}

/** That something is missing is often what decides: it is told as null, and not left out. */
const told = (decidedBy: Deciding): Deciding =>
  Object.fromEntries(Object.entries(decidedBy).map(([name, value]) => [name, value ?? null]))

/** Looks at the rest of a list as well, for those who want every reason and not only the one that decides. */
export class ThoroughTrace extends Trace {
  readonly further: Fault[] = []

  override backTo(length: number): void {
    super.backTo(length)
    this.further.length = 0
  }

  override passedOver<Facts>(rules: readonly Rule<Facts>[], facts: Facts): void {
    for (const rule of rules) {
      try {
        if (!rule.holds(facts)) this.further.push(rule.fault(facts))
      } catch {
        // A later check may take for granted what an earlier one would have refused.
      }
    }
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
