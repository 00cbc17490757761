// Made by `npm run generate` from the contract's endpoints; changes belong there.
import type { AnswerOf, BodyOf, ParamsOf } from '@tenantry/contract/endpoint.ts'
import type { azureEndpoints } from '@tenantry/contract/endpoints/azure.ts'
import type { CallOptions, Send } from '../client.ts'

type Endpoints = typeof azureEndpoints

export const azureResource = (send: Send) => ({
  /**
   * Get the Azure subscriptions under an Azure plan.
   * @see partner-center/developer/get-a-list-of-azure-entitlements-for-subscription
   */
  listAzureEntitlements: (
    params: ParamsOf<Endpoints['listAzureEntitlements']>,
    options?: CallOptions,
  ): Promise<AnswerOf<Endpoints['listAzureEntitlements']>> =>
    send(
      {
        method: 'GET',
        path: '/v1/customers/:customerId/subscriptions/:subscriptionId/azureEntitlements',
        params,
      },
      options,
    ),

  /**
   * Get an Azure subscription under an Azure plan.
   * @see partner-center/developer/get-an-azure-entitlement-for-a-subscription
   */
  getAzureEntitlement: (
    params: ParamsOf<Endpoints['getAzureEntitlement']>,
    options?: CallOptions,
  ): Promise<AnswerOf<Endpoints['getAzureEntitlement']>> =>
    send(
      {
        method: 'GET',
        path: '/v1/customers/:customerId/subscriptions/:subscriptionId/azureEntitlements/:entitlementId',
        params,
      },
      options,
    ),

  /**
   * Cancel an Azure subscription under an Azure plan.
   * @see partner-center/developer/cancel-an-azure-subscription
   */
  cancelAzureEntitlement: (
    params: ParamsOf<Endpoints['cancelAzureEntitlement']>,
    body: BodyOf<Endpoints['cancelAzureEntitlement']>,
    options?: CallOptions,
  ): Promise<AnswerOf<Endpoints['cancelAzureEntitlement']>> =>
    send(
      {
        method: 'POST',
        path: '/v1/customers/:customerId/subscriptions/:subscriptionId/azureEntitlements/:entitlementId/cancel',
        params,
        body,
      },
      options,
    ),

  /**
   * Reactivate a cancelled Azure subscription.
   * @see partner-center/developer/reactivate-an-azure-subscription
   */
  reactivateAzureEntitlement: (
    params: ParamsOf<Endpoints['reactivateAzureEntitlement']>,
    options?: CallOptions,
  ): Promise<AnswerOf<Endpoints['reactivateAzureEntitlement']>> =>
    send(
      {
        method: 'POST',
        path: '/v1/customers/:customerId/subscriptions/:subscriptionId/azureEntitlements/:entitlementId/reactivate',
        params,
      },
      options,
    ),

  /**
   * Register a subscription, so that Azure reservations can be bought for it.
   * @see partner-center/developer/register-a-subscription
   */
  registerSubscription: (
    params: ParamsOf<Endpoints['registerSubscription']>,
    options?: CallOptions,
  ): Promise<AnswerOf<Endpoints['registerSubscription']>> =>
    send(
      {
        method: 'POST',
        path: '/v1/customers/:customerId/subscriptions/:subscriptionId/registrations',
        params,
      },
      options,
    ),

  /**
   * Get the registration status of a subscription.
   * @see partner-center/developer/get-subscription-registration-status
   */
  getSubscriptionRegistrationStatus: (
    params: ParamsOf<Endpoints['getSubscriptionRegistrationStatus']>,
    options?: CallOptions,
  ): Promise<AnswerOf<Endpoints['getSubscriptionRegistrationStatus']>> =>
    send(
      {
        method: 'GET',
        path: '/v1/customers/:customerId/subscriptions/:subscriptionId/registrationstatus',
        params,
      },
      options,
    ),

  /**
   * Get where a customer’s overage is charged.
   * @see partner-center/developer/get-subscription-overage
   */
  getOverage: (
    params: ParamsOf<Endpoints['getOverage']>,
    options?: CallOptions,
  ): Promise<AnswerOf<Endpoints['getOverage']>> =>
    send(
      {
        method: 'GET',
        path: '/v1/customers/:customerId/subscriptions/overage',
        params,
      },
      options,
    ),

  /**
   * Charge a customer’s overage to an Azure subscription, or stop it.
   * @see partner-center/developer/update-subscription-overage
   */
  updateOverage: (
    params: ParamsOf<Endpoints['updateOverage']>,
    body: BodyOf<Endpoints['updateOverage']>,
    options?: CallOptions,
  ): Promise<AnswerOf<Endpoints['updateOverage']>> =>
    send(
      {
        method: 'PUT',
        path: '/v1/customers/:customerId/subscriptions/overage',
        params,
        body,
      },
      options,
    ),
})
