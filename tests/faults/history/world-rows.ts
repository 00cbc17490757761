import type { Session } from '@tenantry/recipes'

/** What the checker reads of a world: the documents of its tables, as the operator's export tells them. */
export interface WorldRows {
  /** Where the clock stands, ISO 8601 in UTC. */
  readonly now: string
  readonly carts: readonly CartRow[]
  readonly orders: readonly OrderRow[]
  readonly subscriptions: readonly SubscriptionRow[]
  readonly charges: readonly ChargeRow[]
  readonly events: readonly EventRow[]
  readonly audits: readonly AuditRow[]
  readonly answers: readonly AnswerRow[]
  readonly agenda: readonly AgendaRow[]
  readonly holdings: readonly HoldingRow[]
  readonly transitions: readonly TransitionRow[]
}

interface CartRow {
  readonly id: string
  readonly status: string
  readonly lines: readonly { readonly orderGroup: string }[]
  /** The orders by their groups. */
  readonly ordered: Readonly<Record<string, { readonly id: string }>>
}

interface OrderRow {
  readonly id: string
  readonly customerId: string
  readonly cartId: string
  readonly orderGroup: string
  readonly lines: readonly {
    readonly subscriptionId: string
    readonly quantity: number
  }[]
}

export interface SubscriptionRow {
  readonly id: string
  readonly version: number
  readonly customerId: string
  readonly orderId: string
  readonly productId: string
  readonly skuId: string
  readonly quantity: number
  readonly status: string
  readonly seatLots: readonly { readonly quantity: number }[]
  /** The last day that is charged for, YYYY-MM-DD. */
  readonly chargedThrough: string
  readonly fulfilment: string
  readonly pendingOperation?: unknown
}

export interface ChargeRow {
  readonly type: string
  readonly customerId: string
  readonly subscriptionId: string
  readonly orderId: string
  readonly quantity: number
  readonly amount: string
  readonly effectiveUnitPrice: string
  readonly periodStart: string
  readonly periodEnd: string
  readonly referenceId?: string
}

interface EventRow {
  readonly sequence: number
  readonly type: string
  readonly subject: string
  readonly customer: string
  readonly details: Readonly<Record<string, unknown>>
}

export interface AuditRow {
  readonly correlationId: string
  readonly operationType: string
  readonly status: string
  readonly oldValue?: unknown
  readonly newValue?: unknown
  /** Of a refused one. */
  readonly code?: number
}

interface AnswerRow {
  readonly requestId: string
  readonly status: number
  readonly body: string
}

interface AgendaRow {
  readonly dueAt: number
  readonly kind: string
  readonly customer: string
  readonly subject: string
}

interface HoldingRow {
  readonly customerId: string
  /** `productId:skuId`. */
  readonly sku: string
  readonly seats: number
  readonly subscriptions: number
}

interface TransitionRow {
  readonly id: string
  readonly customerId: string
  readonly state: string
  readonly kind: string
  readonly fromSubscriptionId: string
  readonly toSubscriptionId?: string
  readonly order: { readonly quantity: number }
}

interface Export {
  readonly tables: Readonly<
    Record<string, { readonly rows: readonly { readonly version: number; readonly document: object }[] }>
  >
}

/** Reads all of a world through the operator's export, which is one consistent state. */
export async function readRows(world: Session): Promise<WorldRows> {
  const { tables } = (await world.operator.worlds.export(world.view.name)) as Export
  const rows = <R>(table: string): R[] =>
    (tables[table]?.rows ?? []).map(({ version, document }) => ({ ...document, version }) as R)
  return {
    now: await world.now(),
    carts: rows('cart'),
    orders: rows('purchase_order'),
    subscriptions: rows('subscription'),
    charges: rows('charge_line'),
    events: rows('outbox'),
    audits: rows('audit_record'),
    answers: rows('answer'),
    agenda: rows('agenda'),
    holdings: rows('holding'),
    transitions: rows('transition'),
  }
}
