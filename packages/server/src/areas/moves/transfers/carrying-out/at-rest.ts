import type { SubscriptionRecord } from '../../../subscriptions/subscription/public.ts'

/**
 * Nothing is being done with a subscription that would go on without it if it moved: no other operation, no seats on
 * their way. What is held for a repair is suspended, and only active ones move. `isLocked`: the transfer itself holds
 * it.
 */
export const isAtRest = ({ pendingOperation, fulfilment }: SubscriptionRecord, isLocked = false): boolean =>
  fulfilment === 'completed' &&
  (pendingOperation === undefined || (isLocked && pendingOperation.kind === 'transfer'))
