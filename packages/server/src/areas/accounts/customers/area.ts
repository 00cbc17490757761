import { customerEndpoints } from '@tenantry/contract/endpoints/customers.ts'
import { defineArea } from '../../../work/area.ts'
import { announced } from '../../../work/checks.ts'
import { createCustomer } from './creation/create-customer.ts'
import { creationRules } from './creation/creation-rules.ts'
import * as policies from './customer-policies.ts'
import { customerTable } from './customer-repository.ts'
import { directoryDomainTable, directoryTenantTable, resellerLinkTable } from './directory-repository.ts'
import { checkDomainAvailability } from './domains.ts'
import { listCustomers } from './list-customers.ts'
import {
  etagRules,
  getCustomerBillingProfile,
  getCustomerCompanyProfile,
  showCustomerById,
  updateCustomerBillingProfile,
  updateRules,
} from './profiles/profiles.ts'
import {
  addressCountryRules,
  countryRules,
  getCountryValidationRules,
  validateAddress,
} from './profiles/validate-address.ts'
import { deleteCustomer, patchRules, removalAddressRules, sandboxRules, updateCustomer } from './removal.ts'
import {
  createCustomerQualification,
  getCustomerValidationStatus,
  listCustomerQualifications,
  qualificationRules,
  reviewRules,
} from './review-status.ts'

export const area = defineArea({
  name: 'accounts/customers',
  endpoints: customerEndpoints,
  routes: {
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
  },
  checks: {
    listCustomers: [],
    createCustomer: [creationRules],
    getCustomer: [],
    updateCustomer: [patchRules, announced('customer-removed')],
    deleteCustomer: [sandboxRules, removalAddressRules, announced('customer-removed')],
    getCustomerCompanyProfile: [],
    getCustomerBillingProfile: [],
    updateCustomerBillingProfile: [etagRules, updateRules],
    getCustomerValidationStatus: [reviewRules],
    listCustomerQualifications: [],
    createCustomerQualification: [qualificationRules],
    checkDomainAvailability: [],
    validateAddress: [addressCountryRules],
    getCountryValidationRules: [countryRules],
  },
  tables: [directoryTenantTable, directoryDomainTable, resellerLinkTable, customerTable],
  policies: Object.values(policies),
})
