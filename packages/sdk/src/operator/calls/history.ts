// Made by `npm run generate` from the contract's operator endpoints; changes belong there.
import type { AnswerOf, BodyOf } from '@tenantry/contract/endpoint.ts'
import type { operatorEndpoints } from '@tenantry/contract/operator/index.ts'
import type { OperatorCallOptions, OperatorSend } from '../core.ts'

type Endpoints = typeof operatorEndpoints

export const historyCalls = (send: OperatorSend) => ({
  legacySubscriptions: {
    /** Give a customer a subscription of the older program, bought some time ago. */
    create: (
      body: BodyOf<Endpoints['createLegacySubscription']>,
      options?: OperatorCallOptions,
    ): Promise<AnswerOf<Endpoints['createLegacySubscription']>> =>
      send(
        {
          method: 'POST',
          path: '/_tenantry/legacy-subscriptions',
          body,
        },
        options,
      ),
  },

  relationships: {
    /** Let a customer accept the invitation of one more partner. */
    create: (
      body: BodyOf<Endpoints['createRelationship']>,
      options?: OperatorCallOptions,
    ): Promise<AnswerOf<Endpoints['createRelationship']>> =>
      send(
        {
          method: 'POST',
          path: '/_tenantry/relationships',
          body,
        },
        options,
      ),
  },
})
