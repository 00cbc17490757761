export { agreementTemplates } from './agreement.ts'
export { Agreements } from './agreement-repository.ts'
export { hasAcceptedCustomerAgreement } from './customer-acceptance.ts'
