import { review } from '../../../collaborators/purchases/review.ts'
import { tenantOfPartner } from '../../../kernel/tenant.ts'
import { present } from '../../../kernel/invariant.ts'
import { enforce } from '../../../kernel/rule.ts'
import type { Scope } from '../../../work/scope.ts'
import { hasActivePartnership } from '../../../work/partner.ts'
import { PartnerRegistry } from '../partners/public.ts'
import { accountRules, customerAccount, type CustomerAccount } from './account-rules.ts'
import type { CustomerRecord, ResellerLink } from './customer.ts'
import { Customers } from './customer-repository.ts'
import { Directory } from './directory-repository.ts'
import { pathRules } from './path-rules.ts'

/**
 * The customer of a path, for reading. An indirect reseller sees the customers that its provider holds for it.
 * Faults: 60003 when the directory has no such tenant, 20002 when it is no customer of the caller. (900118 for an id
 * that is no GUID comes from the binding of the path.)
 */
export async function getCustomer(scope: Scope, customerId: string): Promise<CustomerRecord> {
  const id = customerId.toLowerCase()
  return await checked(scope, id, await findCustomer(scope, id), false)
}

/** As `getCustomer`, and an advisor's customers are there too: for the profile. Faults: 60003, 20002. */
export async function getAdvisedCustomer(scope: Scope, customerId: string): Promise<CustomerRecord> {
  const id = customerId.toLowerCase()
  return await checked(scope, id, await findCustomer(scope, id), true)
}

/** The customer of a path, for changing: the caller must hold it, not only see it. Faults: 60003, 20002. */
export async function getHeldCustomer(scope: Scope, customerId: string): Promise<CustomerRecord> {
  const id = customerId.toLowerCase()
  return await checked(scope, id, await new Customers(scope).find(id), false)
}

/** `getHeldCustomer` whose account may transact. Faults also: 900417, 900418, 900416, 800073, 800074, 800075. */
export async function getTransactingCustomer(scope: Scope, customerId: string): Promise<CustomerRecord> {
  const customer = await getHeldCustomer(scope, customerId)
  enforce(accountRules, { account: await accountOf(scope, customer) }, scope.trace)
  return customer
}

/** What the review and the directory say about a customer's account: the facts of `accountRules`. */
export async function accountOf(scope: Scope, customer: CustomerRecord): Promise<CustomerAccount> {
  const tenant = await new Directory(scope).getTenant(customer.id)
  const { customers, watchedCountries } = scope.collaborator(review)
  return customerAccount(customer, tenant, customers[customer.id], watchedCountries)
}

/** The customer without a check; for work that nobody asked for by a path, such as the agenda's. */
export async function findCustomer(scope: Scope, customerId: string): Promise<CustomerRecord | undefined> {
  const held = await new Customers(scope).find(customerId)
  if (held !== undefined || scope.principal.partner.type !== 'indirectReseller') return held
  const link = await new Directory(scope).findLink(scope.tenant.partner, customerId)
  return link === undefined ? undefined : await findThroughProvider(scope, link)
}

/** A reseller reads what its provider holds only while their partnership lasts. */
async function findThroughProvider(scope: Scope, link: ResellerLink): Promise<CustomerRecord | undefined> {
  const provider = await new PartnerRegistry(scope).find(link.providerTenantId)
  if (provider === undefined || !hasActivePartnership(provider, link.resellerTenantId)) return undefined
  return await new Customers({ trx: scope.trx, tenant: tenantOfPartner(provider) }).find(link.customerId)
}

async function checked(
  scope: Scope,
  customerId: string,
  customer: CustomerRecord | undefined,
  isAdvisorAllowed: boolean,
): Promise<CustomerRecord> {
  // A customer has a tenant for certain; only without one is it asked whether there is one at all.
  const tenant = customer === undefined ? await new Directory(scope).findTenant(customerId) : undefined
  const facts = { partnerId: scope.tenant.partner, customerId, tenant, customer, isAdvisorAllowed }
  enforce(pathRules, facts, scope.trace)
  return present(customer, 'pathRules let a missing customer pass')
}
