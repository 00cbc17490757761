import type { Address } from '@tenantry/contract/resources/address.ts'
import { link } from '@tenantry/contract/resources/common.ts'
import type {
  Customer,
  CustomerBillingProfile,
  CustomerCompanyProfile,
} from '@tenantry/contract/resources/customer.ts'
import { etagOf } from '../../../kernel/etag.ts'
import type { CustomerAddress, CustomerRecord } from './customer.ts'

/** As the whole customer is answered. @see partner-center/developer/get-a-customer-by-id */
export const showCustomer = (customer: CustomerRecord): Customer => ({
  id: customer.id,
  commerceId: customer.commerceId,
  companyProfile: showCompanyProfile(customer),
  billingProfile: showBillingProfile(customer),
  relationshipToPartner: customer.relationship,
  allowDelegatedAccess: customer.allowDelegatedAccess,
  ...(customer.allowDelegatedAccess ? { customDomains: [...customer.customDomains] } : {}),
  ...associated(customer),
  links: { self: link(`/customers/${customer.id}`) },
  attributes: { objectType: 'Customer' },
})

/** As a list shows it: without the billing profile. @see partner-center/developer/get-a-list-of-customers */
export const showCustomerRow = (customer: CustomerRecord): Customer => ({
  id: customer.id,
  companyProfile: showCompanyName(customer),
  relationshipToPartner: customer.relationship,
  links: { self: link(`/customers/${customer.id}`) },
  attributes: { objectType: 'Customer' },
})

/**
 * As the creation answers: with the administrator's password, never shown again. The published answer still says "none"
 * for the relationship of a direct customer, and "reseller" for one of an indirect reseller.
 * @see partner-center/developer/create-a-customer
 */
export function showNewCustomer(customer: CustomerRecord, password: string): Customer {
  const { links: _links, ...billingProfile } = showBillingProfile(customer)
  return {
    id: customer.id,
    commerceId: customer.commerceId,
    companyProfile: showCompanyName(customer),
    billingProfile,
    enableGDAPByDefault: customer.enableGDAPByDefault,
    relationshipToPartner: customer.associatedPartnerId === undefined ? 'none' : customer.relationship,
    ...(customer.associatedPartnerId === undefined
      ? {}
      : { allowDelegatedAccess: customer.allowDelegatedAccess }),
    userCredentials: { userName: 'admin', password },
    ...associated(customer),
    attributes: { objectType: 'Customer' },
  }
}

/** The address and the e-mail are left out for a partner without delegated access, instead of a refusal. */
export function showCompanyProfile(customer: CustomerRecord): CustomerCompanyProfile {
  const { address, email } = customer.companyProfile
  const name = showCompanyName(customer)
  return customer.allowDelegatedAccess ? { ...name, address: showAddress(address), email } : name
}

export function showBillingProfile(customer: CustomerRecord): CustomerBillingProfile {
  const { id, version, email, culture, language, companyName, defaultAddress } = customer.billingProfile
  const { firstName, lastName } = defaultAddress
  return {
    id,
    ...(firstName === undefined ? {} : { firstName }),
    ...(lastName === undefined ? {} : { lastName }),
    email,
    culture,
    language,
    companyName,
    defaultAddress: showAddress(defaultAddress),
    links: { self: link(`/customers/${customer.id}/profiles/billing`) },
    attributes: { etag: etagOf(id, version), objectType: 'CustomerBillingProfile' },
  }
}

const showAddress = (address: CustomerAddress): Address => ({ ...address })

function showCompanyName(customer: CustomerRecord): CustomerCompanyProfile {
  const { domain, companyName, organizationRegistrationNumber } = customer.companyProfile
  return {
    tenantId: customer.id,
    domain,
    companyName,
    ...(organizationRegistrationNumber === undefined ? {} : { organizationRegistrationNumber }),
    links: { self: link(`/customers/${customer.id}/profiles/company`) },
    attributes: { objectType: 'CustomerCompanyProfile' },
  }
}

const associated = ({ associatedPartnerId }: CustomerRecord) =>
  associatedPartnerId === undefined ? {} : { associatedPartnerId }
