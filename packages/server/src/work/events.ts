/**
 * What areas tell each other and the outside. Plain values: a listener loads what it needs.
 * Each area says in its `area.ts` what it follows.
 */
export interface DomainEvent {
  readonly type: EventType
  readonly customerId: string
  /** The id of the resource that changed. */
  readonly subject: string
  readonly details?: Readonly<Record<string, string | number | boolean>>
}

export type EventType =
  | 'customer-created'
  | 'customer-removed'
  | 'customer-updated'
  | 'agreement-confirmed'
  | 'cart-created'
  | 'order-placed'
  | 'order-updated'
  | 'subscription-created'
  | 'subscription-updated'
  | 'subscription-renewed'
  | 'subscription-extended'
  | 'subscription-expired'
  | 'subscription-disabled'
  | 'subscription-deleted'
  | 'subscription-charged'
  | 'subscription-renewal-failed'
  | 'subscription-transferred'
  | 'transition-started'
  | 'transition-completed'
  | 'transition-failed'
  | 'azure-entitlement-created'
  | 'azure-entitlement-updated'
  | 'subscription-registered'
  | 'overage-updated'
  | 'product-upgrade-started'
  | 'product-upgrade-completed'
  | 'product-upgrade-failed'
  | 'transfer-created'
  | 'transfer-updated'
  | 'transfer-completed'
  | 'transfer-failed'
  | 'migration-started'
  | 'migration-completed'
  | 'migration-failed'
  | 'migration-schedule-failed'
