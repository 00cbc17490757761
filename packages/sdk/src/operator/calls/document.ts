// Made by `npm run generate` from the contract's operator endpoints; changes belong there.
import type { AnswerOf } from '@tenantry/contract/endpoint.ts'
import type { operatorEndpoints } from '@tenantry/contract/operator/index.ts'
import type { OperatorCallOptions, OperatorSend } from '../core.ts'

type Endpoints = typeof operatorEndpoints

export const documentCalls = (send: OperatorSend) => ({
  /** Get this document. */
  openApi: (options?: OperatorCallOptions): Promise<AnswerOf<Endpoints['getOperatorDocument']>> =>
    send(
      {
        method: 'GET',
        path: '/_tenantry/openapi.json',
      },
      options,
    ),
})
