import {
  cartLifetime,
  inventoryCheckLifetime,
  legacyPurchases,
  subscriptionsPerTenant,
} from './areas/purchases/carts/cart-policies.ts'
import { orderVisibilityDelay } from './areas/purchases/orders/order-policies.ts'
import { annualMonthlyUplift } from './areas/catalogue/products/price-list.ts'
import { customerPolicies } from './areas/accounts/customers/customer-policies.ts'
import { partnerPolicies } from './areas/accounts/partners/partner-policies.ts'
import { cancellationWindows } from './areas/subscriptions/subscription/cancellation.ts'
import { extendedServiceTerms } from './areas/subscriptions/subscription/end-of-term/extended-service-term.ts'
import { microsoftLedMigration } from './areas/subscriptions/subscription/end-of-term/microsoft-migration.ts'
import {
  sandboxPurchaseLimits,
  transitionLimits,
} from './areas/subscriptions/subscription/subscription-policies.ts'
import { transferLimits } from './areas/moves/transfers/transfer-policies.ts'
import { azureUpgrades } from './areas/moves/azure-upgrades/load-upgrade-facts.ts'
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
