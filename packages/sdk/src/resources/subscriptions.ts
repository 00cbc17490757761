// Made by `npm run generate` from the contract's endpoints; changes belong there.
import type { AnswerOf, BodyOf, ParamsOf, QueryOf } from '@tenantry/contract/endpoint.ts'
import type { subscriptionEndpoints } from '@tenantry/contract/endpoints/subscription.ts'
import type { CallOptions, Send } from '../client.ts'

type Endpoints = typeof subscriptionEndpoints

export const subscriptionsResource = (send: Send) => ({
  /**
   * Get a customer's subscriptions, those of an order, or those of a partner on record.
   * @see partner-center/developer/get-all-of-a-customer-s-subscriptions
   */
  list: (
    params: ParamsOf<Endpoints['listSubscriptions']>,
    query: QueryOf<Endpoints['listSubscriptions']> = {},
    options?: CallOptions,
  ): Promise<AnswerOf<Endpoints['listSubscriptions']>> =>
    send(
      {
        method: 'GET',
        path: '/v1/customers/:customerId/subscriptions',
        params,
        query,
      },
      options,
    ),

  /**
   * Get a subscription.
   * @see partner-center/developer/get-a-subscription-by-id
   */
  get: (
    params: ParamsOf<Endpoints['getSubscription']>,
    options?: CallOptions,
  ): Promise<AnswerOf<Endpoints['getSubscription']>> =>
    send(
      {
        method: 'GET',
        path: '/v1/customers/:customerId/subscriptions/:subscriptionId',
        params,
      },
      options,
    ),

  /**
   * Change, suspend, reactivate or cancel a subscription.
   * @see partner-center/developer/update-a-subscription-by-id
   */
  update: (
    params: ParamsOf<Endpoints['updateSubscription']>,
    body: BodyOf<Endpoints['updateSubscription']>,
    options?: CallOptions,
  ): Promise<AnswerOf<Endpoints['updateSubscription']>> =>
    send(
      {
        method: 'PATCH',
        path: '/v1/customers/:customerId/subscriptions/:subscriptionId',
        params,
        body,
      },
      options,
    ),

  /**
   * Activate a marketplace subscription of a sandbox.
   * @see partner-center/developer/activate-sandbox-subscription-azure-marketplace-products
   */
  activate: (
    params: ParamsOf<Endpoints['activateSubscription']>,
    options?: CallOptions,
  ): Promise<AnswerOf<Endpoints['activateSubscription']>> =>
    send(
      {
        method: 'POST',
        path: '/v1/customers/:customerId/subscriptions/:subscriptionId/activate',
        params,
      },
      options,
    ),

  /**
   * Get the activation links of a marketplace subscription.
   * @see partner-center/developer/get-activation-link-by-order-line-item
   */
  listSubscriptionActivationLinks: (
    params: ParamsOf<Endpoints['listSubscriptionActivationLinks']>,
    options?: CallOptions,
  ): Promise<AnswerOf<Endpoints['listSubscriptionActivationLinks']>> =>
    send(
      {
        method: 'GET',
        path: '/v1/customers/:customerId/subscriptions/:subscriptionId/activationlinks',
        params,
      },
      options,
    ),

  /**
   * Get the add-ons of a subscription.
   * @see partner-center/developer/get-a-list-of-add-ons-for-a-subscription
   */
  listAddOns: (
    params: ParamsOf<Endpoints['listAddOns']>,
    options?: CallOptions,
  ): Promise<AnswerOf<Endpoints['listAddOns']>> =>
    send(
      {
        method: 'GET',
        path: '/v1/customers/:customerId/subscriptions/:subscriptionId/addons',
        params,
      },
      options,
    ),

  /**
   * Get what has happened to a subscription since it was bought.
   * @see partner-center/developer/error-codes
   */
  getSubscriptionHistory: (
    params: ParamsOf<Endpoints['getSubscriptionHistory']>,
    options?: CallOptions,
  ): Promise<AnswerOf<Endpoints['getSubscriptionHistory']>> =>
    send(
      {
        method: 'GET',
        path: '/v1/customers/:customerId/subscriptions/:subscriptionId/history',
        params,
      },
      options,
    ),

  /**
   * Get the provisioning status of a subscription.
   * @see partner-center/developer/get-subscription-provisioning-status
   */
  getSubscriptionProvisioningStatus: (
    params: ParamsOf<Endpoints['getSubscriptionProvisioningStatus']>,
    options?: CallOptions,
  ): Promise<AnswerOf<Endpoints['getSubscriptionProvisioningStatus']>> =>
    send(
      {
        method: 'GET',
        path: '/v1/customers/:customerId/subscriptions/:subscriptionId/provisioningstatus',
        params,
      },
      options,
    ),

  /**
   * Get the support contact of a subscription.
   * @see partner-center/developer/get-a-subscription-s-support-contact
   */
  getSupportContact: (
    params: ParamsOf<Endpoints['getSupportContact']>,
    options?: CallOptions,
  ): Promise<AnswerOf<Endpoints['getSupportContact']>> =>
    send(
      {
        method: 'GET',
        path: '/v1/customers/:customerId/subscriptions/:subscriptionId/supportcontact',
        params,
      },
      options,
    ),

  /**
   * Set the support contact of a subscription.
   * @see partner-center/developer/update-a-subscription-s-support-contact
   */
  updateSupportContact: (
    params: ParamsOf<Endpoints['updateSupportContact']>,
    body: BodyOf<Endpoints['updateSupportContact']>,
    options?: CallOptions,
  ): Promise<AnswerOf<Endpoints['updateSupportContact']>> =>
    send(
      {
        method: 'PUT',
        path: '/v1/customers/:customerId/subscriptions/:subscriptionId/supportcontact',
        params,
        body,
      },
      options,
    ),

  /**
   * Get the dates that a term can be made to end on.
   * @see partner-center/developer/custom-term-end-dates
   */
  listCustomTermEndDates: (
    params: ParamsOf<Endpoints['listCustomTermEndDates']>,
    query: QueryOf<Endpoints['listCustomTermEndDates']> = {},
    options?: CallOptions,
  ): Promise<AnswerOf<Endpoints['listCustomTermEndDates']>> =>
    send(
      {
        method: 'GET',
        path: '/v1/customers/:customerId/subscriptions/customTermEndDates',
        params,
        query,
      },
      options,
    ),
})
