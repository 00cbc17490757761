// Made by `npm run generate` from the contract's endpoints; changes belong there.
import type { AnswerOf, BodyOf, ParamsOf } from '@tenantry/contract/endpoint.ts'
import type { promotionEndpoints } from '@tenantry/contract/endpoints/shelf.ts'
import type { CallOptions, Send } from '../client.ts'

type Endpoints = typeof promotionEndpoints

export const promotionsResource = (send: Send) => ({
  /**
   * Verify the promotion eligibility of a customer.
   * @see partner-center/developer/verify-promotion-eligibility
   */
  verifyPromotionEligibilities: (
    params: ParamsOf<Endpoints['verifyPromotionEligibilities']>,
    body: BodyOf<Endpoints['verifyPromotionEligibilities']>,
    options?: CallOptions,
  ): Promise<AnswerOf<Endpoints['verifyPromotionEligibilities']>> =>
    send(
      {
        method: 'POST',
        path: '/v1/customers/:customerId/promotionEligibilities',
        params,
        body,
      },
      options,
    ),
})
