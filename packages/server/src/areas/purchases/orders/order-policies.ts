import { Type } from 'typebox'
import delayRows from '../../../../data/policies/order-visibility-delay.json' with { type: 'json' }
import { datedPolicy } from '../../../kernel/policy.ts'

/** ISO 8601 duration from a checkout to when the order can be read. */
export const orderVisibilityDelay = datedPolicy({
  name: 'order-visibility-delay',
  schema: Type.String({ pattern: '^P' }),
  rows: delayRows,
})
