import {
  cartLifetime,
  inventoryCheckLifetime,
  legacyPurchases,
  subscriptionsPerTenant,
} from './areas/carts/cart-policies.ts'
import { orderVisibilityDelay } from './areas/orders/order-policies.ts'
import { annualMonthlyUplift } from './areas/catalogue/price-list.ts'
import { customerPolicies } from './areas/customers/customer-policies.ts'
import { partnerPolicies } from './areas/partners/partner-policies.ts'
import { cancellationWindows } from './areas/subscriptions/cancellation.ts'
import { extendedServiceTerms } from './areas/subscriptions/extended-service-term.ts'
import { microsoftLedMigration } from './areas/subscriptions/microsoft-migration.ts'
import { sandboxPurchaseLimits, transitionLimits } from './areas/subscriptions/subscription-policies.ts'
import { transferLimits } from './areas/transfers/transfer-policies.ts'
import { azureUpgrades } from './areas/product-upgrades/load-upgrade-facts.ts'
import { identityPolicies } from './identity/policies.ts'
import type { DatedPolicy } from './kernel/policy.ts'

/** Every dated policy: what `/_tenantry/policies` lists. */
export const policies: readonly DatedPolicy<unknown>[] = [
  ...identityPolicies,
  ...partnerPolicies,
  annualMonthlyUplift,
  ...customerPolicies,
  cancellationWindows,
  cartLifetime,
  extendedServiceTerms,
  inventoryCheckLifetime,
  legacyPurchases,
  microsoftLedMigration,
  sandboxPurchaseLimits,
  subscriptionsPerTenant,
  orderVisibilityDelay,
  transitionLimits,
  azureUpgrades,
  transferLimits,
]
