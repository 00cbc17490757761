import type { Locale } from '@tenantry/contract/locales/index.ts'
import type { Collaborator } from '../collaborators/collaborator.ts'
import type { Principal } from './principal.ts'
import type { Parties, Tenant } from '../kernel/tenant.ts'
import type { Trx } from '../store/trx.ts'
import type { DomainEvent } from './events.ts'
import type { DatedPolicy } from '../kernel/policy.ts'
import type { Instant } from '../kernel/time.ts'
import type { Trace } from '../kernel/trace.ts'

/**
 * All that an operation or an agenda entry may see and change. A scope can be thrown away and the work run again from
 * the start, so there is nothing else to call.
 */
export interface Scope {
  /** Business time, read once. */
  readonly now: Instant
  /** A lower-case GUID from the world's seeded source. */
  newId(): string
  /** A short id, for example `newToken('0123456789abcdef', 12)` for an order. */
  newToken(alphabet: string, length: number): string
  /** Higher than any before it in this world, for what has to keep its order within one moment. */
  nextPlace(): number
  readonly tenant: Tenant
  readonly principal: Principal
  readonly locale: Locale
  /** For repositories only. */
  readonly trx: Trx
  /** The row of a dated policy that is in force at `now`. */
  policy<T>(policy: DatedPolicy<T>): T
  /** The state of an outside party, as the operator last set it. */
  collaborator<T>(collaborator: Collaborator<T>): T
  /** Runs the listeners in the same transaction and writes the outbox row. */
  announce(event: DomainEvent): Promise<void>
  audit(entry: AuditEntry): void
  readonly agenda: AgendaWriter
  readonly trace: Trace
  /**
   * The same unit of work, done for the other one of two parties: its rows, its events, its agenda, nobody signed in.
   * What both change is kept or undone together.
   */
  asCounterpart(parties: Parties): Promise<Scope>
}

/** What an operation did, for the audit records. `kind` and `who` come from the endpoint and the principal. */
export interface AuditEntry {
  readonly customerId?: string
  readonly customerName?: string
  readonly resourceType?: string
  readonly operationType?: string
  readonly oldValue?: unknown
  readonly newValue?: unknown
}

interface AgendaEntry {
  readonly dueAt: Instant
  /** The handler's name, for example `renew`. */
  readonly kind: string
  /** The customer whose partner the entry belongs to; the partner is the scope's. */
  readonly customer: string
  /** The id of what it is about, for example a subscription's. */
  readonly subject: string
  readonly body?: Readonly<Record<string, string | number | boolean>>
}

interface AgendaWriter {
  schedule(entry: AgendaEntry): Promise<void>
  /** Removes the entries of that kind and subject. */
  cancel(kind: string, subject: string): Promise<void>
}

/** What the agenda hands to a handler: the entry with its partner and place in the order. */
export interface DueEntry extends AgendaEntry {
  readonly partner: string
  readonly sequence: number
}

export type ScheduleHandlers = Readonly<Record<string, (scope: Scope, entry: DueEntry) => Promise<void>>>
