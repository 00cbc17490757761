import { Type } from 'typebox'
import attestationRows from '../../../../data/policies/partner-attestation.json' with { type: 'json' }
import validationRows from '../../../../data/policies/partner-on-record-validation.json' with { type: 'json' }
import { datedPolicy } from '../../../kernel/policy.ts'

const Check = Type.Union([Type.Literal('classic'), Type.Literal('enforced')])

/** Since when new commerce judges the partner on record by the decision table of 2025. */
export const partnerOnRecordValidation = datedPolicy({
  name: 'partner-on-record-validation',
  schema: Type.Object({ purchases: Check, updates: Check }),
  rows: validationRows,
})

/** Who must confirm that the indirect reseller, if any, is named. */
export const partnerAttestation = datedPolicy({
  name: 'partner-attestation',
  schema: Type.Object({
    requiredOf: Type.Union([
      Type.Literal('indirectProviders'),
      Type.Literal('everyone'),
      Type.Literal('nobody'),
    ]),
  }),
  rows: attestationRows,
})
