// Made by `npm run generate` from the contract's operator endpoints; changes belong there.
import type { AnswerOf, ParamsOf, QueryOf } from '@tenantry/contract/endpoint.ts'
import type { operatorEndpoints } from '@tenantry/contract/operator/index.ts'
import type { OperatorCallOptions, OperatorSend } from '../core.ts'

type Endpoints = typeof operatorEndpoints

export const faultsCalls = (send: OperatorSend) => ({
  faults: {
    /** List the error catalogue, or the faults that say a text, with texts, conditions and endpoints. */
    list: (
      query: QueryOf<Endpoints['listFaults']> = {},
      options?: OperatorCallOptions,
    ): Promise<AnswerOf<Endpoints['listFaults']>> =>
      send(
        {
          method: 'GET',
          path: '/_tenantry/faults',
          query,
        },
        options,
      ),

    /** Get the faults that a code stands for. */
    get: (
      code: ParamsOf<Endpoints['getFault']>['code'],
      options?: OperatorCallOptions,
    ): Promise<AnswerOf<Endpoints['getFault']>> =>
      send(
        {
          method: 'GET',
          path: '/_tenantry/faults/:code',
          params: { code },
        },
        options,
      ),
  },
})
