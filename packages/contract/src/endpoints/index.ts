import { agreementEndpoints } from './agreements.ts'
import { azureEndpoints } from './azure.ts'
import { cartEndpoints } from './carts.ts'
import { productEndpoints } from './products.ts'
import { customerProductEndpoints, inventoryEndpoints, promotionEndpoints } from './shelf.ts'
import { customerEndpoints } from './customers.ts'
import { entitlementEndpoints } from './entitlements.ts'
import { migrationEndpoints } from './migrations.ts'
import { orderEndpoints } from './orders.ts'
import { azureUpgradeEndpoints } from './azure-upgrades.ts'
import { subscriptionEndpoints } from './subscription.ts'
import { transferEndpoints } from './transfers.ts'
import { transitionEndpoints } from './transitions.ts'
import { conversionEndpoints, upgradeEndpoints } from './legacy-upgrades.ts'

/** The endpoints by area; the SDK has one resource per area. */
export const endpointAreas = {
  catalogue: productEndpoints,
  customerProducts: customerProductEndpoints,
  promotions: promotionEndpoints,
  inventory: inventoryEndpoints,
  customers: customerEndpoints,
  agreements: agreementEndpoints,
  carts: cartEndpoints,
  orders: orderEndpoints,
  subscriptions: subscriptionEndpoints,
  transitions: transitionEndpoints,
  azure: azureEndpoints,
  productUpgrades: azureUpgradeEndpoints,
  entitlements: entitlementEndpoints,
  migrations: migrationEndpoints,
  upgrades: upgradeEndpoints,
  conversions: conversionEndpoints,
  transfers: transferEndpoints,
} as const

/** Every published operation that is declared; the names are unique over the areas. */
export const endpoints = {
  ...productEndpoints,
  ...customerProductEndpoints,
  ...promotionEndpoints,
  ...inventoryEndpoints,
  ...customerEndpoints,
  ...agreementEndpoints,
  ...cartEndpoints,
  ...orderEndpoints,
  ...subscriptionEndpoints,
  ...transitionEndpoints,
  ...azureEndpoints,
  ...azureUpgradeEndpoints,
  ...entitlementEndpoints,
  ...migrationEndpoints,
  ...upgradeEndpoints,
  ...conversionEndpoints,
  ...transferEndpoints,
} as const
