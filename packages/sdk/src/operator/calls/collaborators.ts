// Made by `npm run generate` from the contract's operator endpoints; changes belong there.
import type { AnswerOf, BodyOf, ParamsOf } from '@tenantry/contract/endpoint.ts'
import type { operatorEndpoints } from '@tenantry/contract/operator/index.ts'
import type { OperatorCallOptions, OperatorSend } from '../core.ts'

type Endpoints = typeof operatorEndpoints

export const collaboratorsCalls = (send: OperatorSend) => ({
  collaborators: {
    /** List the outside parties with their states and schemas. */
    list: (options?: OperatorCallOptions): Promise<AnswerOf<Endpoints['listCollaborators']>> =>
      send(
        {
          method: 'GET',
          path: '/_tenantry/collaborators',
        },
        options,
      ),

    /** Get the state of an outside party. */
    get: (
      name: ParamsOf<Endpoints['getCollaborator']>['name'],
      options?: OperatorCallOptions,
    ): Promise<AnswerOf<Endpoints['getCollaborator']>> =>
      send(
        {
          method: 'GET',
          path: '/_tenantry/collaborators/:name',
          params: { name },
        },
        options,
      ),

    /** Change the state of an outside party by a merge patch. */
    patch: (
      name: ParamsOf<Endpoints['patchCollaborator']>['name'],
      body: BodyOf<Endpoints['patchCollaborator']>,
      options?: OperatorCallOptions,
    ): Promise<AnswerOf<Endpoints['patchCollaborator']>> =>
      send(
        {
          method: 'PATCH',
          path: '/_tenantry/collaborators/:name',
          params: { name },
          body,
        },
        options,
      ),
  },
})
