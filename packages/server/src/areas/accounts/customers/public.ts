export type { CustomerRecord, Qualification } from './customer.ts'
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
export { accountRules, type CustomerAccount } from './account-rules.ts'
export { isQualifiedFor } from './qualification.ts'
export { pathRules } from './path-rules.ts'
export { findCountryRules } from './profiles/country-rules.ts'
export { customerTable } from './customer-repository.ts'
export { directoryDomainTable, directoryTenantTable, resellerLinkTable } from './directory-repository.ts'
export { registerCustomer } from './creation/register-customer.ts'
