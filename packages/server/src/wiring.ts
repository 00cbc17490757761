import { endpoints } from '@tenantry/contract/endpoints/index.ts'
import { agreementTable } from './areas/agreements/public.ts'
import { followCustomerRemoval as forgetAgreements } from './areas/agreements/follow-customer-removal.ts'
import { routes as agreementRoutes } from './areas/agreements/routes.ts'
import { azureSchedule } from './areas/azure/azure-schedule.ts'
import { followCustomerRemoval as endOverage } from './areas/azure/manage-overage.ts'
import { overageTable, productUpgradeTable } from './areas/azure/public.ts'
import { routes as azureRoutes } from './areas/azure/routes.ts'
import { cartTable } from './areas/carts/public.ts'
import { routes as cartRoutes } from './areas/carts/routes.ts'
import { routes as catalogueRoutes } from './areas/catalogue/routes.ts'
import { inventoryCheckTable } from './areas/customer-catalogue/public.ts'
import { routes as customerCatalogueRoutes } from './areas/customer-catalogue/routes.ts'
import {
  customerTable,
  directoryDomainTable,
  directoryTenantTable,
  resellerLinkTable,
} from './areas/customers/public.ts'
import { routes as customerRoutes } from './areas/customers/routes.ts'
import { routes as entitlementRoutes } from './areas/entitlements/routes.ts'
import { chargeLineTable } from './areas/ledger/public.ts'
import { followRenewal } from './areas/migrations/follow-renewal.ts'
import { migrationSchedule } from './areas/migrations/migration-schedule.ts'
import { migrationScheduleTable, migrationTable } from './areas/migrations/public.ts'
import { routes as migrationRoutes } from './areas/migrations/routes.ts'
import { orderTable } from './areas/orders/public.ts'
import { routes as orderRoutes } from './areas/orders/routes.ts'
import { PartnerRegistry, partnerTable } from './areas/partners/public.ts'
import { routes as productUpgradeRoutes } from './areas/product-upgrades/routes.ts'
import { productUpgradeSchedule } from './areas/product-upgrades/upgrade-schedule.ts'
import { schedule as renewalsSchedule } from './areas/renewals/renewals-schedule.ts'
import { holdingTable, licenceMoveTable, subscriptionTable } from './areas/subscriptions/public.ts'
import { followCustomerRemoval as endSubscriptions } from './areas/subscriptions/follow-customer-removal.ts'
import { routes as subscriptionRoutes } from './areas/subscriptions/routes.ts'
import { schedule as subscriptionsSchedule } from './areas/subscriptions/subscriptions-schedule.ts'
import { transferTable } from './areas/transfers/public.ts'
import { routes as transferRoutes } from './areas/transfers/routes.ts'
import { transferSchedule } from './areas/transfers/transfer-schedule.ts'
import { transitionTable } from './areas/transitions/public.ts'
import { transitionSchedule } from './areas/transitions/transition-schedule.ts'
import { routes as transitionRoutes } from './areas/transitions/routes.ts'
import { routes as upgradeRoutes } from './areas/upgrades/routes.ts'
import { collaborators } from './collaborators/index.ts'
import type { BoundEndpoint } from './http/dispatch.ts'
import { refreshTokenTable } from './identity/refresh-tokens.ts'
import { systemPrincipal, tenantOf } from './identity/principal.ts'
import { invariant } from './kernel/invariant.ts'
import type { Operation } from './kernel/operation.ts'
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
