import type { customerEndpoints } from '@tenantry/contract/endpoints/customers.ts'
import type { Customer, CustomerRequest } from '@tenantry/contract/resources/customer.ts'
import { addressValidation } from '../../../../collaborators/address-validation.ts'
import { present } from '../../../../kernel/invariant.ts'
import type { Input } from '../../../../work/operation.ts'
import { enforce } from '../../../../kernel/rule.ts'
import type { Scope } from '../../../../work/scope.ts'
import { hasActivePartnership, transacts } from '../../../../work/partner.ts'
import { creationRules, type CreationFacts } from './creation-rules.ts'
import { companyAddress, type CustomerRecord } from '../customer.ts'
import { findCountryRules } from '../profiles/country-rules.ts'
import { sandboxCustomersMax } from '../customer-policies.ts'
import { Customers } from '../customer-repository.ts'
import { domainIsTaken } from '../domains.ts'
import { addressHolds, judgeAddress } from '../profiles/judge-address.ts'
import { billingProfileOf, profileFacts } from '../profiles/read-profile.ts'
import { registerCustomer } from './register-customer.ts'
import { showNewCustomer } from '../show-customer.ts'

type Create = Input<(typeof customerEndpoints)['createCustomer']>

/** @see partner-center/developer/create-a-customer */
export async function createCustomer(scope: Scope, { body }: Create): Promise<Customer> {
  enforce(creationRules, await creationFacts(scope, body), scope.trace)

  const customer = await registerCustomer(scope, newCustomer(scope, body))
  const answer = showNewCustomer(customer, newPassword(scope))
  const { id, companyProfile } = customer
  const { userCredentials: _never, ...audited } = answer
  scope.audit({ customerId: id, customerName: companyProfile.companyName, newValue: audited })
  await scope.announce({ type: 'customer-created', customerId: id, subject: id })
  return answer
}

async function creationFacts(scope: Scope, request: CustomerRequest): Promise<CreationFacts> {
  const { partner, kind } = scope.principal
  return {
    ...profileFacts(scope, request.billingProfile, request.companyProfile.organizationRegistrationNumber),
    request,
    partner,
    partnerBuys: transacts(partner),
    resellerIsPartner:
      partner.type === 'indirectProvider' &&
      hasActivePartnership(partner, request.associatedPartnerId?.toLowerCase() ?? ''),
    isAppOnly: kind === 'app',
    domainIsTaken: await domainIsTaken(scope, request.companyProfile.domain),
    customers: partner.environment === 'sandbox' ? await new Customers(scope).count() : 0,
    sandboxCustomersMax: scope.policy(sandboxCustomersMax),
  }
}

/** The tenant's domain is kept as it was written, and compared without regard to case. */
function newCustomer(scope: Scope, request: CustomerRequest): CustomerRecord {
  const profile = billingProfileOf(request.billingProfile)
  const { country } = profile.defaultAddress
  const judged = judgeAddress(
    profile.defaultAddress,
    present(findCountryRules(country), 'countryIsKnown was checked'),
    scope.collaborator(addressValidation),
  )
  const number = request.companyProfile.organizationRegistrationNumber?.trim() ?? ''
  const { domain } = request.companyProfile
  return {
    id: scope.newId(),
    version: 1,
    commerceId: scope.newId(),
    companyProfile: {
      domain,
      companyName: profile.companyName,
      ...(number === '' ? {} : { organizationRegistrationNumber: number }),
      address: companyAddress(profile.defaultAddress),
      email: profile.email,
    },
    billingProfile: { ...profile, id: scope.newId(), version: 1 },
    market: country,
    relationship: 'reseller',
    allowDelegatedAccess: true,
    enableGDAPByDefault: request.enableGDAPByDefault ?? false,
    customDomains: [domain],
    ...(request.associatedPartnerId === undefined
      ? {}
      : { associatedPartnerId: request.associatedPartnerId.toLowerCase() }),
    qualifications: [],
    addressValid: addressHolds(judged.status),
    createdAt: scope.now,
  }
}

const lower = 'abcdefghijkmnpqrstuvwxyz'
const upper = lower.toUpperCase()

/** One character at least of each class that the directory asks for. */
function newPassword(scope: Scope): string {
  const parts = [
    scope.newToken(upper, 2),
    scope.newToken(lower, 4),
    scope.newToken('!*+-=?', 1),
    scope.newToken('23456789', 3),
    scope.newToken(upper + lower, 2),
  ]
  return parts.join('')
}
