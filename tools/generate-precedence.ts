import type { Rule } from '../packages/server/src/kernel/rule.ts'

/** The ordered rule lists of the server by the operation that enforces them, as the areas export them. */
export type RuleLists = Readonly<Record<string, readonly Pick<Rule<never>, 'name' | 'see'>[]>>

/**
 * The order in which an operation's conditions are checked: `docs/reference/precedence.md`. The order of a list is what
 * the server enforces; the page is made of it.
 */
export function precedencePage(lists: RuleLists): string {
  const sections = Object.entries(lists)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([operation, rules]) => section(operation, rules))
  return `# Precedence\n\nThe first condition of a list that is not met decides the answer.\n\n${sections.join('\n')}`
}

function section(operation: string, rules: RuleLists[string]): string {
  const rows = rules.map(
    (rule, index) => `${index + 1}. ${words(rule.name)}${rule.see === undefined ? '' : ` (${rule.see})`}`,
  )
  return `## ${operation}\n\n${rows.join('\n')}\n`
}

/** `targetEndsLater` → `target ends later` */
const words = (name: string): string =>
  name.replaceAll(/([a-z0-9])([A-Z])/g, (_, a: string, b: string) => `${a} ${b.toLowerCase()}`)
