import { Type } from 'typebox'
import { collaborator } from '../collaborator.ts'

/**
 * Customers who activate what was bought for them with the publisher. In a sandbox nobody does: the partner calls
 * `activate` instead. @see partner-center/developer/activate-sandbox-subscription-azure-marketplace-products
 */
export const marketplace = collaborator({
  name: 'marketplace',
  schema: Type.Object({
    /** ISO 8601 duration from the purchase to the customer's activation; left out: they never activate. */
    activatesAfter: Type.Optional(Type.String({ pattern: '^P' })),
  }),
  initial: { activatesAfter: 'PT1H' },
})
