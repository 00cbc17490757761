import { agreementEndpoints } from './agreements.ts'
import { azureEndpoints } from './azure.ts'
import { cartEndpoints } from './carts.ts'
import { catalogueEndpoints, customerProductEndpoints, promotionEndpoints } from './catalogue.ts'
import { conversionEndpoints } from './conversions.ts'
import { customerEndpoints } from './customers.ts'
import { entitlementEndpoints } from './entitlements.ts'
import { inventoryEndpoints } from './inventory.ts'
import { migrationEndpoints } from './migrations.ts'
import { orderEndpoints } from './orders.ts'
import { productUpgradeEndpoints } from './product-upgrades.ts'
import { subscriptionEndpoints } from './subscriptions.ts'
import { transferEndpoints } from './transfers.ts'
import { transitionEndpoints } from './transitions.ts'
import { upgradeEndpoints } from './upgrades.ts'

/** The endpoints by area; the SDK has one resource per area. */
export const endpointAreas = {
  catalogue: catalogueEndpoints,
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
  productUpgrades: productUpgradeEndpoints,
  entitlements: entitlementEndpoints,
  migrations: migrationEndpoints,
  upgrades: upgradeEndpoints,
  conversions: conversionEndpoints,
  transfers: transferEndpoints,
} as const

/** Every published operation that is declared; the names are unique over the areas. */
export const endpoints = {
  ...catalogueEndpoints,
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
  ...productUpgradeEndpoints,
  ...entitlementEndpoints,
  ...migrationEndpoints,
  ...upgradeEndpoints,
  ...conversionEndpoints,
  ...transferEndpoints,
} as const
