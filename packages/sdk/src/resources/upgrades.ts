// Made by `npm run generate` from the contract's endpoints; changes belong there.
import type { AnswerOf, BodyOf, ParamsOf } from '@tenantry/contract/endpoint.ts'
import type { upgradeEndpoints } from '@tenantry/contract/endpoints/legacy-upgrades.ts'
import type { CallOptions, Send } from '../client.ts'

type Endpoints = typeof upgradeEndpoints

export const upgradesResource = (send: Send) => ({
  /**
   * Get what a legacy subscription can be upgraded to.
   * @see partner-center/developer/transition-a-subscription
   */
  list: (
    params: ParamsOf<Endpoints['listUpgrades']>,
    options?: CallOptions,
  ): Promise<AnswerOf<Endpoints['listUpgrades']>> =>
    send(
      {
        method: 'GET',
        path: '/v1/customers/:customerId/subscriptions/:subscriptionId/upgrades',
        params,
      },
      options,
    ),

  /**
   * Upgrade a legacy subscription, with or without its users’ licences.
   * @see partner-center/developer/transition-a-subscription
   */
  create: (
    params: ParamsOf<Endpoints['createUpgrade']>,
    body: BodyOf<Endpoints['createUpgrade']>,
    options?: CallOptions,
  ): Promise<AnswerOf<Endpoints['createUpgrade']>> =>
    send(
      {
        method: 'POST',
        path: '/v1/customers/:customerId/subscriptions/:subscriptionId/upgrades',
        params,
        body,
      },
      options,
    ),
})
