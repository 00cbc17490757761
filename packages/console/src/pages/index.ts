import type { Page } from '../page.ts'
import type { PageName } from '../route.ts'
import { clockPage } from './clock.ts'
import { collaboratorsPage } from './collaborators.ts'
import { faultsPage } from './faults.ts'
import { customerPage, subscriptionPage } from './customer.ts'
import { policiesPage } from './policies.ts'
import { requestsPage } from './requests.ts'
import { worldPage } from './world.ts'
import { worldsPage } from './worlds.ts'

export const pages: Readonly<Record<PageName, Page>> = {
  world: worldPage,
  clock: clockPage,
  customers: customerPage,
  subscriptions: subscriptionPage,
  requests: requestsPage,
  faults: faultsPage,
  collaborators: collaboratorsPage,
  policies: policiesPage,
  worlds: worldsPage,
}
