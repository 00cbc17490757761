// Made by `npm run generate` from the contract's endpoints; changes belong there.
import type { AnswerOf, BodyOf, QueryOf } from '@tenantry/contract/endpoint.ts'
import type { inventoryEndpoints } from '@tenantry/contract/endpoints/shelf.ts'
import type { CallOptions, Send } from '../client.ts'

type Endpoints = typeof inventoryEndpoints

export const inventoryResource = (send: Send) => ({
  /**
   * Check the inventory of catalogue items.
   * @see partner-center/developer/check-inventory
   */
  check: (
    body: BodyOf<Endpoints['checkInventory']>,
    query: QueryOf<Endpoints['checkInventory']>,
    options?: CallOptions,
  ): Promise<AnswerOf<Endpoints['checkInventory']>> =>
    send(
      {
        method: 'POST',
        path: '/v1/extensions/product/checkInventory',
        query,
        body,
      },
      options,
    ),
})
