// Made by `npm run generate` from the contract's endpoints; changes belong there.
import type { AnswerOf, ParamsOf, QueryOf } from '@tenantry/contract/endpoint.ts'
import type { customerProductEndpoints } from '@tenantry/contract/endpoints/shelf.ts'
import type { CallOptions, Send } from '../client.ts'

type Endpoints = typeof customerProductEndpoints

export const customerProductsResource = (send: Send) => ({
  /**
   * Get a list of products for a customer.
   * @see partner-center/developer/get-a-list-of-products-by-customer
   */
  getCustomerProducts: (
    params: ParamsOf<Endpoints['getCustomerProducts']>,
    query: QueryOf<Endpoints['getCustomerProducts']>,
    options?: CallOptions,
  ): Promise<AnswerOf<Endpoints['getCustomerProducts']>> =>
    send(
      {
        method: 'GET',
        path: '/v1/customers/:customerId/products',
        params,
        query,
      },
      options,
    ),

  /**
   * Get a product for a customer.
   * @see partner-center/developer/get-a-list-of-products-by-customer
   */
  getCustomerProduct: (
    params: ParamsOf<Endpoints['getCustomerProduct']>,
    query: QueryOf<Endpoints['getCustomerProduct']> = {},
    options?: CallOptions,
  ): Promise<AnswerOf<Endpoints['getCustomerProduct']>> =>
    send(
      {
        method: 'GET',
        path: '/v1/customers/:customerId/products/:productId',
        params,
        query,
      },
      options,
    ),

  /**
   * Get a list of SKUs for a product and a customer.
   * @see partner-center/developer/get-a-list-of-skus-for-a-product-by-customer
   */
  getCustomerSkus: (
    params: ParamsOf<Endpoints['getCustomerSkus']>,
    query: QueryOf<Endpoints['getCustomerSkus']> = {},
    options?: CallOptions,
  ): Promise<AnswerOf<Endpoints['getCustomerSkus']>> =>
    send(
      {
        method: 'GET',
        path: '/v1/customers/:customerId/products/:productId/skus',
        params,
        query,
      },
      options,
    ),

  /**
   * Get a SKU for a customer.
   * @see partner-center/developer/get-a-list-of-skus-for-a-product-by-customer
   */
  getCustomerSku: (
    params: ParamsOf<Endpoints['getCustomerSku']>,
    query: QueryOf<Endpoints['getCustomerSku']> = {},
    options?: CallOptions,
  ): Promise<AnswerOf<Endpoints['getCustomerSku']>> =>
    send(
      {
        method: 'GET',
        path: '/v1/customers/:customerId/products/:productId/skus/:skuId',
        params,
        query,
      },
      options,
    ),

  /**
   * Get a list of availabilities for a SKU and a customer.
   * @see partner-center/developer/get-a-list-of-availabilities-for-a-sku-by-customer
   */
  getCustomerAvailabilities: (
    params: ParamsOf<Endpoints['getCustomerAvailabilities']>,
    query: QueryOf<Endpoints['getCustomerAvailabilities']> = {},
    options?: CallOptions,
  ): Promise<AnswerOf<Endpoints['getCustomerAvailabilities']>> =>
    send(
      {
        method: 'GET',
        path: '/v1/customers/:customerId/products/:productId/skus/:skuId/availabilities',
        params,
        query,
      },
      options,
    ),

  /**
   * Get an availability for a customer.
   * @see partner-center/developer/get-a-list-of-availabilities-for-a-sku-by-customer
   */
  getCustomerAvailability: (
    params: ParamsOf<Endpoints['getCustomerAvailability']>,
    query: QueryOf<Endpoints['getCustomerAvailability']> = {},
    options?: CallOptions,
  ): Promise<AnswerOf<Endpoints['getCustomerAvailability']>> =>
    send(
      {
        method: 'GET',
        path: '/v1/customers/:customerId/products/:productId/skus/:skuId/availabilities/:availabilityId',
        params,
        query,
      },
      options,
    ),
})
