export { agreementTemplates } from './agreement.ts'
export { Agreements, agreementTable } from './agreement-repository.ts'
export { hasAcceptedCustomerAgreement } from './customer-acceptance.ts'
