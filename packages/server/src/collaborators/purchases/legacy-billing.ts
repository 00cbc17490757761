import { Type } from 'typebox'
import { collaborator } from '../collaborator.ts'

/**
 * What bills the older program: one account a customer, to which changes of subscriptions are replicated. Only the
 * change of an order's billing cycle needs it. @see partner-center/developer/change-the-billing-cycle
 */
export const legacyBilling = collaborator({
  name: 'legacy-billing',
  schema: Type.Object(
    {
      /** Tenant ids of customers whose billing account is closed (800080). */
      closedAccounts: Type.Array(Type.String()),
      /** ISO 8601: how long a change of a subscription takes to get there. Until then it is not in sync (800072). */
      replication: Type.String({ pattern: '^P' }),
    },
    { additionalProperties: false },
  ),
  initial: { closedAccounts: [], replication: 'PT0S' },
})
