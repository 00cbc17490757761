import { Type } from 'typebox'
import { endpoint } from '../endpoint.ts'
import { extraFaults, faults } from '../faults/index.ts'
import {
  Agreement,
  AgreementCollection,
  AgreementDocument,
  AgreementMetaDataCollection,
  AgreementRequest,
  AgreementType,
  DirectSignedCustomerAgreementStatus,
} from '../resources/agreement.ts'
import { customerFaults, none, ofCustomer } from './common.ts'

const pathFaults = [faults.operationNotSupportedInEnvironment, ...customerFaults] as const

/**
 * The pages ask for app+user. Confirming and reading agreements works with an app alone here, because the whole way
 * from a token to an order should (assumed: the service takes both in practice).
 */
export const agreementEndpoints = {
  /** Without a type only the cloud agreement is listed; `*` lists every type. */
  listAgreementTemplates: endpoint({
    method: 'GET',
    path: '/v1/agreements',
    summary: 'List the agreements that customers can accept',
    see: 'partner-center/developer/get-customer-agreement-metadata',
    auth: 'either',
    roles: ['admin-agent', 'sales-agent', 'helpdesk-agent'],
    effect: 'read',
    params: none,
    query: Type.Object({ agreementType: Type.Optional(Type.String()) }),
    body: Type.Void(),
    shapeFault: 'catalogue',
    status: 200,
    answer: AgreementMetaDataCollection,
    faults: [faults.operationNotSupportedInEnvironment, faults.enumValueIsUnknown],
  }),
  getAgreementDocument: endpoint({
    method: 'GET',
    path: '/v1/agreementtemplates/:agreementTemplateId/document',
    summary: 'Get links to the text of an agreement',
    see: 'partner-center/developer/download-customer-agreement-template',
    auth: 'either',
    roles: ['admin-agent', 'sales-agent', 'helpdesk-agent'],
    effect: 'read',
    params: Type.Object({ agreementTemplateId: Type.String() }),
    query: Type.Object({ language: Type.Optional(Type.String()), country: Type.Optional(Type.String()) }),
    body: Type.Void(),
    shapeFault: 'catalogue',
    status: 200,
    answer: AgreementDocument,
    faults: [
      faults.operationNotSupportedInEnvironment,
      faults.resourceNotFound,
      faults.catalogueInputIsInvalid,
    ],
  }),
  listCustomerAgreements: endpoint({
    method: 'GET',
    path: '/v1/customers/:customerId/agreements',
    summary: 'List the confirmations of a customer',
    see: 'partner-center/developer/get-confirmation-of-customer-agreement',
    auth: 'either',
    roles: ['admin-agent', 'sales-agent', 'helpdesk-agent'],
    effect: 'read',
    params: ofCustomer,
    query: Type.Object({ agreementType: Type.Optional(AgreementType) }),
    body: Type.Void(),
    shapeFault: 'catalogue',
    status: 200,
    answer: AgreementCollection,
    faults: [...pathFaults, faults.catalogueInputIsInvalid],
  }),
  confirmCustomerAgreement: endpoint({
    method: 'POST',
    path: '/v1/customers/:customerId/agreements',
    summary: 'Confirm that a customer has accepted an agreement',
    see: 'partner-center/developer/confirm-customer-consent-customer-agreement',
    auth: 'either',
    roles: ['admin-agent', 'sales-agent'],
    effect: 'write',
    params: ofCustomer,
    query: none,
    body: AgreementRequest,
    shapeFault: 'commerce',
    status: 201,
    answer: Agreement,
    faults: [
      ...pathFaults,
      faults.requestInputIsInvalid,
      faults.propertyIsInvalid,
      faults.enumValueIsUnknown,
      faults.resourceNotFound,
      extraFaults.agreementAlreadyConfirmed,
    ],
    audit: { operationType: 'create_agreement', resourceType: 'agreement' },
  }),
  getDirectSignedCustomerAgreementStatus: endpoint({
    method: 'GET',
    path: '/v1/customers/:customerId/directSignedMicrosoftCustomerAgreementStatus',
    summary: 'Find out whether the customer has accepted the customer agreement itself',
    see: 'partner-center/developer/get-direct-sign-status-of-customer-agreement',
    auth: 'either',
    roles: ['admin-agent', 'sales-agent', 'helpdesk-agent'],
    effect: 'read',
    params: ofCustomer,
    query: none,
    body: Type.Void(),
    status: 200,
    answer: DirectSignedCustomerAgreementStatus,
    faults: pathFaults,
  }),
}
