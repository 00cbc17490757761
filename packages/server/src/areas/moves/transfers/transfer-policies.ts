import { Type } from 'typebox'
import rows from '../../../../data/policies/transfers.json' with { type: 'json' }
import { datedPolicy } from '../../../kernel/policy.ts'

/** Durations are ISO 8601. */
export const transferLimits = datedPolicy({
  name: 'transfers',
  schema: Type.Object({
    /** How long a transfer of new commerce waits for an answer. */
    pendingFor: Type.String({ pattern: '^P' }),
    /** Licence subscriptions that can be accepted in one request, for each billing cycle. */
    subscriptionsPerCycleMax: Type.Integer({ minimum: 1 }),
    /** How long it is tried again to carry out an accepted transfer. */
    retriedFor: Type.String({ pattern: '^P' }),
  }),
  rows,
})
