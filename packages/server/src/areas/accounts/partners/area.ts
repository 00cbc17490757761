import { defineArea } from '../../../work/area.ts'
import { partnerAttestation, partnerOnRecordValidation } from './partner-policies.ts'
import { partnerTable } from './partner-repository.ts'

export const area = defineArea({
  name: 'accounts/partners',
  endpoints: {},
  routes: {},
  checks: {},
  tables: [partnerTable],
  policies: [partnerAttestation, partnerOnRecordValidation],
})
