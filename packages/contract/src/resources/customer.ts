import { Type, type Static } from 'typebox'
import { Address } from './address.ts'
import { Attributes, Collection, Link } from './common.ts'

const SelfLink = Type.Object({ self: Link })

/** Requests print the objects' type too; it says nothing and is not read. */
const SentAttributes = Type.Object({
  etag: Type.Optional(Type.String()),
  objectType: Type.Optional(Type.String()),
})

/** @see partner-center/developer/customer-resources#customerpartnerrelationship */
const customerRelationships = [
  'unknown',
  'reseller',
  'advisor',
  'syndication',
  'microsoft_support',
  'none',
] as const
const CustomerRelationship = Type.Enum([...customerRelationships])
type CustomerRelationship = Static<typeof CustomerRelationship>

/** `address` and `email` are left out for a partner without delegated access. */
export const CustomerCompanyProfile = Type.Object({
  tenantId: Type.String(),
  domain: Type.String(),
  companyName: Type.Optional(Type.String()),
  organizationRegistrationNumber: Type.Optional(Type.String()),
  address: Type.Optional(Address),
  email: Type.Optional(Type.String()),
  links: Type.Optional(SelfLink),
  attributes: Attributes,
})
export type CustomerCompanyProfile = Static<typeof CustomerCompanyProfile>

export const CustomerBillingProfile = Type.Object({
  id: Type.String(),
  firstName: Type.Optional(Type.String()),
  lastName: Type.Optional(Type.String()),
  email: Type.String(),
  culture: Type.String(),
  language: Type.String(),
  companyName: Type.String(),
  defaultAddress: Address,
  links: Type.Optional(SelfLink),
  attributes: Attributes,
})
export type CustomerBillingProfile = Static<typeof CustomerBillingProfile>

/**
 * Rows of a list carry the company profile and the relationship only; `userCredentials` is answered once, by the
 * creation.
 * @see partner-center/developer/customer-resources
 */
export const Customer = Type.Object({
  id: Type.String(),
  commerceId: Type.Optional(Type.String()),
  companyProfile: CustomerCompanyProfile,
  billingProfile: Type.Optional(CustomerBillingProfile),
  enableGDAPByDefault: Type.Optional(Type.Boolean()),
  relationshipToPartner: CustomerRelationship,
  allowDelegatedAccess: Type.Optional(Type.Boolean()),
  userCredentials: Type.Optional(Type.Object({ userName: Type.String(), password: Type.String() })),
  customDomains: Type.Optional(Type.Array(Type.String())),
  associatedPartnerId: Type.Optional(Type.String()),
  links: Type.Optional(SelfLink),
  attributes: Attributes,
})
export type Customer = Static<typeof Customer>

export const CustomerCollection = Collection(Customer)

/** What a billing profile is written with; a new one has no id yet. */
export const BillingProfileRequest = Type.Object({
  id: Type.Optional(Type.String()),
  firstName: Type.Optional(Type.String()),
  lastName: Type.Optional(Type.String()),
  email: Type.String({ minLength: 1 }),
  culture: Type.String({ minLength: 1 }),
  language: Type.String({ minLength: 1 }),
  companyName: Type.String({ minLength: 1 }),
  defaultAddress: Address,
  links: Type.Optional(Type.Unknown()),
  attributes: Type.Optional(SentAttributes),
})
export type BillingProfileRequest = Static<typeof BillingProfileRequest>

/**
 * What a customer is created with. Members that only the service sets are declared, so that a value in them can be
 * refused; null is the same as leaving them out.
 * @see partner-center/developer/create-a-customer
 */
export const CustomerRequest = Type.Object({
  id: Type.Optional(Type.String()),
  /** Clients send a whole customer; these members are the server's and are ignored. */
  customDomains: Type.Optional(Type.Array(Type.String())),
  commerceId: Type.Optional(Type.String()),
  companyProfile: Type.Object({
    tenantId: Type.Optional(Type.String()),
    domain: Type.String({ minLength: 1 }),
    companyName: Type.Optional(Type.String()),
    organizationRegistrationNumber: Type.Optional(Type.String()),
    attributes: Type.Optional(SentAttributes),
  }),
  billingProfile: BillingProfileRequest,
  relationshipToPartner: Type.Optional(CustomerRelationship),
  allowDelegatedAccess: Type.Optional(Type.Boolean()),
  enableGDAPByDefault: Type.Optional(Type.Boolean()),
  associatedPartnerId: Type.Optional(Type.String()),
  userCredentials: Type.Optional(
    Type.Object({ userName: Type.Optional(Type.String()), password: Type.Optional(Type.String()) }),
  ),
  attributes: Type.Optional(SentAttributes),
})
export type CustomerRequest = Static<typeof CustomerRequest>

/**
 * The two changes of a customer: `relationshipToPartner: "none"` and `allowDelegatedAccess: false`, which the published
 * request sends as the text `"false"`.
 * @see partner-center/developer/remove-a-reseller-relationship-with-a-customer
 */
export const CustomerPatch = Type.Object({
  relationshipToPartner: Type.Optional(CustomerRelationship),
  allowDelegatedAccess: Type.Optional(Type.Boolean()),
  attributes: Type.Optional(SentAttributes),
})
export type CustomerPatch = Static<typeof CustomerPatch>

/** The published answer of the change names only what was changed. */
export const CustomerPatched = Type.Object({
  relationshipToPartner: CustomerRelationship,
  allowDelegatedAccess: Type.Optional(Type.Boolean()),
  attributes: Attributes,
})
export type CustomerPatched = Static<typeof CustomerPatched>

const nothing = Type.Optional(Type.Null())

/** The page prints every other member too, as null. */
export const PublishedCustomerPatched = Type.Object({
  id: nothing,
  commerceId: nothing,
  companyProfile: nothing,
  billingProfile: nothing,
  relationshipToPartner: CustomerRelationship,
  allowDelegatedAccess: nothing,
  userCredentials: nothing,
  customDomains: nothing,
  associatedPartnerId: nothing,
  attributes: Attributes,
})

/** @see partner-center/developer/retrieve-validation-status */
export const ValidationStatus = Type.Object({
  type: Type.String(),
  status: Type.String(),
  lastUpdateDateTime: Type.String(),
})
export type ValidationStatus = Static<typeof ValidationStatus>

const qualificationNames = [
  'None',
  'Education',
  'GovernmentCommunityCloud',
  'StateOwnedEntity',
  'Nonprofit',
] as const

/** @see partner-center/developer/get-customer-qualification-asynchronous */
export const CustomerQualification = Type.Object({
  qualification: Type.Enum([...qualificationNames]),
  vettingStatus: Type.Enum(['InReview', 'Approved', 'Denied']),
  vettingReason: Type.Optional(Type.String()),
  vettingCreateDate: Type.Optional(Type.String()),
})
export type CustomerQualification = Static<typeof CustomerQualification>

/** @see partner-center/developer/update-customer-qualification-asynchronous */
export const CustomerQualificationRequest = Type.Object({
  qualification: Type.Enum([...qualificationNames]),
  educationSegment: Type.Optional(Type.Enum(['K12', 'HigherEducation'])),
  validationCode: Type.Optional(Type.String()),
  website: Type.Optional(Type.String()),
})
export type CustomerQualificationRequest = Static<typeof CustomerQualificationRequest>
