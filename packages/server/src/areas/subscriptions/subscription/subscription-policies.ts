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

/** How many seats a trial becomes at least, and after how many updates a subscription takes no more. */
export const transitionLimits = datedPolicy({
  name: 'transitions',
  schema: Type.Object({
    trialSeatsMin: Type.Integer({ minimum: 1 }),
    updatesMax: Type.Integer({ minimum: 1 }),
  }),
  rows: transitionRows,
})
