export { partnerOfEntry } from './partner-schema.ts'
export { partnerAttestation, partnerPolicies } from './partner-policies.ts'
export { PartnerRegistry, partnerTable } from './partner-repository.ts'
export { attestationIsGiven, partnerGates } from './partner-rules.ts'

export { additionalPartnerRules, partnerOnRecordRules } from './partner-on-record-rules.ts'
export type { PartnerOnRecordFacts } from './partner-on-record-rules.ts'
export { partnerOnRecordFacts } from './partner-on-record.ts'
