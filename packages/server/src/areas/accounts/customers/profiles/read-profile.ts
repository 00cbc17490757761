import type { Address } from '@tenantry/contract/resources/address.ts'
import type { BillingProfileRequest } from '@tenantry/contract/resources/customer.ts'
import type { Scope } from '../../../../work/scope.ts'
import { catalogueOf } from '../../../catalogue/products/public.ts'
import { findCulture } from './country-rules.ts'
import type { BillingProfile, CustomerAddress } from '../customer.ts'
import { registrationNumbers, restrictedNames } from '../customer-policies.ts'
import type { ProfileFacts } from './profile-rules.ts'

/** The facts of `profileRules` for a profile that was sent. */
export function profileFacts(
  scope: Scope,
  profile: BillingProfileRequest,
  organizationRegistrationNumber: string | undefined,
): ProfileFacts {
  const { partner } = scope.principal
  return {
    profile,
    organizationRegistrationNumber,
    restricted: scope.policy(restrictedNames),
    registration: scope.policy(registrationNumbers),
    partnerDomains: partner.domains,
    markets: catalogueOf(scope).marketsOfRegion(partner.region),
  }
}

/** As it is stored: names without spaces around them, country and culture as they are written. */
export function billingProfileOf(sent: BillingProfileRequest): Omit<BillingProfile, 'id' | 'version'> {
  return {
    email: sent.email.trim(),
    culture: findCulture(sent.culture) ?? sent.culture,
    language: sent.language,
    companyName: sent.companyName.trim(),
    defaultAddress: addressOf(sent.defaultAddress),
  }
}

/** Blank members are left out: the published bodies send empty texts for what they do not have. */
function addressOf(sent: Address): CustomerAddress {
  const given = Object.entries(sent)
    .map(([name, value]) => [name, value.trim()] as const)
    .filter(([, value]) => value !== '')
  return {
    ...Object.fromEntries(given),
    addressLine1: sent.addressLine1?.trim() ?? '',
    city: sent.city?.trim() ?? '',
    country: sent.country.trim().toUpperCase(),
  }
}
