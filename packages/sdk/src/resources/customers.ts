// Made by `npm run generate` from the contract's endpoints; changes belong there.
import type { AnswerOf, BodyOf, ParamsOf, QueryOf } from '@tenantry/contract/endpoint.ts'
import type { customerEndpoints } from '@tenantry/contract/endpoints/customers.ts'
import type { CallOptions, Send } from '../client.ts'

type Endpoints = typeof customerEndpoints

export const customersResource = (send: Send) => ({
  /**
   * List the customers of the partner.
   * @see partner-center/developer/get-a-list-of-customers
   */
  list: (
    query: QueryOf<Endpoints['listCustomers']> = {},
    options?: CallOptions,
  ): Promise<AnswerOf<Endpoints['listCustomers']>> =>
    send(
      {
        method: 'GET',
        path: '/v1/customers',
        query,
      },
      options,
    ),

  /**
   * Create a customer with a tenant of its own.
   * @see partner-center/developer/create-a-customer
   */
  create: (
    body: BodyOf<Endpoints['createCustomer']>,
    options?: CallOptions,
  ): Promise<AnswerOf<Endpoints['createCustomer']>> =>
    send(
      {
        method: 'POST',
        path: '/v1/customers',
        body,
      },
      options,
    ),

  /**
   * Get a customer.
   * @see partner-center/developer/get-a-customer-by-id
   */
  get: (
    params: ParamsOf<Endpoints['getCustomer']>,
    options?: CallOptions,
  ): Promise<AnswerOf<Endpoints['getCustomer']>> =>
    send(
      {
        method: 'GET',
        path: '/v1/customers/:customerId',
        params,
      },
      options,
    ),

  /**
   * End the relationship with a customer, or give up delegated access.
   * @see partner-center/developer/remove-a-reseller-relationship-with-a-customer
   */
  update: (
    params: ParamsOf<Endpoints['updateCustomer']>,
    body: BodyOf<Endpoints['updateCustomer']>,
    options?: CallOptions,
  ): Promise<AnswerOf<Endpoints['updateCustomer']>> =>
    send(
      {
        method: 'PATCH',
        path: '/v1/customers/:customerId',
        params,
        body,
      },
      options,
    ),

  /**
   * Delete a customer of the integration sandbox.
   * @see partner-center/developer/delete-a-customer-account-from-the-integration-sandbox
   */
  delete: (
    params: ParamsOf<Endpoints['deleteCustomer']>,
    options?: CallOptions,
  ): Promise<AnswerOf<Endpoints['deleteCustomer']>> =>
    send(
      {
        method: 'DELETE',
        path: '/v1/customers/:customerId',
        params,
      },
      options,
    ),

  /**
   * Get the company profile of a customer.
   * @see partner-center/developer/get-a-customer-s-company-profile
   */
  getCustomerCompanyProfile: (
    params: ParamsOf<Endpoints['getCustomerCompanyProfile']>,
    options?: CallOptions,
  ): Promise<AnswerOf<Endpoints['getCustomerCompanyProfile']>> =>
    send(
      {
        method: 'GET',
        path: '/v1/customers/:customerId/profiles/company',
        params,
      },
      options,
    ),

  /**
   * Get the billing profile of a customer.
   * @see partner-center/developer/get-all-of-a-customer-s-billing-profiles
   */
  getCustomerBillingProfile: (
    params: ParamsOf<Endpoints['getCustomerBillingProfile']>,
    options?: CallOptions,
  ): Promise<AnswerOf<Endpoints['getCustomerBillingProfile']>> =>
    send(
      {
        method: 'GET',
        path: '/v1/customers/:customerId/profiles/billing',
        params,
      },
      options,
    ),

  /**
   * Replace the billing profile of a customer.
   * @see partner-center/developer/update-a-customer-s-billing-profile
   */
  updateCustomerBillingProfile: (
    params: ParamsOf<Endpoints['updateCustomerBillingProfile']>,
    body: BodyOf<Endpoints['updateCustomerBillingProfile']>,
    options?: CallOptions,
  ): Promise<AnswerOf<Endpoints['updateCustomerBillingProfile']>> =>
    send(
      {
        method: 'PUT',
        path: '/v1/customers/:customerId/profiles/billing',
        params,
        body,
      },
      options,
    ),

  /**
   * Get how far the review of a customer account is.
   * @see partner-center/developer/retrieve-validation-status
   */
  getCustomerValidationStatus: (
    params: ParamsOf<Endpoints['getCustomerValidationStatus']>,
    query: QueryOf<Endpoints['getCustomerValidationStatus']>,
    options?: CallOptions,
  ): Promise<AnswerOf<Endpoints['getCustomerValidationStatus']>> =>
    send(
      {
        method: 'GET',
        path: '/v1/customers/:customerId/validationStatus',
        params,
        query,
      },
      options,
    ),

  /**
   * List the special segments of a customer.
   * @see partner-center/developer/get-customer-qualification-asynchronous
   */
  listCustomerQualifications: (
    params: ParamsOf<Endpoints['listCustomerQualifications']>,
    options?: CallOptions,
  ): Promise<AnswerOf<Endpoints['listCustomerQualifications']>> =>
    send(
      {
        method: 'GET',
        path: '/v1/customers/:customerId/qualifications',
        params,
      },
      options,
    ),

  /**
   * Ask for a special segment for a customer.
   * @see partner-center/developer/update-customer-qualification-asynchronous
   */
  createCustomerQualification: (
    params: ParamsOf<Endpoints['createCustomerQualification']>,
    body: BodyOf<Endpoints['createCustomerQualification']>,
    query: QueryOf<Endpoints['createCustomerQualification']> = {},
    options?: CallOptions,
  ): Promise<AnswerOf<Endpoints['createCustomerQualification']>> =>
    send(
      {
        method: 'POST',
        path: '/v1/customers/:customerId/qualifications',
        params,
        query,
        body,
      },
      options,
    ),

  /**
   * Find out whether a domain is taken.
   * @see partner-center/developer/verify-domain-availability
   */
  checkDomainAvailability: (
    params: ParamsOf<Endpoints['checkDomainAvailability']>,
    options?: CallOptions,
  ): Promise<AnswerOf<Endpoints['checkDomainAvailability']>> =>
    send(
      {
        method: 'HEAD',
        path: '/v1/domains/:domain',
        params,
      },
      options,
    ),

  /**
   * Check an address and get suggestions.
   * @see partner-center/developer/validate-an-address
   */
  validateAddress: (
    body: BodyOf<Endpoints['validateAddress']>,
    options?: CallOptions,
  ): Promise<AnswerOf<Endpoints['validateAddress']>> =>
    send(
      {
        method: 'POST',
        path: '/v1/validations/address',
        body,
      },
      options,
    ),

  /**
   * Get what addresses of a country look like.
   * @see partner-center/developer/get-market-specific-validation-data
   */
  getCountryValidationRules: (
    params: ParamsOf<Endpoints['getCountryValidationRules']>,
    options?: CallOptions,
  ): Promise<AnswerOf<Endpoints['getCountryValidationRules']>> =>
    send(
      {
        method: 'GET',
        path: '/v1/countryvalidationrules/:countryId',
        params,
      },
      options,
    ),
})
