import { fault } from '@tenantry/contract/faults/fault.ts'
import { faults } from '@tenantry/contract/faults/index.ts'
import type { CustomerRequest } from '@tenantry/contract/resources/customer.ts'
import { on, rule, ruleList, type Rule } from '../../../../kernel/rule.ts'
import type { PartnerRecord } from '../../../../work/partner.ts'
import { profileRules, type ProfileFacts } from '../profiles/profile-rules.ts'

export interface CreationFacts extends ProfileFacts {
  readonly request: CustomerRequest
  readonly partner: PartnerRecord
  /** A direct-bill partner or an indirect provider. */
  readonly partnerBuys: boolean
  /** The named reseller, if any, works with the provider that calls. */
  readonly resellerIsPartner: boolean
  readonly isAppOnly: boolean
  readonly domainIsTaken: boolean
  /** How many customers the partner has. */
  readonly customers: number
  readonly sandboxCustomersMax: number
}

/** Only the two types that buy can have customers of their own; the code for the others is assumed. */
const partnerTransacts = rule<CreationFacts>({
  name: 'partnerTransacts',
  holds: ({ partnerBuys }) => partnerBuys,
  fault: () => fault(faults.roleIsInsufficient),
  decidedBy: ({ partner }) => ({ type: partner.type }),
  see: 'partner-center/enroll/csp-overview',
})

/** A customer for an indirect reseller is created by a signed-in user; others may come from an app alone. */
const resellersCustomerHasUser = rule<CreationFacts>({
  name: 'resellersCustomerHasUser',
  holds: ({ request, isAppOnly }) => request.associatedPartnerId === undefined || !isAppOnly,
  fault: () => fault(faults.appOnlyTokenNotSupported),
  see: 'partner-center/developer/create-a-customer-for-an-indirect-reseller',
})

const readOnlyMembers = ({ request }: CreationFacts): string[] => {
  const { id, commerceId, userCredentials, companyProfile } = request
  const members = { id, commerceId, userCredentials, 'companyProfile.tenantId': companyProfile.tenantId }
  return Object.entries({ ...members, 'billingProfile.id': request.billingProfile.id })
    .filter(([, value]) => value !== undefined)
    .map(([name]) => name)
}

const readOnlyMembersAreAbsent = rule<CreationFacts>({
  name: 'readOnlyMembersAreAbsent',
  holds: (facts) => readOnlyMembers(facts).length === 0,
  fault: (facts) =>
    fault(faults.propertyIsInvalid).with(
      ...readOnlyMembers(facts).map((name) => `${name}: is set by the service`),
    ),
  decidedBy: (facts) => ({ readOnly: readOnlyMembers(facts).join(', ') }),
  see: 'partner-center/developer/create-a-customer',
})

/** Which domains a new tenant can have. The length and the letters of the label are assumed. */
const domainIsWellFormed = rule<CreationFacts>({
  name: 'domainIsWellFormed',
  holds: ({ request, partner }) => isTenantDomain(request.companyProfile.domain, partner.cloud),
  fault: () => fault(faults.propertyIsInvalid).with('companyProfile.domain: is no name of a new tenant'),
  decidedBy: ({ request }) => ({ domain: request.companyProfile.domain }),
  see: 'partner-center/developer/verify-domain-availability',
})

const label = '[a-z](?:[a-z0-9-]{0,25}[a-z0-9])?'
const worldwide = new RegExp(`^${label}\\.(onmicrosoft\\.com|ccsctp\\.net)$`, 'i')
const domainsByCloud: Readonly<Record<PartnerRecord['cloud'], RegExp>> = {
  global: worldwide,
  usGov: worldwide,
  china21V: new RegExp(`^${label}\\.partner\\.onmschina\\.cn$`, 'i'),
}

const isTenantDomain = (domain: string, cloud: PartnerRecord['cloud']): boolean =>
  domainsByCloud[cloud].test(domain)

/** No page says how a taken domain is refused, and the published list has no code for it (assumed). */
const domainIsFree = rule<CreationFacts>({
  name: 'domainIsFree',
  holds: ({ domainIsTaken }) => !domainIsTaken,
  fault: () => fault(faults.propertyIsInvalid).with('companyProfile.domain: is taken'),
  decidedBy: ({ request }) => ({ domain: request.companyProfile.domain }),
  see: 'assumed',
})

/** Only an indirect provider names a reseller, and only one it works with. The code is assumed. */
const resellerIsPartnerOfProvider = rule<CreationFacts>({
  name: 'resellerIsPartnerOfProvider',
  holds: ({ request, resellerIsPartner }) => request.associatedPartnerId === undefined || resellerIsPartner,
  fault: ({ request, partner }) =>
    fault(faults.noCommerceRelationship, {
      partnerId: request.associatedPartnerId ?? '',
      customerId: partner.tenantId,
    }),
  decidedBy: ({ request }) => ({ associatedPartnerId: request.associatedPartnerId }),
  see: 'partner-center/developer/create-a-customer-for-an-indirect-reseller',
})

/** The limit is documented, its code is not. */
const sandboxHasRoom = rule<CreationFacts>({
  name: 'sandboxHasRoom',
  holds: ({ partner, customers, sandboxCustomersMax }) =>
    partner.environment !== 'sandbox' || customers < sandboxCustomersMax,
  fault: ({ sandboxCustomersMax }) =>
    fault(faults.operationNotSupported).with(`a sandbox has at most ${sandboxCustomersMax} customers`),
  decidedBy: ({ customers, sandboxCustomersMax }) => ({ customers, sandboxCustomersMax }),
  see: 'partner-center/developer/test-and-debug',
})

/** The order is assumed: whoever may not, then what is written, then what is there. */
export const creationRules = ruleList<Rule<CreationFacts>>('Create a customer', [
  partnerTransacts,
  resellersCustomerHasUser,
  readOnlyMembersAreAbsent,
  ...profileRules.map((inner) => on((facts: CreationFacts): ProfileFacts => facts, inner)),
  domainIsWellFormed,
  domainIsFree,
  resellerIsPartnerOfProvider,
  sandboxHasRoom,
])
