import { Type } from 'typebox'
import sandboxRows from '../../../data/policies/sandbox-purchase-limits.json' with { type: 'json' }
import updateRows from '../../../data/policies/transitions.json' with { type: 'json' }
import { datedPolicy } from '../../kernel/policy.ts'

/** The policy that purchases go by, of which a subscription needs one member. */
export const sandboxSeats = datedPolicy({
  name: 'sandbox-purchase-limits',
  schema: Type.Object({ seatsPerSubscription: Type.Integer({ minimum: 0 }) }),
  rows: sandboxRows,
})

/** After how many changes in its life a subscription takes no more; transitions count too. */
export const subscriptionUpdates = datedPolicy({
  name: 'transitions',
  schema: Type.Object({ updatesMax: Type.Integer({ minimum: 1 }) }),
  rows: updateRows,
})
