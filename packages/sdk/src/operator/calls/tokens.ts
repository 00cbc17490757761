// Made by `npm run generate` from the contract's operator endpoints; changes belong there.
import type { AnswerOf, BodyOf } from '@tenantry/contract/endpoint.ts'
import type { operatorEndpoints } from '@tenantry/contract/operator/index.ts'
import type { OperatorCallOptions, OperatorSend } from '../core.ts'

type Endpoints = typeof operatorEndpoints

export const tokensCalls = (send: OperatorSend) => ({
  tokens: {
    /** Make a token to order. */
    create: (
      body: BodyOf<Endpoints['createToken']>,
      options?: OperatorCallOptions,
    ): Promise<AnswerOf<Endpoints['createToken']>> =>
      send(
        {
          method: 'POST',
          path: '/_tenantry/tokens',
          body,
        },
        options,
      ),
  },
})
