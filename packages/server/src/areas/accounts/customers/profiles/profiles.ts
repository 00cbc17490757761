import type { customerEndpoints } from '@tenantry/contract/endpoints/customers.ts'
import { fault } from '@tenantry/contract/faults/fault.ts'
import { faults } from '@tenantry/contract/faults/index.ts'
import type {
  Customer,
  CustomerBillingProfile,
  CustomerCompanyProfile,
} from '@tenantry/contract/resources/customer.ts'
import { etagMatches } from '../../../../kernel/etag.ts'
import { PreconditionFailed, type Input } from '../../../../work/operation.ts'
import { enforce, on, rule, ruleList, type Rule } from '../../../../kernel/rule.ts'
import type { Scope } from '../../../../work/scope.ts'
import { replaceBillingProfile } from '../customer.ts'
import { Customers } from '../customer-repository.ts'
import { getAdvisedCustomer, getCustomer, getHeldCustomer } from '../get-customer.ts'
import { profileRules, type ProfileFacts } from './profile-rules.ts'
import { billingProfileOf, profileFacts } from './read-profile.ts'
import { showBillingProfile, showCompanyProfile, showCustomer } from '../show-customer.ts'

type Of<Name extends keyof typeof customerEndpoints> = Input<(typeof customerEndpoints)[Name]>

/** @see partner-center/developer/get-a-customer-by-id */
export async function showCustomerById(scope: Scope, { params }: Of<'getCustomer'>): Promise<Customer> {
  return showCustomer(await getAdvisedCustomer(scope, params.customerId))
}

/** @see partner-center/developer/get-a-customer-s-company-profile */
export async function getCustomerCompanyProfile(
  scope: Scope,
  { params }: Of<'getCustomerCompanyProfile'>,
): Promise<CustomerCompanyProfile> {
  return showCompanyProfile(await getAdvisedCustomer(scope, params.customerId))
}

/** @see partner-center/developer/get-all-of-a-customer-s-billing-profiles */
export async function getCustomerBillingProfile(
  scope: Scope,
  { params }: Of<'getCustomerBillingProfile'>,
): Promise<CustomerBillingProfile> {
  return showBillingProfile(await getCustomer(scope, params.customerId))
}

/**
 * Official clients send the ETag in the body's attributes only, so either place serves; one of them is needed.
 * @see partner-center/developer/update-a-customer-s-billing-profile
 */
export async function updateCustomerBillingProfile(
  scope: Scope,
  { params, body, headers }: Of<'updateCustomerBillingProfile'>,
): Promise<CustomerBillingProfile> {
  const customers = new Customers(scope)
  const customer = await getHeldCustomer(scope, params.customerId)
  const { id, version } = customer.billingProfile
  const etag = headers.ifMatch ?? body.attributes?.etag
  const facts: UpdateFacts = {
    ...profileFacts(scope, body, customer.companyProfile.organizationRegistrationNumber),
    etag,
    market: customer.market,
    profileId: id,
    sentId: body.id,
  }
  enforce(etagRules, facts, scope.trace)
  if (!etagMatches(etag, id, version))
    throw new PreconditionFailed(`billing profile ${id} is at version ${version}`)
  enforce(updateRules, facts, scope.trace)

  const changed = replaceBillingProfile(customer, billingProfileOf(body))
  await customers.save(changed)

  scope.audit({
    customerId: customer.id,
    customerName: changed.companyProfile.companyName,
    oldValue: showBillingProfile(customer),
    newValue: showBillingProfile(changed),
  })
  await scope.announce({ type: 'customer-updated', customerId: customer.id, subject: customer.id })
  return showBillingProfile(changed)
}

interface UpdateFacts extends ProfileFacts {
  readonly etag: string | undefined
  readonly market: string
  readonly profileId: string
  readonly sentId: string | undefined
}

const see = 'partner-center/developer/update-a-customer-s-billing-profile'

/** That the missing header is answered as a missing member is assumed. */
const etagIsGiven = rule<UpdateFacts>({
  name: 'etagIsGiven',
  holds: ({ etag }) => etag !== undefined && etag.trim() !== '',
  fault: () => fault(faults.requestInputIsInvalid).with('If-Match: is required'),
  see,
})

export const etagRules = ruleList('Update a billing profile: the ETag', [etagIsGiven])

const profileIdIsUnchanged = rule<UpdateFacts>({
  name: 'profileIdIsUnchanged',
  holds: ({ profileId, sentId }) => sentId === undefined || sentId.toLowerCase() === profileId,
  fault: () => fault(faults.propertyIsInvalid).with('id: is set by the service'),
  see,
})

/** A tenant's country is for good. The code is assumed. */
const countryIsUnchanged = rule<UpdateFacts>({
  name: 'countryIsUnchanged',
  holds: ({ profile, market }) => profile.defaultAddress.country.trim().toUpperCase() === market,
  fault: () => fault(faults.propertyIsInvalid).with('defaultAddress.country: cannot be changed'),
  decidedBy: ({ profile, market }) => ({ country: profile.defaultAddress.country, market }),
  see: 'assumed',
})

export const updateRules = ruleList<Rule<UpdateFacts>>('Update a billing profile', [
  profileIdIsUnchanged,
  ...profileRules.map((inner) => on((facts: UpdateFacts): ProfileFacts => facts, inner)),
  countryIsUnchanged,
])
