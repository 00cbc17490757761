import { agreementEndpoints } from '@tenantry/contract/endpoints/agreements.ts'
import { defineArea } from '../../../work/area.ts'
import { pathRules } from '../customers/public.ts'
import { agreementTable } from './agreement-repository.ts'
import { cloudRules, confirmationRules, templateRules } from './agreement-rules.ts'
import {
  documentCountryRules,
  getAgreementDocument,
  listAgreementTemplates,
  templateTypeRules,
} from './agreement-templates.ts'
import {
  confirmCustomerAgreement,
  getDirectSignedCustomerAgreementStatus,
  listCustomerAgreements,
} from './confirm-agreement.ts'
import { followCustomerRemoval } from './follow-customer-removal.ts'

export const area = defineArea({
  name: 'accounts/agreements',
  endpoints: agreementEndpoints,
  routes: {
    listAgreementTemplates,
    getAgreementDocument,
    listCustomerAgreements,
    confirmCustomerAgreement,
    getDirectSignedCustomerAgreementStatus,
  },
  checks: {
    listAgreementTemplates: [cloudRules, templateTypeRules],
    getAgreementDocument: [cloudRules, templateRules, documentCountryRules],
    listCustomerAgreements: [cloudRules, pathRules],
    confirmCustomerAgreement: [cloudRules, pathRules, confirmationRules],
    getDirectSignedCustomerAgreementStatus: [cloudRules, pathRules],
  },
  tables: [agreementTable],
  listeners: { 'customer-removed': { follow: followCustomerRemoval } },
})
