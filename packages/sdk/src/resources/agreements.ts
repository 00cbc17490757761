// Made by `npm run generate` from the contract's endpoints; changes belong there.
import type { AnswerOf, BodyOf, ParamsOf, QueryOf } from '@tenantry/contract/endpoint.ts'
import type { agreementEndpoints } from '@tenantry/contract/endpoints/agreements.ts'
import type { CallOptions, Send } from '../client.ts'

type Endpoints = typeof agreementEndpoints

export const agreementsResource = (send: Send) => ({
  /**
   * List the agreements that customers can accept.
   * @see partner-center/developer/get-customer-agreement-metadata
   */
  listAgreementTemplates: (
    query: QueryOf<Endpoints['listAgreementTemplates']> = {},
    options?: CallOptions,
  ): Promise<AnswerOf<Endpoints['listAgreementTemplates']>> =>
    send(
      {
        method: 'GET',
        path: '/v1/agreements',
        query,
      },
      options,
    ),

  /**
   * Get links to the text of an agreement.
   * @see partner-center/developer/download-customer-agreement-template
   */
  getAgreementDocument: (
    params: ParamsOf<Endpoints['getAgreementDocument']>,
    query: QueryOf<Endpoints['getAgreementDocument']> = {},
    options?: CallOptions,
  ): Promise<AnswerOf<Endpoints['getAgreementDocument']>> =>
    send(
      {
        method: 'GET',
        path: '/v1/agreementtemplates/:agreementTemplateId/document',
        params,
        query,
      },
      options,
    ),

  /**
   * List the confirmations of a customer.
   * @see partner-center/developer/get-confirmation-of-customer-agreement
   */
  listCustomer: (
    params: ParamsOf<Endpoints['listCustomerAgreements']>,
    query: QueryOf<Endpoints['listCustomerAgreements']> = {},
    options?: CallOptions,
  ): Promise<AnswerOf<Endpoints['listCustomerAgreements']>> =>
    send(
      {
        method: 'GET',
        path: '/v1/customers/:customerId/agreements',
        params,
        query,
      },
      options,
    ),

  /**
   * Confirm that a customer has accepted an agreement.
   * @see partner-center/developer/confirm-customer-consent-customer-agreement
   */
  confirmCustomer: (
    params: ParamsOf<Endpoints['confirmCustomerAgreement']>,
    body: BodyOf<Endpoints['confirmCustomerAgreement']>,
    options?: CallOptions,
  ): Promise<AnswerOf<Endpoints['confirmCustomerAgreement']>> =>
    send(
      {
        method: 'POST',
        path: '/v1/customers/:customerId/agreements',
        params,
        body,
      },
      options,
    ),

  /**
   * Find out whether the customer has accepted the customer agreement itself.
   * @see partner-center/developer/get-direct-sign-status-of-customer-agreement
   */
  getDirectSignedCustomerAgreementStatus: (
    params: ParamsOf<Endpoints['getDirectSignedCustomerAgreementStatus']>,
    options?: CallOptions,
  ): Promise<AnswerOf<Endpoints['getDirectSignedCustomerAgreementStatus']>> =>
    send(
      {
        method: 'GET',
        path: '/v1/customers/:customerId/directSignedMicrosoftCustomerAgreementStatus',
        params,
      },
      options,
    ),
})
