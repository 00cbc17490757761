// Made by `npm run generate` from the contract's endpoints; changes belong there.
import type { AnswerOf, BodyOf, ParamsOf, QueryOf } from '@tenantry/contract/endpoint.ts'
import type { transitionEndpoints } from '@tenantry/contract/endpoints/transitions.ts'
import type { CallOptions, Send } from '../client.ts'

type Endpoints = typeof transitionEndpoints

export const transitionsResource = (send: Send) => ({
  /**
   * Get the transitions that a subscription is eligible for.
   * @see partner-center/developer/transition-a-new-commerce-subscription
   */
  getTransitionEligibilities: (
    params: ParamsOf<Endpoints['getTransitionEligibilities']>,
    query: QueryOf<Endpoints['getTransitionEligibilities']> = {},
    options?: CallOptions,
  ): Promise<AnswerOf<Endpoints['getTransitionEligibilities']>> =>
    send(
      {
        method: 'GET',
        path: '/v1/customers/:customerId/subscriptions/:subscriptionId/transitionEligibilities',
        params,
        query,
      },
      options,
    ),

  /**
   * Transition a subscription to another product.
   * @see partner-center/developer/transition-a-new-commerce-subscription
   */
  create: (
    params: ParamsOf<Endpoints['createTransition']>,
    body: BodyOf<Endpoints['createTransition']>,
    options?: CallOptions,
  ): Promise<AnswerOf<Endpoints['createTransition']>> =>
    send(
      {
        method: 'POST',
        path: '/v1/customers/:customerId/subscriptions/:subscriptionId/transitions',
        params,
        body,
      },
      options,
    ),

  /**
   * Get the transitions of a subscription.
   * @see partner-center/developer/get-transitions
   */
  list: (
    params: ParamsOf<Endpoints['listTransitions']>,
    query: QueryOf<Endpoints['listTransitions']> = {},
    options?: CallOptions,
  ): Promise<AnswerOf<Endpoints['listTransitions']>> =>
    send(
      {
        method: 'GET',
        path: '/v1/customers/:customerId/subscriptions/:subscriptionId/transitions',
        params,
        query,
      },
      options,
    ),
})
