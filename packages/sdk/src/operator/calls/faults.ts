// Made by `npm run generate` from the contract's operator endpoints; changes belong there.
import type { AnswerOf, ParamsOf } from '@tenantry/contract/endpoint.ts'
import type { operatorEndpoints } from '@tenantry/contract/operator/index.ts'
import type { OperatorCallOptions, OperatorSend } from '../core.ts'

type Endpoints = typeof operatorEndpoints

export const faultsCalls = (send: OperatorSend) => ({
  faults: {
    /** List the error catalogue with texts, conditions and endpoints. */
    list: (options?: OperatorCallOptions): Promise<AnswerOf<Endpoints['listFaults']>> =>
      send(
        {
          method: 'GET',
          path: '/_tenantry/faults',
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
