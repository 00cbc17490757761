export type {
  BillingProfile,
  CompanyProfile,
  CustomerAddress,
  CustomerRecord,
  DirectoryDomain,
  DirectoryTenant,
  PartnerRelationship,
  Qualification,
  QualificationName,
} from './customer.ts'
export { Customers } from './customer-repository.ts'
export { Directory } from './directory-repository.ts'
export {
  accountOf,
  findCustomer,
  getAdvisedCustomer,
  getCustomer,
  getHeldCustomer,
  getTransactingCustomer,
} from './get-customer.ts'
export {
  accountRules,
  customerAccount,
  type CustomerAccount,
  type CustomerAccountFacts,
} from './account-rules.ts'
export { isQualifiedFor, type QualificationReview } from './qualification.ts'
export { customerPolicies } from './customer-policies.ts'
export { findCountryRules, type CountryRules } from './profiles/country-rules.ts'
export { customerTable } from './customer-repository.ts'
export { directoryDomainTable, directoryTenantTable, resellerLinkTable } from './directory-repository.ts'
export { registerCustomer } from './creation/register-customer.ts'
