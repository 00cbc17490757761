import { Type } from 'typebox'
import lifetimeRows from '../../../data/policies/cart-lifetime.json' with { type: 'json' }
import legacyRows from '../../../data/policies/legacy-purchases.json' with { type: 'json' }
import tenantRows from '../../../data/policies/subscriptions-per-tenant.json' with { type: 'json' }
import { datedPolicy } from '../../kernel/policy.ts'

const Sale = Type.Enum(['open', 'closed'])
const Count = Type.Integer({ minimum: 0 })

/** ISO 8601 duration from a cart's creation to its end. @see partner-center/developer/create-a-cart */
export const cartLifetime = datedPolicy({
  name: 'cart-lifetime',
  schema: Type.String({ pattern: '^P' }),
  rows: lifetimeRows,
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
