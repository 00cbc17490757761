import type { DatedPolicy } from '../kernel/policy.ts'
import { retiredAudiences } from './tokens/audiences.ts'
import { mfaEnforcement } from './authentication-rules.ts'

/** Every dated policy of sign-in. */
export const identityPolicies: readonly DatedPolicy<unknown>[] = [retiredAudiences, mfaEnforcement]
