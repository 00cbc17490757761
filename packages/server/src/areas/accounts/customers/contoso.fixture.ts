import type { Scope } from '../../../work/scope.ts'
import { Customers, Directory } from './public.ts'

/** A customer in the US that the scope's partner sells to, for tests of what it buys. */
export async function addContoso(scope: Scope, customerId: string): Promise<void> {
  const address = { addressLine1: 'Main Street 1', city: 'Redmond', country: 'US' }
  const profile = { email: 'ada@contoso.example', companyName: 'Contoso' }
  const tenant = { id: customerId, displayName: 'Contoso', country: 'US' }
  await new Directory(scope).addTenant(tenant, ['contoso.example'])
  await new Customers(scope).add({
    id: customerId,
    version: 1,
    commerceId: customerId,
    companyProfile: { ...profile, domain: 'contoso.example', address },
    billingProfile: {
      ...profile,
      id: customerId,
      version: 1,
      culture: 'en-US',
      language: 'en',
      defaultAddress: address,
    },
    market: 'US',
    relationship: 'reseller',
    allowDelegatedAccess: true,
    enableGDAPByDefault: false,
    customDomains: [],
    qualifications: [],
    addressValid: true,
    createdAt: scope.now,
  })
}
