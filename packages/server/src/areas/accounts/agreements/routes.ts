import type { agreementEndpoints } from '@tenantry/contract/endpoints/agreements.ts'
import type { Routes } from '../../../work/operation.ts'
import { getAgreementDocument, listAgreementTemplates } from './agreement-templates.ts'
import {
  confirmCustomerAgreement,
  getDirectSignedCustomerAgreementStatus,
  listCustomerAgreements,
} from './confirm-agreement.ts'

export const routes: Routes<typeof agreementEndpoints> = {
  listAgreementTemplates,
  getAgreementDocument,
  listCustomerAgreements,
  confirmCustomerAgreement,
  getDirectSignedCustomerAgreementStatus,
}
