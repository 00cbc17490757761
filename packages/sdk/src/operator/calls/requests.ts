// Made by `npm run generate` from the contract's operator endpoints; changes belong there.
import type { AnswerOf, ParamsOf, QueryOf } from '@tenantry/contract/endpoint.ts'
import type { operatorEndpoints } from '@tenantry/contract/operator/index.ts'
import type { OperatorCallOptions, OperatorSend } from '../core.ts'

type Endpoints = typeof operatorEndpoints

export const requestsCalls = (send: OperatorSend) => ({
  requests: {
    /** List the last requests to the published API, newest first. */
    list: (
      query: QueryOf<Endpoints['listRequests']> = {},
      options?: OperatorCallOptions,
    ): Promise<AnswerOf<Endpoints['listRequests']>> =>
      send(
        {
          method: 'GET',
          path: '/_tenantry/requests',
          query,
        },
        options,
      ),

    /** Get a request with its bodies, its checks and what it changed. */
    get: (
      id: ParamsOf<Endpoints['getRequest']>['id'],
      options?: OperatorCallOptions,
    ): Promise<AnswerOf<Endpoints['getRequest']>> =>
      send(
        {
          method: 'GET',
          path: '/_tenantry/requests/:id',
          params: { id },
        },
        options,
      ),
  },
})
