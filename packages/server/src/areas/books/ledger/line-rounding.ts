import { Type } from 'typebox'
import rows from '../../../../data/policies/line-rounding.json' with { type: 'json' }
import { datedPolicy } from '../../../kernel/policy.ts'

/**
 * How the amount of a line gets the digits of its currency. `cut-unit` cuts the price of one unit and multiplies it, as
 * the published formula does; `cut-line` cuts the exact line, as the published seat changes do; `half-up` rounds it.
 * Cutting works towards zero, so that what is given back mirrors its charge.
 * @see partner-center/developer/recon-file
 */
export const lineRounding = datedPolicy({
  name: 'line-rounding',
  schema: Type.Enum(['cut-unit', 'cut-line', 'half-up']),
  rows,
})
export type LineRounding = (typeof lineRounding)['rows'][number]['value']
