import { Directory } from '../../areas/accounts/customers/public.ts'
import type { FindDirectoryTenant } from '../../identity/identity-world.ts'

/** Customers' tenants issue tokens too, though no partner's; sign-in finds them by id or by domain. */
export const findDirectoryTenant: FindDirectoryTenant = async (trx, tenantIdOrDomain) => {
  const directory = new Directory({ trx })
  const domain = await directory.findDomain(tenantIdOrDomain)
  const tenant = await directory.findTenant(domain?.tenantId ?? tenantIdOrDomain.toLowerCase())
  return tenant === undefined ? undefined : { tenantId: tenant.id }
}
