import type { Endpoint } from '@tenantry/contract/endpoint.ts'
import type { DatedPolicy } from '../kernel/policy.ts'
import type { DocumentTable } from '../store/table.ts'
import type { Checks } from './checks.ts'
import type { DomainEvent, EventType } from './events.ts'
import type { Routes } from './operation.ts'
import type { ScheduleHandlers, Scope } from './scope.ts'

export type Listener = (scope: Scope, event: DomainEvent) => Promise<void>

/** What an area does when another one has announced something, and what it may refuse then. */
interface Follower {
  readonly follow: Listener
  readonly checks?: Checks
}

/** What a world has of an area. */
export interface AreaParts {
  /** `wing/area`, as its folder. */
  readonly name: string
  readonly tables: readonly DocumentTable<never>[]
  /** What the agenda runs, by the kind of its entries. */
  readonly schedule: ScheduleHandlers
  readonly listeners: Readonly<Partial<Record<EventType, Follower>>>
  readonly policies: readonly DatedPolicy<unknown>[]
}

/** Everything that an area has, in one place: what is not named here is not there. */
export interface Area<Es extends Readonly<Record<string, Endpoint>>> extends AreaParts {
  /** Its endpoints in the contract. */
  readonly endpoints: Es
  /** What carries each of them out; a missing or an extra one does not compile. */
  readonly routes: Routes<Es>
  /** What can refuse each of them beside the request pipeline, in order; the precedence pages are made of it. */
  readonly checks: { readonly [Name in keyof Es]: Checks }
}

type Optional = Exclude<keyof AreaParts, 'name'>

export const defineArea = <Es extends Readonly<Record<string, Endpoint>>>(
  area: Omit<Area<Es>, Optional> & Partial<Pick<Area<Es>, Optional>>,
): Area<Es> => ({ tables: [], schedule: {}, listeners: {}, policies: [], ...area })
