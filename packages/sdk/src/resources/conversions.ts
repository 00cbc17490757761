// Made by `npm run generate` from the contract's endpoints; changes belong there.
import type { AnswerOf, BodyOf, ParamsOf } from '@tenantry/contract/endpoint.ts'
import type { conversionEndpoints } from '@tenantry/contract/endpoints/legacy-upgrades.ts'
import type { CallOptions, Send } from '../client.ts'

type Endpoints = typeof conversionEndpoints

export const conversionsResource = (send: Send) => ({
  /**
   * Get what a trial can be converted to.
   * @see partner-center/developer/get-a-list-of-trial-conversion-offers
   */
  list: (
    params: ParamsOf<Endpoints['listConversions']>,
    options?: CallOptions,
  ): Promise<AnswerOf<Endpoints['listConversions']>> =>
    send(
      {
        method: 'GET',
        path: '/v1/customers/:customerId/subscriptions/:subscriptionId/conversions',
        params,
      },
      options,
    ),

  /**
   * Convert a trial to a paid subscription.
   * @see partner-center/developer/convert-a-trial-subscription-to-paid
   */
  create: (
    params: ParamsOf<Endpoints['createConversion']>,
    body: BodyOf<Endpoints['createConversion']>,
    options?: CallOptions,
  ): Promise<AnswerOf<Endpoints['createConversion']>> =>
    send(
      {
        method: 'POST',
        path: '/v1/customers/:customerId/subscriptions/:subscriptionId/conversions',
        params,
        body,
      },
      options,
    ),
})
