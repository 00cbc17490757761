import type { SubscriptionRecord } from '../../../subscriptions/subscription/public.ts'

/**
 * Nothing is being done with a subscription that would go on without it if it moved: no other operation, no hold, no
 * seats on their way. `isLocked`: the transfer itself holds it.
 */
export const isAtRest = (
  { pendingOperation, hold, fulfilment }: SubscriptionRecord,
  isLocked = false,
): boolean =>
  hold === undefined &&
  fulfilment === 'completed' &&
  (pendingOperation === undefined || (isLocked && pendingOperation.kind === 'transfer'))
