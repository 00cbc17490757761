import { Type } from 'typebox'
import sandboxRows from '../../../../data/policies/sandbox-purchase-limits.json' with { type: 'json' }
import transitionRows from '../../../../data/policies/transitions.json' with { type: 'json' }
import { datedPolicy } from '../../../kernel/policy.ts'

const Count = Type.Integer({ minimum: 0 })

/**
 * What a sandbox account may buy; purchases and changes of quantity ask. @see partner-center/developer/test-and-debug
 */
export const sandboxPurchaseLimits = datedPolicy({
  name: 'sandbox-purchase-limits',
  schema: Type.Object({
    subscriptionsPerCustomer: Count,
    seatsPerSubscription: Count,
    azurePlansPerPartner: Count,
    /** Of Microsoft Azure of the older program. */
    legacyAzurePerPartner: Count,
    azurePlansPerCustomer: Type.Object({ direct: Count, indirect: Count }),
    azureSubscriptionsPerPlan: Count,
    reservedInstancesPerCustomer: Count,
  }),
  rows: sandboxRows,
})

/**
 * How many seats a trial becomes at least, after how many updates a subscription takes no more, and whether the new
 * subscription of a partial upgrade can be cancelled for as long as its source could.
 * @see partner-center/customers/new-commerce-cancellation-policy
 */
export const transitionLimits = datedPolicy({
  name: 'transitions',
  schema: Type.Object({
    trialSeatsMin: Type.Integer({ minimum: 1 }),
    updatesMax: Type.Integer({ minimum: 1 }),
    /** Rows that were put before it existed have none. */
    partialUpgradeWindow: Type.Optional(Type.Enum(['none', 'inherited'])),
  }),
  rows: transitionRows,
})
