import type { Fault } from '@tenantry/contract/faults/fault.ts'
import type { Money } from './money.ts'

/** The values that decided a check, small enough to show in a log. Instants may stand there as they are. */
export type Deciding = Readonly<Record<string, string | number | boolean | Money | null | undefined>>

/**
 * One documented condition, stated positively. `Facts` is plain data that was loaded before; a rule never awaits and
 * never reads a clock.
 */
export interface Rule<Facts> {
  readonly name: string
  /** True when the condition is met. */
  readonly holds: (facts: Facts) => boolean
  /** The answer when it is not. */
  readonly fault: (facts: Facts) => Fault
  /** Where it is looked at only under a condition: whether that is met. Where it is not, the rule holds. */
  readonly applies?: (facts: Facts) => boolean
  /** What the trace shows beside the verdict. */
  readonly decidedBy?: (facts: Facts) => Deciding
  /** The documentation page as a slug, or `assumed` where no source says it. */
  readonly see?: string
}

export const rule = <Facts>(declared: Rule<Facts>): Rule<Facts> => declared

/** A rule over wider facts, from one over a part of them. */
export const on = <Whole, Part>(select: (whole: Whole) => Part, inner: Rule<Part>): Rule<Whole> => {
  const { decidedBy, applies } = inner
  return {
    name: inner.name,
    holds: (whole) => inner.holds(select(whole)),
    fault: (whole) => inner.fault(select(whole)),
    ...(applies === undefined ? {} : { applies: (whole: Whole) => applies(select(whole)) }),
    ...(decidedBy === undefined ? {} : { decidedBy: (whole: Whole) => decidedBy(select(whole)) }),
    ...(inner.see === undefined ? {} : { see: inner.see }),
  }
}

/** A rule that is looked at only when `applies`; otherwise it holds. */
export const when = <Facts>(applies: (facts: Facts) => boolean, inner: Rule<Facts>): Rule<Facts> => ({
  ...inner,
  applies: (facts) => applies(facts) && (inner.applies?.(facts) ?? true),
  holds: (facts) => !applies(facts) || inner.holds(facts),
})

/** What a list shows of a rule: its name and its page. */
export interface Listed {
  readonly name: string
  readonly see?: string
}

/** Rules in order, with the title that the precedence pages and the ladders have for them. */
export type Titled<R extends Listed> = readonly R[] & { readonly title: string }

/** An ordered list that decides an answer. An operation enforces only lists that its area's `checks` name. */
export type RuleList<Facts> = Titled<Rule<Facts>>

export const ruleList = <R extends Listed>(title: string, rules: readonly R[]): Titled<R> =>
  Object.assign([...rules], { title })

/** Who is told of the checks that were made. */
export interface Notes {
  /** Told of each list that is begun. */
  begin(list: Titled<Listed>): void
  note(rule: Rule<unknown>, held: boolean, facts: unknown): void
  /** Told of the rules of a list that were not looked at, because one before them did not hold. */
  passedOver<Facts>(rules: readonly Rule<Facts>[], facts: Facts): void
}

/**
 * Throws the fault of the first rule that does not hold; the order of `rules` is the documented precedence. Each check
 * made is kept in `notes`, the later ones are not made.
 */
export function enforce<Facts>(rules: RuleList<Facts>, facts: Facts, notes?: Notes): void {
  const refused = firstBroken(rules, facts, notes)
  if (refused !== undefined) throw refused
}

/** As `enforce`, but answers the fault: for rules that are looked at when something has happened that remains. */
export function firstBroken<Facts>(rules: RuleList<Facts>, facts: Facts, notes?: Notes): Fault | undefined {
  notes?.begin(rules)
  for (const [place, check] of rules.entries()) {
    const held = check.holds(facts)
    notes?.note(check as Rule<unknown>, held, facts)
    if (held) continue
    notes?.passedOver(rules.slice(place + 1), facts)
    return check.fault(facts)
  }
  return undefined
}

/** Every rule that does not hold, in order: for eligibility answers and for the reasons beside a disabled button. */
export const unmet = <Facts>(rules: RuleList<Facts>, facts: Facts): Rule<Facts>[] =>
  rules.filter((check) => !check.holds(facts))

/** The faults of every rule that does not hold. */
export const brokenFaults = <Facts>(rules: RuleList<Facts>, facts: Facts): Fault[] =>
  unmet(rules, facts).map((check) => check.fault(facts))
