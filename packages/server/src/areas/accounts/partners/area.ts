import { defineArea } from '../../../work/area.ts'
import * as policies from './partner-policies.ts'
import { partnerTable } from './partner-repository.ts'

export const area = defineArea({
  name: 'accounts/partners',
  endpoints: {},
  routes: {},
  checks: {},
  tables: [partnerTable],
  policies: Object.values(policies),
})
