import { area as ledger } from './books/ledger/area.ts'
import { area as products } from './catalogue/products/area.ts'
import { area as partners } from './accounts/partners/area.ts'
import { area as customers } from './accounts/customers/area.ts'
import { area as agreements } from './accounts/agreements/area.ts'
import { area as subscription } from './subscriptions/subscription/area.ts'
import { area as renewals } from './subscriptions/renewals/area.ts'
import { area as transitions } from './subscriptions/transitions/area.ts'
import { area as legacyUpgrades } from './subscriptions/legacy-upgrades/area.ts'
import { area as azure } from './subscriptions/azure/area.ts'
import { area as shelf } from './purchases/shelf/area.ts'
import { area as carts } from './purchases/carts/area.ts'
import { area as orders } from './purchases/orders/area.ts'
import { area as entitlements } from './purchases/entitlements/area.ts'
import { area as migrations } from './moves/migrations/area.ts'
import { area as transfers } from './moves/transfers/area.ts'
import { area as azureUpgrades } from './moves/azure-upgrades/area.ts'

/** Every area, from left to right: an area may import those before it. */
export const areas = [
  ledger,
  products,
  partners,
  customers,
  agreements,
  subscription,
  renewals,
  transitions,
  legacyUpgrades,
  azure,
  shelf,
  carts,
  orders,
  entitlements,
  migrations,
  transfers,
  azureUpgrades,
] as const
