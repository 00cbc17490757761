// Made by `npm run generate` from the contract's endpoints; changes belong there.
import type { AnswerOf, BodyOf, ParamsOf } from '@tenantry/contract/endpoint.ts'
import type { cartEndpoints } from '@tenantry/contract/endpoints/carts.ts'
import type { CallOptions, Send } from '../client.ts'

type Endpoints = typeof cartEndpoints

export const cartsResource = (send: Send) => ({
  /**
   * Create a cart for a customer.
   * @see partner-center/developer/create-a-cart
   */
  create: (
    params: ParamsOf<Endpoints['createCart']>,
    body: BodyOf<Endpoints['createCart']>,
    options?: CallOptions,
  ): Promise<AnswerOf<Endpoints['createCart']>> =>
    send(
      {
        method: 'POST',
        path: '/v1/customers/:customerId/carts',
        params,
        body,
      },
      options,
    ),

  /**
   * Get a cart.
   * @see partner-center/developer/cart-resources
   */
  get: (
    params: ParamsOf<Endpoints['getCart']>,
    options?: CallOptions,
  ): Promise<AnswerOf<Endpoints['getCart']>> =>
    send(
      {
        method: 'GET',
        path: '/v1/customers/:customerId/carts/:cartId',
        params,
      },
      options,
    ),

  /**
   * Replace the line items of a cart.
   * @see partner-center/developer/update-a-cart
   */
  update: (
    params: ParamsOf<Endpoints['updateCart']>,
    body: BodyOf<Endpoints['updateCart']>,
    options?: CallOptions,
  ): Promise<AnswerOf<Endpoints['updateCart']>> =>
    send(
      {
        method: 'PUT',
        path: '/v1/customers/:customerId/carts/:cartId',
        params,
        body,
      },
      options,
    ),
})
