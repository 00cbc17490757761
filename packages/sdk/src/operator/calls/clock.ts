// Made by `npm run generate` from the contract's operator endpoints; changes belong there.
import type { AnswerOf, BodyOf } from '@tenantry/contract/endpoint.ts'
import type { operatorEndpoints } from '@tenantry/contract/operator/index.ts'
import type { OperatorCallOptions, OperatorSend } from '../core.ts'

type Endpoints = typeof operatorEndpoints

export const clockCalls = (send: OperatorSend) => ({
  clock: {
    /** Tell the time of the world. */
    get: (options?: OperatorCallOptions): Promise<AnswerOf<Endpoints['getClock']>> =>
      send(
        {
          method: 'GET',
          path: '/_tenantry/clock',
        },
        options,
      ),

    /** Let the clock run or hold it, and set it to a later moment. */
    set: (
      body: BodyOf<Endpoints['setClock']> = {},
      options?: OperatorCallOptions,
    ): Promise<AnswerOf<Endpoints['setClock']>> =>
      send(
        {
          method: 'PUT',
          path: '/_tenantry/clock',
          body,
        },
        options,
      ),

    /** Move the clock on and run everything that is due on the way. */
    advance: (
      body: BodyOf<Endpoints['advanceClock']>,
      options?: OperatorCallOptions,
    ): Promise<AnswerOf<Endpoints['advanceClock']>> =>
      send(
        {
          method: 'POST',
          path: '/_tenantry/clock/advance',
          body,
        },
        options,
      ),
  },
})
