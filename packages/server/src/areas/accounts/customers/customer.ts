import type { Instant } from '../../../kernel/time.ts'

export interface CustomerAddress {
  readonly addressLine1: string
  readonly addressLine2?: string
  readonly city: string
  readonly state?: string
  readonly postalCode?: string
  /** ISO 3166-1 alpha-2, upper case. */
  readonly country: string
  readonly region?: string
  readonly firstName?: string
  readonly middleName?: string
  readonly lastName?: string
  readonly phoneNumber?: string
}

export interface BillingProfile {
  readonly id: string
  /** Source of the profile's own ETag: the profile changes without the customer's other members. */
  readonly version: number
  readonly email: string
  readonly culture: string
  readonly language: string
  readonly companyName: string
  readonly defaultAddress: CustomerAddress
}

interface CompanyProfile {
  readonly domain: string
  readonly companyName: string
  readonly organizationRegistrationNumber?: string
  readonly address: CustomerAddress
  readonly email: string
}

type PartnerRelationship = 'reseller' | 'advisor' | 'none'

/** A special segment that a customer can ask to be recognised in. */
export type QualificationName = 'Education' | 'GovernmentCommunityCloud' | 'StateOwnedEntity' | 'Nonprofit'

export interface Qualification {
  readonly qualification: QualificationName
  readonly educationSegment?: 'K12' | 'HigherEducation'
  readonly website?: string
  readonly validationCode?: string
  readonly askedAt: Instant
}

/** One partner's view of a customer. Two partners of the same customer have two records with the same id. */
export interface CustomerRecord {
  /** The customer's tenant id. */
  readonly id: string
  version: number
  readonly commerceId: string
  readonly companyProfile: CompanyProfile
  readonly billingProfile: BillingProfile
  /** The tenant's country, which decides where the customer buys; not where it is. ISO 3166-1 alpha-2. */
  readonly market: string
  readonly relationship: PartnerRelationship
  readonly allowDelegatedAccess: boolean
  readonly enableGDAPByDefault: boolean
  readonly customDomains: readonly string[]
  /** An indirect provider's customer: the tenant id of the reseller who looks after it. */
  readonly associatedPartnerId?: string
  readonly qualifications: readonly Qualification[]
  /** A sandbox customer whose address does not hold can never be deleted. */
  readonly addressValid: boolean
  readonly createdAt: Instant
}

/** A directory tenant exists for everybody, whoever its partners are. */
export interface DirectoryTenant {
  readonly id: string
  version: number
  /** A deleted tenant stays as a tombstone: its customer record can be read, nothing can be bought. */
  readonly state: 'active' | 'deleted'
  readonly defaultDomain: string
  readonly displayName: string
  readonly country: string
}

/** A domain name in use by a tenant; lower case. */
export interface DirectoryDomain {
  readonly domain: string
  version: number
  readonly tenantId: string
}

/** An indirect reseller reads a customer through the provider that holds it. */
export interface ResellerLink {
  readonly resellerTenantId: string
  readonly customerId: string
  version: number
  readonly providerTenantId: string
}

export const hasCommerceRelationship = (customer: CustomerRecord): boolean =>
  customer.relationship === 'reseller'

export const endRelationship = (customer: CustomerRecord): CustomerRecord => ({
  ...customer,
  relationship: 'none',
  allowDelegatedAccess: false,
})

export const removeDelegatedAccess = (customer: CustomerRecord): CustomerRecord => ({
  ...customer,
  allowDelegatedAccess: false,
})

/** A new billing profile also renames the company: the list of customers shows the name it is billed under. */
export const replaceBillingProfile = (
  customer: CustomerRecord,
  replacement: Omit<BillingProfile, 'id' | 'version'>,
): CustomerRecord => ({
  ...customer,
  billingProfile: {
    ...replacement,
    id: customer.billingProfile.id,
    version: customer.billingProfile.version + 1,
  },
  companyProfile: {
    ...customer.companyProfile,
    companyName: replacement.companyName,
    address: companyAddress(replacement.defaultAddress),
    email: replacement.email,
  },
})

/** The company profile shows where the company is, without the name of its contact. */
export function companyAddress(billing: CustomerAddress): CustomerAddress {
  const { firstName: _first, middleName: _middle, lastName: _last, ...address } = billing
  return address
}

/** A later request for the same qualification takes the earlier one's place. */
export const askForQualification = (customer: CustomerRecord, asked: Qualification): CustomerRecord => ({
  ...customer,
  qualifications: [
    ...customer.qualifications.filter((other) => other.qualification !== asked.qualification),
    asked,
  ],
})
