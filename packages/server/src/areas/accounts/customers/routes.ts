import type { customerEndpoints } from '@tenantry/contract/endpoints/customers.ts'
import type { Routes } from '../../../work/operation.ts'
import { createCustomer } from './creation/create-customer.ts'
import { checkDomainAvailability } from './domains.ts'
import { listCustomers } from './list-customers.ts'
import {
  getCustomerBillingProfile,
  getCustomerCompanyProfile,
  showCustomerById,
  updateCustomerBillingProfile,
} from './profiles/profiles.ts'
import { deleteCustomer, updateCustomer } from './removal.ts'
import {
  createCustomerQualification,
  getCustomerValidationStatus,
  listCustomerQualifications,
} from './review-status.ts'
import { getCountryValidationRules, validateAddress } from './profiles/validate-address.ts'

export const routes: Routes<typeof customerEndpoints> = {
  listCustomers,
  createCustomer,
  getCustomer: showCustomerById,
  updateCustomer,
  deleteCustomer,
  getCustomerCompanyProfile,
  getCustomerBillingProfile,
  updateCustomerBillingProfile,
  getCustomerValidationStatus,
  listCustomerQualifications,
  createCustomerQualification,
  checkDomainAvailability,
  validateAddress,
  getCountryValidationRules,
}
