import { endpoints } from '@tenantry/contract/endpoints/index.ts'
import { agreementTable } from './areas/accounts/agreements/public.ts'
import { followCustomerRemoval as forgetAgreements } from './areas/accounts/agreements/follow-customer-removal.ts'
import { routes as agreementRoutes } from './areas/accounts/agreements/routes.ts'
import { azureSchedule } from './areas/subscriptions/azure/azure-agenda.ts'
import { followCustomerRemoval as endOverage } from './areas/subscriptions/azure/manage-overage.ts'
import { overageTable, productUpgradeTable } from './areas/subscriptions/azure/public.ts'
import { routes as azureRoutes } from './areas/subscriptions/azure/routes.ts'
import { cartTable } from './areas/purchases/carts/public.ts'
import { routes as cartRoutes } from './areas/purchases/carts/routes.ts'
import { routes as catalogueRoutes } from './areas/catalogue/products/routes.ts'
import { inventoryCheckTable } from './areas/purchases/shelf/public.ts'
import { routes as customerCatalogueRoutes } from './areas/purchases/shelf/routes.ts'
import {
  customerTable,
  directoryDomainTable,
  directoryTenantTable,
  resellerLinkTable,
} from './areas/accounts/customers/public.ts'
import { routes as customerRoutes } from './areas/accounts/customers/routes.ts'
import { routes as entitlementRoutes } from './areas/purchases/entitlements/routes.ts'
import { chargeLineTable } from './areas/books/ledger/public.ts'
import { followRenewal } from './areas/moves/migrations/schedules/follow-renewal.ts'
import { migrationSchedule } from './areas/moves/migrations/carrying-out/migration-agenda.ts'
import { migrationScheduleTable, migrationTable } from './areas/moves/migrations/public.ts'
import { routes as migrationRoutes } from './areas/moves/migrations/routes.ts'
import { orderTable } from './areas/purchases/orders/public.ts'
import { routes as orderRoutes } from './areas/purchases/orders/routes.ts'
import { PartnerRegistry, partnerTable } from './areas/accounts/partners/public.ts'
import { routes as productUpgradeRoutes } from './areas/moves/azure-upgrades/routes.ts'
import { productUpgradeSchedule } from './areas/moves/azure-upgrades/upgrade-agenda.ts'
import { schedule as renewalsSchedule } from './areas/subscriptions/renewals/renewal-agenda.ts'
import {
  holdingTable,
  licenceMoveTable,
  subscriptionTable,
} from './areas/subscriptions/subscription/public.ts'
import { followCustomerRemoval as endSubscriptions } from './areas/subscriptions/subscription/end-of-term/follow-customer-removal.ts'
import { routes as subscriptionRoutes } from './areas/subscriptions/subscription/routes.ts'
import { schedule as subscriptionsSchedule } from './areas/subscriptions/subscription/end-of-term/subscription-agenda.ts'
import { transferTable } from './areas/moves/transfers/public.ts'
import { routes as transferRoutes } from './areas/moves/transfers/routes.ts'
import { transferSchedule } from './areas/moves/transfers/carrying-out/transfer-agenda.ts'
import { transitionTable } from './areas/subscriptions/transitions/public.ts'
import { transitionSchedule } from './areas/subscriptions/transitions/transition-agenda.ts'
import { routes as transitionRoutes } from './areas/subscriptions/transitions/routes.ts'
import { routes as upgradeRoutes } from './areas/subscriptions/legacy-upgrades/routes.ts'
import { collaborators } from './collaborators/index.ts'
import type { BoundEndpoint } from './work/bound-endpoint.ts'
import { refreshTokenTable } from './identity/tokens/refresh-tokens.ts'
import { systemPrincipal, tenantOf } from './work/principal.ts'
import { invariant } from './kernel/invariant.ts'
import type { Operation } from './work/operation.ts'
import { policies } from './policies.ts'
import { worldTables } from './store/tables.ts'
import { seedWorld } from './world-seed/seed-world.ts'
import type { Wiring } from './world/wiring.ts'
import type { Seeding } from './world/worlds.ts'

const routes = {
  ...catalogueRoutes,
  ...customerRoutes,
  ...customerCatalogueRoutes,
  ...agreementRoutes,
  ...subscriptionRoutes,
  ...cartRoutes,
  ...orderRoutes,
  ...transitionRoutes,
  ...azureRoutes,
  ...productUpgradeRoutes,
  ...entitlementRoutes,
  ...migrationRoutes,
  ...upgradeRoutes,
  ...transferRoutes,
}

/** Every published operation with its endpoint. A routes table that misses one does not compile. */
export const boundEndpoints: readonly BoundEndpoint[] = Object.entries(endpoints).map(([name, endpoint]) => {
  const operation = (routes as Readonly<Record<string, unknown>>)[name]
  invariant(operation !== undefined, `the endpoint ${name} has no operation`)
  return { name, endpoint, operation: operation as Operation<typeof endpoint> }
})

/** What a world needs of the areas. */
export const wiring: Wiring = {
  tables: [
    ...worldTables,
    partnerTable,
    refreshTokenTable,
    directoryTenantTable,
    directoryDomainTable,
    resellerLinkTable,
    customerTable,
    agreementTable,
    inventoryCheckTable,
    cartTable,
    orderTable,
    subscriptionTable,
    holdingTable,
    licenceMoveTable,
    transitionTable,
    overageTable,
    productUpgradeTable,
    migrationTable,
    migrationScheduleTable,
    transferTable,
    chargeLineTable,
  ],
  // Who follows what, in order. An order starts its subscriptions itself, so little is left to follow.
  listeners: {
    'customer-removed': [endSubscriptions, endOverage, forgetAgreements],
    'subscription-renewed': [followRenewal],
  },
  schedule: {
    ...subscriptionsSchedule,
    ...renewalsSchedule,
    ...transitionSchedule,
    ...azureSchedule,
    ...productUpgradeSchedule,
    ...migrationSchedule,
    ...transferSchedule,
  },
  collaborators,
  policies,
  // Most entries are a subscription's.
  foreseenOf: (trx, principal, { customer, subject }) => [
    trx.documents(subscriptionTable, tenantOf(principal)).foreseen({ customer, id: subject }),
  ],
  systemPrincipalOf: async (trx, partnerTenantId) => {
    const partner = await new PartnerRegistry({ trx }).find(partnerTenantId)
    invariant(partner !== undefined, `the agenda names an unknown partner: ${partnerTenantId}`)
    return systemPrincipal(partner)
  },
}

export const seeding: Seeding = seedWorld
