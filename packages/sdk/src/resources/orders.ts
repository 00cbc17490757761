// Made by `npm run generate` from the contract's endpoints; changes belong there.
import type { AnswerOf, BodyOf, ParamsOf, QueryOf } from '@tenantry/contract/endpoint.ts'
import type { orderEndpoints } from '@tenantry/contract/endpoints/orders.ts'
import type { CallOptions, Send } from '../client.ts'

type Endpoints = typeof orderEndpoints

export const ordersResource = (send: Send) => ({
  /**
   * Check out a cart.
   * @see partner-center/developer/checkout-a-cart
   */
  checkOutCart: (
    params: ParamsOf<Endpoints['checkOutCart']>,
    options?: CallOptions,
  ): Promise<AnswerOf<Endpoints['checkOutCart']>> =>
    send(
      {
        method: 'POST',
        path: '/v1/customers/:customerId/carts/:cartId/checkout',
        params,
      },
      options,
    ),

  /**
   * Place an order without a cart.
   * @see partner-center/developer/create-an-order
   */
  create: (
    params: ParamsOf<Endpoints['createOrder']>,
    body: BodyOf<Endpoints['createOrder']>,
    options?: CallOptions,
  ): Promise<AnswerOf<Endpoints['createOrder']>> =>
    send(
      {
        method: 'POST',
        path: '/v1/customers/:customerId/orders',
        params,
        body,
      },
      options,
    ),

  /**
   * Get all of a customer's orders, or those of a billing type.
   * @see partner-center/developer/get-all-of-a-customer-s-orders
   */
  list: (
    params: ParamsOf<Endpoints['listOrders']>,
    query: QueryOf<Endpoints['listOrders']> = {},
    options?: CallOptions,
  ): Promise<AnswerOf<Endpoints['listOrders']>> =>
    send(
      {
        method: 'GET',
        path: '/v1/customers/:customerId/orders',
        params,
        query,
      },
      options,
    ),

  /**
   * Get an order.
   * @see partner-center/developer/get-an-order-by-id
   */
  get: (
    params: ParamsOf<Endpoints['getOrder']>,
    query: QueryOf<Endpoints['getOrder']> = {},
    options?: CallOptions,
  ): Promise<AnswerOf<Endpoints['getOrder']>> =>
    send(
      {
        method: 'GET',
        path: '/v1/customers/:customerId/orders/:orderId',
        params,
        query,
      },
      options,
    ),

  /**
   * Cancel an order, change its billing cycle, or buy an add-on with it.
   * @see partner-center/developer/cancel-an-order-from-the-integration-sandbox
   */
  update: (
    params: ParamsOf<Endpoints['updateOrder']>,
    body: BodyOf<Endpoints['updateOrder']>,
    options?: CallOptions,
  ): Promise<AnswerOf<Endpoints['updateOrder']>> =>
    send(
      {
        method: 'PATCH',
        path: '/v1/customers/:customerId/orders/:orderId',
        params,
        body,
      },
      options,
    ),

  /**
   * Get the provisioning status of an order.
   * @see partner-center/developer/get-order-provisioning-status
   */
  listOrderProvisioningStatus: (
    params: ParamsOf<Endpoints['listOrderProvisioningStatus']>,
    options?: CallOptions,
  ): Promise<AnswerOf<Endpoints['listOrderProvisioningStatus']>> =>
    send(
      {
        method: 'GET',
        path: '/v1/customers/:customerId/orders/:orderId/provisioningstatus',
        params,
      },
      options,
    ),

  /**
   * Get the activation links of an order.
   * @see partner-center/developer/get-activation-link-by-order-line-item
   */
  listOrderActivationLinks: (
    params: ParamsOf<Endpoints['listOrderActivationLinks']>,
    options?: CallOptions,
  ): Promise<AnswerOf<Endpoints['listOrderActivationLinks']>> =>
    send(
      {
        method: 'GET',
        path: '/v1/customers/:customerId/orders/:orderId/activationlinks',
        params,
      },
      options,
    ),

  /**
   * Get the activation link of an order line item.
   * @see partner-center/developer/get-activation-link-by-order-line-item
   */
  listOrderLineItemActivationLinks: (
    params: ParamsOf<Endpoints['listOrderLineItemActivationLinks']>,
    options?: CallOptions,
  ): Promise<AnswerOf<Endpoints['listOrderLineItemActivationLinks']>> =>
    send(
      {
        method: 'GET',
        path: '/v1/customers/:customerId/orders/:orderId/lineitems/:lineItemNumber/activationlinks',
        params,
      },
      options,
    ),
})
