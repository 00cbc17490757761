import type { Fault } from '@tenantry/contract/faults/fault.ts'
import { formatAmount, type Money } from './money.ts'
import type { Deciding, Listed, Notes, Rule, Titled } from './rule.ts'
import { formatInstant, instant } from './time.ts'

/** One check as the request log shows it. */
export interface TracedCheck {
  readonly check: string
  readonly held: boolean
  /** It decided the answer; it comes before all others. */
  readonly decided?: true
  /** False for a rule that had nothing to say here, and so held. */
  readonly applied?: false
  readonly decidedBy: Readonly<Record<string, string | number | boolean | null | undefined>>
}

interface Note {
  readonly rule: Rule<unknown>
  readonly held: boolean
  readonly facts: unknown
}

/**
 * The checks that a request made, in order. Notes keep the facts as they are and are put into words only when somebody
 * reads the log, so that a request pays for a list entry and no more.
 */
export class Trace implements Notes {
  readonly #notes: Note[] = []
  /** The lists that were begun, and after how many checks. */
  readonly #begun: { list: Titled<Listed>; after: number }[] = []

  begin(list: Titled<Listed>): void {
    this.#begun.push({ list, after: this.#notes.length })
  }

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
    while ((this.#begun.at(-1)?.after ?? -1) >= length) this.#begun.pop()
  }

  /** The titles of the lists that were begun, in order; one that was begun several times in a row counts once. */
  lists(): string[] {
    const titles = this.#begun.map(({ list }) => list.title)
    return titles.filter((title, place) => title !== titles[place - 1])
  }

  /** In the order in which they were made, but for the one that decided that `code` was answered, if it was. */
  read(code?: number): TracedCheck[] {
    const decisive = code === undefined ? undefined : this.#decisive(code)
    const others = this.#notes.filter((note) => note !== decisive).map(inWords)
    return decisive === undefined ? others : [{ ...inWords(decisive), decided: true }, ...others]
  }

  /**
   * The last check of those that did not hold whose fault it is: a write that was tried again, and lists of which all
   * broken rules are told, have earlier ones. The pipeline's own steps have no fault and are never followed by another.
   */
  #decisive(code: number): Note | undefined {
    const broken = this.#notes.filter(({ held }) => !held)
    return broken.findLast((note) => codeOf(note) === code) ?? broken.at(-1)
  }
}

function codeOf({ rule, facts }: Note): number | undefined {
  try {
    return rule.fault(facts).spec.code
  } catch {
    return undefined // A step of the pipeline, or facts without what its fault would tell.
  }
}

function inWords({ rule, held, facts }: Note): TracedCheck {
  // What such a rule would have looked at says nothing, and would seem to contradict that it held.
  if (held && rule.applies?.(facts) === false)
    return { check: rule.name, held, applied: false, decidedBy: {} }
  const values = Object.entries(rule.decidedBy?.(facts) ?? {})
  // That something is missing is often what decides: it is told as null, and not left out.
  return {
    check: rule.name,
    held,
    decidedBy: Object.fromEntries(values.map(([name, value]) => [name, valueInWords(value ?? null)])),
  }
}

/** No quantity comes near it; of instants only those before March 1973 are below. */
const leastInstant = 100_000_000_000

function valueInWords(value: Deciding[string]): TracedCheck['decidedBy'][string] {
  if (typeof value === 'number' && Number.isInteger(value) && value >= leastInstant)
    return formatInstant(instant(value))
  if (typeof value !== 'object' || value === null) return value
  return amountInWords(value)
}

const amountInWords = (amount: Money): string => `${formatAmount(amount)} ${amount.currency}`

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
