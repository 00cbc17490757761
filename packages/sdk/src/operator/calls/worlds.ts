// Made by `npm run generate` from the contract's operator endpoints; changes belong there.
import type { AnswerOf, BodyOf, ParamsOf } from '@tenantry/contract/endpoint.ts'
import type { operatorEndpoints } from '@tenantry/contract/operator/index.ts'
import type { OperatorCallOptions, OperatorSend } from '../core.ts'

type Endpoints = typeof operatorEndpoints

export const worldsCalls = (send: OperatorSend) => ({
  /** Who lives in the world, and with which secrets one signs in. */
  world: (options?: OperatorCallOptions): Promise<AnswerOf<Endpoints['getWorld']>> =>
    send(
      {
        method: 'GET',
        path: '/_tenantry/world',
      },
      options,
    ),

  worlds: {
    /** List the worlds of the server. */
    list: (options?: OperatorCallOptions): Promise<AnswerOf<Endpoints['listWorlds']>> =>
      send(
        {
          method: 'GET',
          path: '/_tenantry/worlds',
        },
        options,
      ),

    /** Make an empty, a seeded or a branched world. */
    create: (
      body: BodyOf<Endpoints['createWorld']> = {},
      options?: OperatorCallOptions,
    ): Promise<AnswerOf<Endpoints['createWorld']>> =>
      send(
        {
          method: 'POST',
          path: '/_tenantry/worlds',
          body,
        },
        options,
      ),

    /** Remove a world for good. */
    remove: (
      name: ParamsOf<Endpoints['removeWorld']>['name'],
      options?: OperatorCallOptions,
    ): Promise<AnswerOf<Endpoints['removeWorld']>> =>
      send(
        {
          method: 'DELETE',
          path: '/_tenantry/worlds/:name',
          params: { name },
        },
        options,
      ),

    /** Take a world back to its seed, with the ids it had at first. */
    reset: (
      name: ParamsOf<Endpoints['resetWorld']>['name'],
      options?: OperatorCallOptions,
    ): Promise<AnswerOf<Endpoints['resetWorld']>> =>
      send(
        {
          method: 'POST',
          path: '/_tenantry/worlds/:name/reset',
          params: { name },
        },
        options,
      ),

    /** Get a whole world as one file. */
    export: (
      name: ParamsOf<Endpoints['exportWorld']>['name'],
      options?: OperatorCallOptions,
    ): Promise<AnswerOf<Endpoints['exportWorld']>> =>
      send(
        {
          method: 'GET',
          path: '/_tenantry/worlds/:name/export',
          params: { name },
        },
        options,
      ),

    /** Make a world of an exported file, in place of the one of that name. */
    import: (
      name: ParamsOf<Endpoints['importWorld']>['name'],
      body: BodyOf<Endpoints['importWorld']>,
      options?: OperatorCallOptions,
    ): Promise<AnswerOf<Endpoints['importWorld']>> =>
      send(
        {
          method: 'POST',
          path: '/_tenantry/worlds/:name/import',
          params: { name },
          body,
        },
        options,
      ),
  },
})
