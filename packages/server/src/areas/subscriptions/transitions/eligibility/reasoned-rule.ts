import type { Reason } from '@tenantry/contract/reasons/reason.ts'
import type { Rule, Titled } from '../../../../kernel/rule.ts'

/** A rule that a POST enforces and an eligibility answer reports: a fault for the one, a reason for the other. */
export interface ReasonedRule<Facts, Name extends string = string> extends Rule<Facts> {
  readonly reason: Name
}

export const reasoned = <Facts, Name extends string>(
  declared: ReasonedRule<Facts, Name>,
): ReasonedRule<Facts, Name> => declared

/** The names of all reasons against it, each once, in the order of their numbers. */
export function reasonsAgainst<Facts, Name extends string>(
  rules: Titled<ReasonedRule<Facts, Name>>,
  facts: Facts,
  codes: Readonly<Record<Name, Reason>>,
): Name[] {
  const names = rules.filter((rule) => !rule.holds(facts)).map((rule) => rule.reason)
  return [...new Set(names)].sort((a, b) => codes[a].code - codes[b].code)
}
