import type { Endpoint } from '@tenantry/contract/endpoint.ts'
import { pathRules } from './areas/accounts/customers/public.ts'
import { areas } from './areas/index.ts'
import { callerChecks, endpointChecks } from './identity/area.ts'
import type { Listed, Titled } from './kernel/rule.ts'
import { contradiction, listsOf, resolved, type Checks } from './work/checks.ts'
import type { EventType } from './work/events.ts'

/** What any request has to pass before its operation begins. */
export const pipelineOf = ({ path }: { readonly path: string }): Checks => [
  ...callerChecks,
  ...endpointChecks,
  ...(path.includes(':customerId') ? [pathRules] : []),
]

const followersOf = (event: EventType): Checks =>
  areas.flatMap(({ listeners }) => listeners[event]?.checks ?? [])

interface Checked {
  readonly area: string
  readonly endpoint: Endpoint
  /** Of the operation alone. */
  readonly checks: ReturnType<typeof resolved>
}

/** Every endpoint with what can refuse it, in order. */
export const checkedEndpoints: ReadonlyMap<string, Checked> = new Map(
  areas.flatMap((area) => {
    const checks: Readonly<Record<string, Checks>> = area.checks
    return Object.entries<Endpoint>(area.endpoints).map(([name, endpoint]): [string, Checked] => [
      name,
      { area: area.name, endpoint, checks: resolved(checks[name] ?? [], followersOf) },
    ])
  }),
)

/** Every list that can refuse anything, by its title. */
export const ruleLists: ReadonlyMap<string, Titled<Listed>> = new Map(
  [...checkedEndpoints.values()]
    .flatMap(({ endpoint, checks }) => listsOf([...pipelineOf(endpoint), ...checks]))
    .map((list) => [list.title, list]),
)

/** Under test: the defect of an operation that looks at its lists in another order than its area declares. */
export function misordered(name: string, begun: readonly string[]): Error | undefined {
  const checked = checkedEndpoints.get(name)
  if (checked === undefined) return new TypeError(`no area has the endpoint ${name}`)
  const title = contradiction([...pipelineOf(checked.endpoint), ...checked.checks], begun)
  return title === undefined
    ? undefined
    : new TypeError(
        `${checked.area}/area.ts declares another order of checks for ${name}: "${title}" in ${begun.join(' > ')}`,
      )
}
