import { createHash } from 'node:crypto'
import { link } from '@tenantry/contract/resources/common.ts'
import type { OrderLineItemActivationLink } from '@tenantry/contract/resources/order.ts'
import { hasEnded, type SubscriptionRecord } from '../subscription.ts'

/**
 * Where the customer activates a marketplace product with its publisher; undefined for what needs no activation or
 * has ended. The link stays after the activation: the publisher's page is also where the product is configured
 * (assumed). In a sandbox nobody answers there: the partner calls `activate` instead.
 * @see partner-center/developer/get-activation-link-by-order-line-item
 */
export function activationLink(
  subscription: SubscriptionRecord,
  environment: 'production' | 'sandbox',
): OrderLineItemActivationLink | undefined {
  if (subscription.awaitsActivation === undefined || hasEnded(subscription)) return undefined
  return { lineItemNumber: subscription.lineNumber, link: link(uriOf(subscription, environment)) }
}

function uriOf({ id, publisherName }: SubscriptionRecord, environment: 'production' | 'sandbox'): string {
  if (environment === 'sandbox') return 'https://sandbox.example/activate'
  const publisher = publisherName.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-') || 'publisher'
  const token = createHash('sha256').update(`activation/${id}`).digest('base64url')
  return `https://${publisher}.example/activate?token=${token}`
}
