import type { ConditionalAccessPolicy } from '../../collaborators/conditional-access.ts'

export interface SignIn {
  /** The tenant whose policies decide. */
  readonly tenantId: string
  readonly userPrincipalName: string
  /** The user's own tenant: another one makes him a service provider's user. */
  readonly homeTenantId: string
  readonly mfa: boolean
}

/** What stops a sign-in, the worst first, or undefined. A device is never known to be compliant here. */
export function obstacleOf(
  policies: readonly ConditionalAccessPolicy[],
  signIn: SignIn,
): 'block' | 'compliantDevice' | 'mfa' | undefined {
  const grants = policies.filter((policy) => concerns(policy, signIn)).map((policy) => policy.grant)
  if (grants.includes('block')) return 'block'
  if (grants.includes('compliantDevice')) return 'compliantDevice'
  return grants.includes('mfa') && !signIn.mfa ? 'mfa' : undefined
}

function concerns(policy: ConditionalAccessPolicy, signIn: SignIn): boolean {
  if (policy.state !== 'enabled' || policy.tenantId.toLowerCase() !== signIn.tenantId) return false
  const isGuest = signIn.homeTenantId !== signIn.tenantId
  const names = ['all', signIn.userPrincipalName.toLowerCase(), ...(isGuest ? ['serviceprovider'] : [])]
  const has = (list: readonly string[] = []) => list.some((name) => names.includes(name.toLowerCase()))
  const isExcludedTenant =
    policy.excludeTenants?.some((tenant) => tenant.toLowerCase() === signIn.homeTenantId) ?? false
  return has(policy.includeUsers) && !has(policy.excludeUsers) && !isExcludedTenant
}
