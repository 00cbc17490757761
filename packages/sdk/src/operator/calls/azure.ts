// Made by `npm run generate` from the contract's operator endpoints; changes belong there.
import type { AnswerOf, BodyOf, ParamsOf, QueryOf } from '@tenantry/contract/endpoint.ts'
import type { operatorEndpoints } from '@tenantry/contract/operator/index.ts'
import type { OperatorCallOptions, OperatorSend } from '../core.ts'

type Endpoints = typeof operatorEndpoints

export const azureCalls = (send: OperatorSend) => ({
  azureSubscriptions: {
    /** List the Azure subscriptions of a customer. */
    list: (
      query: QueryOf<Endpoints['listAzureSubscriptions']>,
      options?: OperatorCallOptions,
    ): Promise<AnswerOf<Endpoints['listAzureSubscriptions']>> =>
      send(
        {
          method: 'GET',
          path: '/_tenantry/azure-subscriptions',
          query,
        },
        options,
      ),

    /** Make an Azure subscription under an Azure plan. */
    create: (
      body: BodyOf<Endpoints['createAzureSubscription']>,
      options?: OperatorCallOptions,
    ): Promise<AnswerOf<Endpoints['createAzureSubscription']>> =>
      send(
        {
          method: 'POST',
          path: '/_tenantry/azure-subscriptions',
          body,
        },
        options,
      ),

    /** Rename, disable or enable an Azure subscription. */
    change: (
      id: ParamsOf<Endpoints['changeAzureSubscription']>['id'],
      body: BodyOf<Endpoints['changeAzureSubscription']>,
      options?: OperatorCallOptions,
    ): Promise<AnswerOf<Endpoints['changeAzureSubscription']>> =>
      send(
        {
          method: 'PATCH',
          path: '/_tenantry/azure-subscriptions/:id',
          params: { id },
          body,
        },
        options,
      ),
  },

  registrations: {
    /** Undo the registration of a subscription for reservations. */
    remove: (
      subscriptionId: ParamsOf<Endpoints['removeRegistration']>['subscriptionId'],
      query: QueryOf<Endpoints['removeRegistration']>,
      options?: OperatorCallOptions,
    ): Promise<AnswerOf<Endpoints['removeRegistration']>> =>
      send(
        {
          method: 'DELETE',
          path: '/_tenantry/registrations/:subscriptionId',
          params: { subscriptionId },
          query,
        },
        options,
      ),
  },
})
