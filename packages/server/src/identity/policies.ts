import type { DatedPolicy } from '../kernel/policy.ts'
import { retiredAudiences } from './audiences.ts'
import { mfaEnforcement } from './authentication-rules.ts'

/** Every dated policy of sign-in. */
export const identityPolicies: readonly DatedPolicy<unknown>[] = [retiredAudiences, mfaEnforcement]
