import { documentTable, type Versioned } from './table.ts'

/** One named document a world keeps about itself: its clock, its signing keys, an operator's setting. */
export interface MetaRecord extends Versioned {
  name: string
  value: unknown
}

export const metaTable = documentTable<MetaRecord>()({
  name: 'meta',
  shape: 1,
  tenancy: 'world',
  key: ['name'],
  row: ({ name }) => ({ name }),
})

export interface AgendaRecord extends Versioned {
  dueAt: number
  sequence: number
  kind: string
  partner: string
  customer: string
  subject: string
  body: Readonly<Record<string, string | number | boolean>>
}

/** What is to happen, in the order in which it will: by instant, then by when it was written down. */
export const agendaTable = documentTable<AgendaRecord>()({
  name: 'agenda',
  shape: 1,
  isSeldomRead: true,
  tenancy: 'world',
  key: ['due_at', 'sequence'],
  columns: { due_at: 'bigint', sequence: 'bigint', kind: 'text', subject: 'text' },
  indexes: [['subject', 'kind']],
  row: (entry) => ({
    due_at: entry.dueAt,
    sequence: entry.sequence,
    kind: entry.kind,
    subject: entry.subject,
  }),
})

export interface OutboxRecord extends Versioned {
  sequence: number
  at: number
  type: string
  partner: string
  customer: string
  subject: string
  details: Readonly<Record<string, string | number | boolean>>
}

/** Every event, written with the change that caused it. */
export const outboxTable = documentTable<OutboxRecord>()({
  name: 'outbox',
  shape: 1,
  isSeldomRead: true,
  tenancy: 'partner',
  key: ['sequence'],
  columns: { sequence: 'bigint', at: 'bigint', subject: 'text' },
  indexes: [['subject', 'sequence']],
  row: ({ sequence, at, subject }) => ({ sequence, at, subject }),
})

export interface AuditRecord extends Versioned {
  id: string
  at: number
  operationType: string
  resourceType: string
  status: 'succeeded' | 'failed'
  customerId?: string
  customerName?: string
  userPrincipalName?: string
  applicationId: string
  correlationId: string
  oldValue?: unknown
  newValue?: unknown
  /** The code of the fault that refused the attempt. */
  code?: number
}

export const auditTable = documentTable<AuditRecord>()({
  name: 'audit_record',
  shape: 1,
  isSeldomRead: true,
  tenancy: 'partner',
  key: ['at', 'id'],
  columns: { at: 'bigint', customer: 'text' },
  indexes: [['customer', 'at']],
  row: (record) => ({ at: record.at, id: record.id, customer: record.customerId ?? null }),
})

export interface AnswerRecord extends Versioned {
  requestId: string
  method: string
  path: string
  digest: string
  at: number
  status: number
  headers: Readonly<Record<string, string>>
  body: string
}

/** What was answered to a client that named its request, so that the same request has one effect. */
export const answerTable = documentTable<AnswerRecord>()({
  name: 'answer',
  shape: 1,
  isSeldomRead: true,
  tenancy: 'partner',
  key: ['request_id'],
  columns: { at: 'bigint' },
  indexes: [['at']],
  row: ({ requestId, at }) => ({ request_id: requestId, at }),
})
