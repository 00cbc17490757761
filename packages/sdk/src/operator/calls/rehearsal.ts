// Made by `npm run generate` from the contract's operator endpoints; changes belong there.
import type { AnswerOf, BodyOf, QueryOf } from '@tenantry/contract/endpoint.ts'
import type { operatorEndpoints } from '@tenantry/contract/operator/index.ts'
import type { OperatorCallOptions, OperatorSend } from '../core.ts'

type Endpoints = typeof operatorEndpoints

export const rehearsalCalls = (send: OperatorSend) => ({
  /** Tell what can be done to a subscription now, until when, and what stands against the rest. */
  moves: (
    query: QueryOf<Endpoints['getMoves']>,
    options?: OperatorCallOptions,
  ): Promise<AnswerOf<Endpoints['getMoves']>> =>
    send(
      {
        method: 'GET',
        path: '/_tenantry/moves',
        query,
      },
      options,
    ),

  /** Run a request of the published API, or an advance of the clock, and keep nothing of it. */
  preview: (
    body: BodyOf<Endpoints['previewRequest']>,
    options?: OperatorCallOptions,
  ): Promise<AnswerOf<Endpoints['previewRequest']>> =>
    send(
      {
        method: 'POST',
        path: '/_tenantry/preview',
        body,
      },
      options,
    ),
})
