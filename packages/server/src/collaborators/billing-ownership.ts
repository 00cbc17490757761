import { Type } from 'typebox'
import { collaborator } from './collaborator.ts'

/**
 * What knows which partner pays for a customer's subscription, and lets another one do so when a transfer is carried
 * out. @see partner-center/developer/transfer-entity-resources
 */
export const billingOwnership = collaborator({
  name: 'billing-ownership',
  schema: Type.Object(
    {
      /** Takes requests. When false no transfer can be begun (900135), and none moves anything. */
      answers: Type.Boolean(),
      /** ISO 8601, from the acceptance of a transfer of new commerce to the moment in which it is carried out. */
      latency: Type.String({ pattern: '^P' }),
      /** Tenant ids of partners that may not transfer yet (900137). */
      excludedPartners: Type.Array(Type.String()),
      /** Ids of subscriptions and Azure subscriptions of new commerce that it fails to move (900369). */
      failing: Type.Array(Type.String()),
      /** ISO 8601: how long one request holds a transfer. Others are refused until then (900104). */
      processing: Type.String({ pattern: '^P' }),
    },
    { additionalProperties: false },
  ),
  initial: { answers: true, latency: 'PT15M', excludedPartners: [], failing: [], processing: 'PT0S' },
})
