import type { Endpoint } from '@tenantry/contract/endpoint.ts'
import { checkedEndpoints, pipelineOf } from '../packages/server/src/checks.ts'
import type { Listed, Titled } from '../packages/server/src/kernel/rule.ts'
import type { Checks, Part } from '../packages/server/src/work/checks.ts'

/**
 * In which order the conditions of each endpoint are checked: `docs/reference/precedence.md` with what every request
 * passes, and a page for each wing. They are made of the lists that the server enforces.
 */
export function precedencePages(): [file: string, text: string][] {
  const wings = Map.groupBy(checkedEndpoints, ([, { area }]) => area.split('/', 1)[0] ?? '')
  return [
    ['docs/reference/precedence.md', firstPage([...wings])],
    ...[...wings].map(([wing, endpoints]): [string, string] => [
      `docs/reference/precedence/${wing}.md`,
      wingPage(wing, endpoints),
    ]),
  ]
}

type Named = readonly [
  name: string,
  checked: { readonly area: string; readonly endpoint: Endpoint; readonly checks: Checks },
]

const steps: readonly (readonly [title: string, what: string])[] = [
  ['Too many requests', 'After the token: 429 when the partner has none left.'],
  ['Media types and headers', 'Before the endpoint: 406, 415, then 2000, then 800036.'],
  ['Shape of the path, query and body', 'After the path: 900118, then 900126, 3000, 800002 and 400056.'],
]

function firstPage(wings: readonly (readonly [wing: string, endpoints: readonly Named[]])[]): string {
  const rows = wings.map(
    ([wing, endpoints]) =>
      `| [${wing}](precedence/${wing}.md) | ${endpoints.map(([name]) => `[${name}](precedence/${wing}.md#${name.toLowerCase()})`).join(', ')} |`,
  )
  return [
    '# Precedence',
    'The first condition that is not met decides the answer: first those of every request, then those of the endpoint.',
    '## Every request',
    ...written(pipelineOf({ path: ':customerId' })),
    'What is no list stands between them:',
    steps.map(([title, what]) => `- **${title}.** ${what}`).join('\n'),
    '## Endpoints',
    ['| wing | endpoints |', '|---|---|', ...rows].join('\n'),
    '',
  ].join('\n\n')
}

function wingPage(wing: string, endpoints: readonly Named[]): string {
  const sections = endpoints.flatMap(([name, { endpoint, checks }]) => [
    `## ${name}`,
    `\`${endpoint.method} ${endpoint.path}\``,
    ...(checks.length === 0 ? ['Nothing further.'] : written(checks)),
  ])
  return [
    `# Precedence: ${wing}`,
    'Every request passes [the same checks](../precedence.md) first. Then the first condition that is not met decides the answer.',
    ...sections,
    '',
  ].join('\n\n')
}

/** Numbered through; a list that comes again is only named again. */
function written(checks: Checks): string[] {
  const known = new Set<string>()
  let number = 0
  const write = (part: Checks, circumstances: readonly string[]): string[] =>
    part.flatMap((step) => {
      if ('announced' in step) return []
      if (isPart(step)) return write(step.checks, [...circumstances, step.of])
      const heading = `**${step.title}**${circumstances.length === 0 ? '' : ` (${circumstances.join(', ')})`}`
      if (known.has(step.title)) return [`${heading}: again.`]
      known.add(step.title)
      const rows = step.map((rule) => {
        number += 1
        return `${number}. ${words(rule.name)}${rule.see === undefined ? '' : ` (${rule.see})`}`
      })
      return [heading, rows.join('\n')]
    })
  return write(checks, [])
}

const isPart = (step: Titled<Listed> | Part): step is Part => 'checks' in step

/** `targetEndsLater` → `target ends later` */
const words = (name: string): string =>
  name.replaceAll(/([a-z0-9])([A-Z])/g, (_, a: string, b: string) => `${a} ${b.toLowerCase()}`)
