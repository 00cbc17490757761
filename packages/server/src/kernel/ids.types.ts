import type { OrderId, SubscriptionId } from './ids.ts'

/** What must and must not compile. */
export const textIsAnyId = (text: string): SubscriptionId => text

// @ts-expect-error an order's id is no subscription's
export const orderIsNoSubscription = (order: OrderId): SubscriptionId => order
