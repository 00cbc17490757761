// Made by `npm run generate` from the contract's operator endpoints; changes belong there.
import type { AnswerOf, QueryOf } from '@tenantry/contract/endpoint.ts'
import type { operatorEndpoints } from '@tenantry/contract/operator/index.ts'
import type { OperatorCallOptions, OperatorSend } from '../core.ts'

type Endpoints = typeof operatorEndpoints

export const ledgerCalls = (send: OperatorSend) => ({
  /** Tell what every partner of the world was charged, oldest first. */
  ledger: (
    query: QueryOf<Endpoints['getLedger']> = {},
    options?: OperatorCallOptions,
  ): Promise<AnswerOf<Endpoints['getLedger']>> =>
    send(
      {
        method: 'GET',
        path: '/_tenantry/ledger',
        query,
      },
      options,
    ),
})
