import type { Fault } from '@tenantry/contract/faults/fault.ts'
import { auditTable } from '../../store/world-tables.ts'
import type { AuditEntry, Scope } from '../../work/scope.ts'
import type { WorkingScope } from '../../world/scope-of.ts'
import type { Answer, Call } from './call.ts'

/** Every record that the work has of itself, with how it ended. */
export async function auditWork(call: Call, { audited }: WorkingScope, answer: Answer): Promise<void> {
  const outcome =
    answer.code === undefined
      ? { status: 'succeeded' as const }
      : { status: 'failed' as const, code: answer.code }
  for (const { by, entry } of audited) await keepAudit(call, by, { ...entry, ...outcome })
}

/** A refused write has one record. */
export function auditRefusal(call: Call, scope: Scope, { spec }: Fault): Promise<void> {
  const { customerId } = call.sentParams
  return keepAudit(call, scope, {
    ...(typeof customerId === 'string' ? { customerId: customerId.toLowerCase() } : {}),
    status: 'failed',
    code: spec.code,
  })
}

type AuditParts = AuditEntry & { readonly status: 'succeeded' | 'failed'; readonly code?: number }

async function keepAudit({ bound, ids }: Call, scope: Scope, entry: AuditParts): Promise<void> {
  const operationType = entry.operationType ?? bound.endpoint.audit?.operationType
  const resourceType = entry.resourceType ?? bound.endpoint.audit?.resourceType
  if (operationType === undefined || resourceType === undefined) return
  const { userPrincipalName, appId } = scope.principal
  await scope.trx.documents(auditTable, scope.tenant).insert({
    version: 1,
    id: scope.newId(),
    at: scope.now,
    ...entry,
    operationType,
    resourceType,
    applicationId: appId,
    correlationId: ids.correlationId,
    ...(userPrincipalName === undefined ? {} : { userPrincipalName }),
  })
}
