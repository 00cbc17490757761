// Made by `npm run generate` from the contract's endpoints; changes belong there.
import type { Send } from '../client.ts'
import { agreementsResource } from './agreements.ts'
import { azureResource } from './azure.ts'
import { cartsResource } from './carts.ts'
import { catalogueResource } from './catalogue.ts'
import { conversionsResource } from './conversions.ts'
import { customerProductsResource } from './customerProducts.ts'
import { customersResource } from './customers.ts'
import { entitlementsResource } from './entitlements.ts'
import { inventoryResource } from './inventory.ts'
import { migrationsResource } from './migrations.ts'
import { ordersResource } from './orders.ts'
import { productUpgradesResource } from './productUpgrades.ts'
import { promotionsResource } from './promotions.ts'
import { subscriptionsResource } from './subscriptions.ts'
import { transfersResource } from './transfers.ts'
import { transitionsResource } from './transitions.ts'
import { upgradesResource } from './upgrades.ts'

/** One resource per area of the contract. */
export const resources = (send: Send) => ({
  catalogue: catalogueResource(send),
  customerProducts: customerProductsResource(send),
  promotions: promotionsResource(send),
  inventory: inventoryResource(send),
  customers: customersResource(send),
  agreements: agreementsResource(send),
  carts: cartsResource(send),
  orders: ordersResource(send),
  subscriptions: subscriptionsResource(send),
  transitions: transitionsResource(send),
  azure: azureResource(send),
  productUpgrades: productUpgradesResource(send),
  entitlements: entitlementsResource(send),
  migrations: migrationsResource(send),
  upgrades: upgradesResource(send),
  conversions: conversionsResource(send),
  transfers: transfersResource(send),
})

export type Resources = ReturnType<typeof resources>
