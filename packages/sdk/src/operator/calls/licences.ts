// Made by `npm run generate` from the contract's operator endpoints; changes belong there.
import type { AnswerOf, QueryOf } from '@tenantry/contract/endpoint.ts'
import type { operatorEndpoints } from '@tenantry/contract/operator/index.ts'
import type { OperatorCallOptions, OperatorSend } from '../core.ts'

type Endpoints = typeof operatorEndpoints

export const licencesCalls = (send: OperatorSend) => ({
  /** Tell whose licence comes from a subscription, after all that was moved. */
  licences: (
    query: QueryOf<Endpoints['listLicences']>,
    options?: OperatorCallOptions,
  ): Promise<AnswerOf<Endpoints['listLicences']>> =>
    send(
      {
        method: 'GET',
        path: '/_tenantry/licences',
        query,
      },
      options,
    ),
})
