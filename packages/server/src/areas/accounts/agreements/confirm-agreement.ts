import type { agreementEndpoints } from '@tenantry/contract/endpoints/agreements.ts'
import type {
  Agreement,
  DirectSignedCustomerAgreementStatus,
} from '@tenantry/contract/resources/agreement.ts'
import type { AnswerOf } from '@tenantry/contract/endpoint.ts'
import { collection } from '@tenantry/contract/resources/common.ts'
import type { Input } from '../../../work/operation.ts'
import { enforce } from '../../../kernel/rule.ts'
import type { Scope } from '../../../work/scope.ts'
import { getCustomer, getHeldCustomer } from '../customers/public.ts'
import { findTemplate, type AgreementRecord } from './agreement.ts'
import { cloudRules, confirmationRules } from './agreement-rules.ts'
import { Agreements } from './agreement-repository.ts'
import { hasSignedDirectly } from './customer-acceptance.ts'

type Endpoints = typeof agreementEndpoints

/** @see partner-center/developer/confirm-customer-consent-customer-agreement */
export async function confirmCustomerAgreement(
  scope: Scope,
  { params, body }: Input<Endpoints['confirmCustomerAgreement']>,
): Promise<Agreement> {
  const agreements = new Agreements(scope)
  enforce(cloudRules, { partner: scope.principal.partner }, scope.trace)
  const customer = await getHeldCustomer(scope, params.customerId)
  const template = findTemplate(body.templateId)
  const earlier = await agreements.list(customer.id, body.type)
  enforce(confirmationRules, { request: body, template, earlier }, scope.trace)

  const userId = scope.principal.userId ?? body.userId
  const agreement = await agreements.add({
    id: scope.newId(),
    version: 1,
    customerId: customer.id,
    ...(userId === undefined ? {} : { userId }),
    primaryContact: body.primaryContact,
    templateId: body.templateId,
    type: body.type,
    dateAgreed: body.dateAgreed,
    confirmedAt: scope.now,
  })

  const { agreementLink: _link, ...answer } = showAgreement(agreement)
  scope.audit({
    customerId: customer.id,
    customerName: customer.companyProfile.companyName,
    newValue: answer,
  })
  await scope.announce({ type: 'agreement-confirmed', customerId: customer.id, subject: agreement.id })
  return answer
}

/** Without a type only the confirmations of the cloud agreement, as the page says. */
export async function listCustomerAgreements(
  scope: Scope,
  { params, query }: Input<Endpoints['listCustomerAgreements']>,
): Promise<AnswerOf<Endpoints['listCustomerAgreements']>> {
  enforce(cloudRules, { partner: scope.principal.partner }, scope.trace)
  const customer = await getCustomer(scope, params.customerId)
  const type = query.agreementType ?? 'MicrosoftCloudAgreement'
  const agreements = await new Agreements(scope).list(customer.id, type)
  return collection(agreements.map(showAgreement))
}

/** @see partner-center/developer/get-direct-sign-status-of-customer-agreement */
export async function getDirectSignedCustomerAgreementStatus(
  scope: Scope,
  { params }: Input<Endpoints['getDirectSignedCustomerAgreementStatus']>,
): Promise<DirectSignedCustomerAgreementStatus> {
  enforce(cloudRules, { partner: scope.principal.partner }, scope.trace)
  const customer = await getCustomer(scope, params.customerId)
  return { isSigned: hasSignedDirectly(scope, customer.id) }
}

function showAgreement({ userId, primaryContact, templateId, dateAgreed, type }: AgreementRecord): Agreement {
  const template = findTemplate(templateId)
  return {
    ...(userId === undefined ? {} : { userId }),
    primaryContact: { ...primaryContact },
    templateId,
    dateAgreed,
    type,
    ...(template === undefined ? {} : { agreementLink: template.agreementLink }),
  }
}
