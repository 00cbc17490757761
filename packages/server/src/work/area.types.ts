import { cartEndpoints } from '@tenantry/contract/endpoints/carts.ts'
import { enforce, type rule } from '../kernel/rule.ts'
import { defineArea } from './area.ts'
import type { Routes } from './operation.ts'

declare const routes: Routes<typeof cartEndpoints>

/** What must and must not compile. */
const checks = { createCart: [], getCart: [], updateCart: [] }
export const complete = defineArea({ name: 'purchases/carts', endpoints: cartEndpoints, routes, checks })

const { getCart: _route, ...fewerRoutes } = routes
export const withoutRoute = defineArea({
  name: 'purchases/carts',
  endpoints: cartEndpoints,
  // @ts-expect-error an endpoint without its operation
  routes: fewerRoutes,
  checks,
})

const { getCart: _checks, ...fewerChecks } = checks
export const withoutChecks = defineArea({
  name: 'purchases/carts',
  endpoints: cartEndpoints,
  routes,
  // @ts-expect-error an endpoint that does not say what can refuse it
  checks: fewerChecks,
})

declare const someRule: ReturnType<typeof rule<string>>

// @ts-expect-error a list without a title is on no page
export const untitled = (): void => enforce([someRule], '')
