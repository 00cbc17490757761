import type { Scope } from '../../../../work/scope.ts'
import type { CustomerRecord } from '../customer.ts'
import { Customers } from '../customer-repository.ts'
import { Directory } from '../directory-repository.ts'

/**
 * Writes down a customer of the scope's partner with its tenant, its domains and, for an indirect provider, its
 * reseller. A tenant that another partner has already brought is shared. No checks: for the creation, which made them,
 * and for seeds.
 */
export async function registerCustomer(
  scope: Pick<Scope, 'trx' | 'tenant'>,
  customer: CustomerRecord,
): Promise<CustomerRecord> {
  const directory = new Directory(scope)
  const { id, companyProfile, market, associatedPartnerId } = customer
  const stored = await new Customers(scope).add(customer)
  if ((await directory.findTenant(id)) === undefined) {
    const others = customer.customDomains.filter((domain) => domain !== companyProfile.domain)
    await directory.addTenant({ id, displayName: companyProfile.companyName, country: market }, [
      companyProfile.domain,
      ...others,
    ])
  }
  if (associatedPartnerId !== undefined) {
    const providerTenantId = scope.tenant.partner
    await directory.link({ resellerTenantId: associatedPartnerId, customerId: id, providerTenantId })
  }
  return stored
}
