import { Type } from 'typebox'
import lifetimeRows from '../../../../data/policies/cart-lifetime.json' with { type: 'json' }
import inventoryCheckRows from '../../../../data/policies/inventory-check-lifetime.json' with { type: 'json' }
import legacyRows from '../../../../data/policies/legacy-purchases.json' with { type: 'json' }
import tenantRows from '../../../../data/policies/subscriptions-per-tenant.json' with { type: 'json' }
import { datedPolicy } from '../../../kernel/policy.ts'

const Sale = Type.Enum(['open', 'closed'])
const Count = Type.Integer({ minimum: 0 })

/** ISO 8601 duration from a cart's creation to its end. @see partner-center/developer/create-a-cart */
export const cartLifetime = datedPolicy({
  name: 'cart-lifetime',
  schema: Type.String({ pattern: '^P' }),
  rows: lifetimeRows,
})

/** ISO 8601 duration for which a check of the inventory is good for a purchase. The pages name no figure: assumed. */
export const inventoryCheckLifetime = datedPolicy({
  name: 'inventory-check-lifetime',
  schema: Type.String({ pattern: '^P' }),
  rows: inventoryCheckRows,
})

/** Whether offers of the older program can still be bought. */
export const legacyPurchases = datedPolicy({
  name: 'legacy-purchases',
  schema: Type.Object({ licences: Sale, azure: Sale }),
  rows: legacyRows,
})

/** Most subscriptions in one customer's tenant, whoever sold them. */
export const subscriptionsPerTenant = datedPolicy({
  name: 'subscriptions-per-tenant',
  schema: Count,
  rows: tenantRows,
})
