import { Type } from 'typebox'
import sandboxRows from '../../../data/policies/sandbox-purchase-limits.json' with { type: 'json' }
import transitionRows from '../../../data/policies/transitions.json' with { type: 'json' }
import { datedPolicy } from '../../kernel/policy.ts'

/** How many seats a trial becomes at least, and after how many updates a subscription takes no more. */
export const transitionLimits = datedPolicy({
  name: 'transitions',
  schema: Type.Object({
    trialSeatsMin: Type.Integer({ minimum: 1 }),
    updatesMax: Type.Integer({ minimum: 1 }),
  }),
  rows: transitionRows,
})

/** The same policy that purchases go by, of which a transition needs one member. */
export const sandboxSeats = datedPolicy({
  name: 'sandbox-purchase-limits',
  schema: Type.Object({ seatsPerSubscription: Type.Integer({ minimum: 0 }) }),
  rows: sandboxRows,
})
