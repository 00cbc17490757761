import { defineArea } from '../work/area.ts'
import { callerRules, mfaEnforcement, tokenRules } from './authentication-rules.ts'
import { authorisationRules } from './authorise.ts'
import { retiredAudiences } from './tokens/audiences.ts'
import { refreshTokenTable } from './tokens/refresh-tokens.ts'

/** Sign-in stands beside the areas: its own endpoints are those of another service. */
export const area = defineArea({
  name: 'identity',
  endpoints: {},
  routes: {},
  checks: {},
  tables: [refreshTokenTable],
  policies: [retiredAudiences, mfaEnforcement],
})

/** Who calls, before anything else of a request is looked at. */
export const callerChecks = [tokenRules, callerRules]

/** Whether the caller may call this endpoint. */
export const endpointChecks = [authorisationRules]
