import { Type } from 'typebox'
import { collaborator } from './collaborator.ts'

/**
 * Requests that a partner tenant may send in a minute. The published figure for customers, orders and subscriptions is
 * 500 a minute and tenant; by default nothing is throttled, because a test that runs fast is the point of this server.
 * @see partner-center/developer/api-throttling-guidance
 */
export const throttling = collaborator({
  name: 'throttling',
  schema: Type.Object(
    {
      requestsPerMinute: Type.Integer({ minimum: 0, description: '0: no limit' }),
      requestsPerMinuteAndCustomer: Type.Integer({ minimum: 0, description: '0: no limit' }),
      perEndpoint: Type.Record(Type.String(), Type.Integer({ minimum: 0 })),
    },
    { additionalProperties: false },
  ),
  initial: { requestsPerMinute: 0, requestsPerMinuteAndCustomer: 0, perEndpoint: {} },
})
