import type { Endpoint } from '@tenantry/contract/endpoint.ts'
import { pathRules } from './areas/accounts/customers/public.ts'
import { areas } from './areas/index.ts'
import { callerChecks, endpointChecks } from './identity/area.ts'
import type { Listed, Titled } from './kernel/rule.ts'
import { contradiction, listsOf, resolved, told, type Checks, type Part } from './work/checks.ts'
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

/** Under test: holds what requests look at against what the areas declare. */
export class OrderWatch {
  /** Endpoint and list, as `createCart: A cart line`. */
  readonly #begun = new Set<string>()

  /** The defect of an operation that looks at its lists in another order than its area declares. */
  misordered(name: string, begun: readonly string[]): Error | undefined {
    const checked = checkedEndpoints.get(name)
    if (checked === undefined) return new TypeError(`no area has the endpoint ${name}`)
    for (const title of begun) this.#begun.add(`${name}: ${title}`)
    const title = contradiction([...pipelineOf(checked.endpoint), ...checked.checks], begun)
    return title === undefined
      ? undefined
      : new TypeError(
          `${checked.area}/area.ts declares another order of checks for ${name}: "${title}" in ${begun.join(' > ')}`,
        )
  }

  /** What areas declare to refuse by, and no request has come to. */
  unseen(): string[] {
    return [...checkedEndpoints]
      .flatMap(([name, { checks }]) => listsOf(checks, isRefusing).map(({ title }) => `${name}: ${title}`))
      .filter((one, place, all) => all.indexOf(one) === place && !this.#begun.has(one))
  }
}

const isRefusing = ({ of }: Part): boolean => of !== told
