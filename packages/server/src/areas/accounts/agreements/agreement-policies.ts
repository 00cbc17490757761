import { Type } from 'typebox'
import rows from '../../../../data/policies/agreement-reconfirmation.json' with { type: 'json' }
import { datedPolicy } from '../../../kernel/policy.ts'

/**
 * Whoever agreed to the Microsoft Customer Agreement before `agreedSince` has to agree again.
 * @see partner-center/microsoft-customer-agreement-bulk-attestation-tool
 */
export const agreementReconfirmation = datedPolicy({
  name: 'agreement-reconfirmation',
  schema: Type.Object({ agreedSince: Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' }) }),
  rows,
})
