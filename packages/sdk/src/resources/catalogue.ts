// Made by `npm run generate` from the contract's endpoints; changes belong there.
import type { AnswerOf, ParamsOf, QueryOf } from '@tenantry/contract/endpoint.ts'
import type { productEndpoints } from '@tenantry/contract/endpoints/products.ts'
import type { CallOptions, Send } from '../client.ts'

type Endpoints = typeof productEndpoints

export const catalogueResource = (send: Send) => ({
  /**
   * Get a list of products.
   * @see partner-center/developer/get-a-list-of-products
   */
  getProducts: (
    query: QueryOf<Endpoints['getProducts']>,
    options?: CallOptions,
  ): Promise<AnswerOf<Endpoints['getProducts']>> =>
    send(
      {
        method: 'GET',
        path: '/v1/products',
        query,
      },
      options,
    ),

  /**
   * Get a product by ID.
   * @see partner-center/developer/get-a-product-by-id
   */
  getProduct: (
    params: ParamsOf<Endpoints['getProduct']>,
    query: QueryOf<Endpoints['getProduct']>,
    options?: CallOptions,
  ): Promise<AnswerOf<Endpoints['getProduct']>> =>
    send(
      {
        method: 'GET',
        path: '/v1/products/:productId',
        params,
        query,
      },
      options,
    ),

  /**
   * Get a list of SKUs for a product.
   * @see partner-center/developer/get-a-list-of-skus-for-a-product
   */
  getSkus: (
    params: ParamsOf<Endpoints['getSkus']>,
    query: QueryOf<Endpoints['getSkus']>,
    options?: CallOptions,
  ): Promise<AnswerOf<Endpoints['getSkus']>> =>
    send(
      {
        method: 'GET',
        path: '/v1/products/:productId/skus',
        params,
        query,
      },
      options,
    ),

  /**
   * Get a SKU by ID.
   * @see partner-center/developer/get-a-sku-by-id
   */
  getSku: (
    params: ParamsOf<Endpoints['getSku']>,
    query: QueryOf<Endpoints['getSku']>,
    options?: CallOptions,
  ): Promise<AnswerOf<Endpoints['getSku']>> =>
    send(
      {
        method: 'GET',
        path: '/v1/products/:productId/skus/:skuId',
        params,
        query,
      },
      options,
    ),

  /**
   * Get a list of availabilities for a SKU.
   * @see partner-center/developer/get-a-list-of-availabilities-for-a-sku
   */
  getAvailabilities: (
    params: ParamsOf<Endpoints['getAvailabilities']>,
    query: QueryOf<Endpoints['getAvailabilities']>,
    options?: CallOptions,
  ): Promise<AnswerOf<Endpoints['getAvailabilities']>> =>
    send(
      {
        method: 'GET',
        path: '/v1/products/:productId/skus/:skuId/availabilities',
        params,
        query,
      },
      options,
    ),

  /**
   * Get an availability by ID.
   * @see partner-center/developer/get-an-availability-by-id
   */
  getAvailability: (
    params: ParamsOf<Endpoints['getAvailability']>,
    query: QueryOf<Endpoints['getAvailability']>,
    options?: CallOptions,
  ): Promise<AnswerOf<Endpoints['getAvailability']>> =>
    send(
      {
        method: 'GET',
        path: '/v1/products/:productId/skus/:skuId/availabilities/:availabilityId',
        params,
        query,
      },
      options,
    ),

  /**
   * Get a list of promotions.
   * @see partner-center/developer/get-promotions
   */
  getProductPromotions: (
    query: QueryOf<Endpoints['getProductPromotions']>,
    options?: CallOptions,
  ): Promise<AnswerOf<Endpoints['getProductPromotions']>> =>
    send(
      {
        method: 'GET',
        path: '/v1/productpromotions',
        query,
      },
      options,
    ),

  /**
   * Get a promotion by ID.
   * @see partner-center/developer/get-promotion-by-id
   */
  getProductPromotion: (
    params: ParamsOf<Endpoints['getProductPromotion']>,
    query: QueryOf<Endpoints['getProductPromotion']>,
    options?: CallOptions,
  ): Promise<AnswerOf<Endpoints['getProductPromotion']>> =>
    send(
      {
        method: 'GET',
        path: '/v1/productpromotions/:promotionId',
        params,
        query,
      },
      options,
    ),
})
