// Made by `npm run generate` from the contract's endpoints; changes belong there.
import type { AnswerOf, ParamsOf, QueryOf } from '@tenantry/contract/endpoint.ts'
import type { entitlementEndpoints } from '@tenantry/contract/endpoints/entitlements.ts'
import type { CallOptions, Send } from '../client.ts'

type Endpoints = typeof entitlementEndpoints

export const entitlementsResource = (send: Send) => ({
  /**
   * Get the entitlements of a customer.
   * @see partner-center/developer/get-a-collection-of-entitlements
   */
  list: (
    params: ParamsOf<Endpoints['listEntitlements']>,
    query: QueryOf<Endpoints['listEntitlements']> = {},
    options?: CallOptions,
  ): Promise<AnswerOf<Endpoints['listEntitlements']>> =>
    send(
      {
        method: 'GET',
        path: '/v1/customers/:customerId/entitlements',
        params,
        query,
      },
      options,
    ),

  /**
   * Get the reservations behind an entitlement.
   * @see partner-center/developer/get-a-collection-of-entitlements
   */
  getReservedInstanceArtifact: (
    params: ParamsOf<Endpoints['getReservedInstanceArtifact']>,
    options?: CallOptions,
  ): Promise<AnswerOf<Endpoints['getReservedInstanceArtifact']>> =>
    send(
      {
        method: 'GET',
        path: '/v1/customers/:customerId/artifacts/reservedinstance/groups/:groupId/lineitems/:lineItemId/resource/:resourceId',
        params,
      },
      options,
    ),
})
