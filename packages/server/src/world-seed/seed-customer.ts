import { Agreements, agreementTemplates } from '../areas/accounts/agreements/public.ts'
import { registerCustomer, type Qualification } from '../areas/accounts/customers/public.ts'
import { present } from '../kernel/invariant.ts'
import type { Scope } from '../work/scope.ts'
import { formatInstant } from '../kernel/time.ts'
import type { CustomerEntry } from './world-file.ts'

/** Writes a customer down as one of the scope's partner, with the agreement that the partner confirmed. */
export async function seedCustomer(scope: Scope, entry: CustomerEntry): Promise<void> {
  const relation = present(
    entry.partners.find(({ tenantId }) => tenantId === scope.tenant.partner),
    `${entry.companyName} is a customer of this partner`,
  )
  const { firstName, lastName, email, phoneNumber } = entry.contact
  const { organizationRegistrationNumber: number } = entry
  await registerCustomer(scope, {
    id: entry.tenantId,
    version: 1,
    commerceId: scope.newId(),
    companyProfile: {
      domain: entry.domain,
      companyName: entry.companyName,
      ...(number === undefined ? {} : { organizationRegistrationNumber: number }),
      address: entry.address,
      email,
    },
    billingProfile: {
      id: scope.newId(),
      version: 1,
      email,
      culture: entry.culture,
      language: entry.language,
      companyName: entry.companyName,
      defaultAddress: { ...entry.address, firstName, lastName, phoneNumber },
    },
    market: entry.market,
    relationship: relation.relationship,
    allowDelegatedAccess: true,
    enableGDAPByDefault: false,
    customDomains: [entry.domain],
    ...(relation.resellerTenantId === undefined ? {} : { associatedPartnerId: relation.resellerTenantId }),
    qualifications: qualificationsOf(scope, entry),
    addressValid: true,
    createdAt: scope.now,
  })
  if (entry.agreementConfirmed) await confirm(scope, entry)
}

async function confirm(scope: Scope, entry: CustomerEntry): Promise<void> {
  const template = present(
    agreementTemplates.find(({ agreementType }) => agreementType === 'MicrosoftCustomerAgreement'),
    'there is a template of the customer agreement',
  )
  const { firstName, lastName, email, phoneNumber } = entry.contact
  await new Agreements(scope).add({
    id: scope.newId(),
    version: 1,
    customerId: entry.tenantId,
    primaryContact: { firstName, lastName, email, phoneNumber },
    templateId: template.templateId,
    type: 'MicrosoftCustomerAgreement',
    dateAgreed: formatInstant(scope.now),
    confirmedAt: scope.now,
  })
}

function qualificationsOf(scope: Scope, entry: CustomerEntry): Qualification[] {
  const askedAt = scope.now
  switch (entry.segment) {
    case 'education':
      return [
        {
          qualification: 'Education',
          educationSegment: entry.educationSegment ?? 'HigherEducation',
          askedAt,
        },
      ]
    case 'government':
      return [{ qualification: 'GovernmentCommunityCloud', askedAt }]
    case 'nonprofit':
      return [{ qualification: 'Nonprofit', askedAt }]
    case 'commercial':
      return []
  }
}
