// Made by `npm run generate` from the contract's operator endpoints; changes belong there.
import type { AnswerOf, BodyOf, ParamsOf } from '@tenantry/contract/endpoint.ts'
import type { operatorEndpoints } from '@tenantry/contract/operator/index.ts'
import type { OperatorCallOptions, OperatorSend } from '../core.ts'

type Endpoints = typeof operatorEndpoints

export const policiesCalls = (send: OperatorSend) => ({
  policies: {
    /** List the dated policies with their rows and schemas. */
    list: (options?: OperatorCallOptions): Promise<AnswerOf<Endpoints['listPolicies']>> =>
      send(
        {
          method: 'GET',
          path: '/_tenantry/policies',
        },
        options,
      ),

    /** Get the rows of a policy. */
    get: (
      name: ParamsOf<Endpoints['getPolicy']>['name'],
      options?: OperatorCallOptions,
    ): Promise<AnswerOf<Endpoints['getPolicy']>> =>
      send(
        {
          method: 'GET',
          path: '/_tenantry/policies/:name',
          params: { name },
        },
        options,
      ),

    /** Replace the rows of a policy. */
    set: (
      name: ParamsOf<Endpoints['setPolicy']>['name'],
      body: BodyOf<Endpoints['setPolicy']>,
      options?: OperatorCallOptions,
    ): Promise<AnswerOf<Endpoints['setPolicy']>> =>
      send(
        {
          method: 'PUT',
          path: '/_tenantry/policies/:name',
          params: { name },
          body,
        },
        options,
      ),
  },
})
