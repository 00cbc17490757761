import { fault } from '@tenantry/contract/faults/fault.ts'
import { faults } from '@tenantry/contract/faults/index.ts'
import { migration as migrationService } from '../../collaborators/migration.ts'
import { present } from '../../kernel/invariant.ts'
import { rule, type Rule } from '../../kernel/rule.ts'
import type { Scope } from '../../kernel/scope.ts'
import { addDuration } from '../../kernel/time.ts'
import { Subscriptions, type SubscriptionRecord } from '../subscriptions/public.ts'
import type { Selection } from './load-bundle.ts'
import type { MemberFacts } from './member-facts.ts'
import { tell, type MigrationMember, type MigrationRecord } from './migration.ts'
import type { BundleFacts } from './migration-rules.ts'
import { Migrations } from './migration-repository.ts'
import { carryOut, planMigration } from './carry-out.ts'

/** Nobody takes the request: nothing has begun, and it can be sent again. */
export const intakeRules: readonly Rule<{ readonly answers: boolean }>[] = [
  rule({
    name: 'migrationServiceAnswers',
    holds: ({ answers }: { readonly answers: boolean }) => answers,
    fault: () => fault(faults.migrationFailed),
    decidedBy: ({ answers }) => ({ answers }),
    see: 'assumed',
  }),
]

/**
 * Begins a migration whose rules all hold. Until it is over its subscriptions are locked. Answers it as it began, also
 * where nothing takes any time.
 */
export async function startMigration(
  scope: Scope,
  { customer, wish }: Selection,
  { members }: BundleFacts,
  by: MigrationRecord['by'],
  scheduleId?: string,
): Promise<MigrationRecord> {
  const [base, ...addOns] = members.map(memberOf)
  const begun = tell(
    {
      id: scope.newId(),
      version: 1,
      customerId: customer.id,
      by,
      ...(scheduleId === undefined ? {} : { scheduleId }),
      base: present(base, 'a migration has a base'),
      addOns,
      ...(wish.externalReferenceId === undefined ? {} : { externalReferenceId: wish.externalReferenceId }),
      status: 'Processing',
      startedAt: scope.now,
      events: [],
    },
    'MigrationStarted',
    scope.now,
    scope.newId,
  )
  const started = await new Migrations(scope).add(begun)
  for (const { source } of members) await new Subscriptions(scope).save(locked(source, scope))
  await scope.announce({
    type: 'migration-started',
    customerId: customer.id,
    subject: started.id,
    details: { subscriptionId: started.base.wish.subscriptionId },
  })

  const { latency, paused } = scope.collaborator(migrationService)
  if (latency === 'PT0S' && !paused) await carryOut(scope, started)
  else await planMigration(scope, started, 'carry-out-migration', addDuration(scope.now, latency))
  return begun
}

/** The rules have made sure of the counterpart and its plan. */
function memberOf(member: MemberFacts): MigrationMember {
  const { wish, catalogItemId, plan, quantity, latestEnd, source } = member
  const { termDuration, billingCycle } = present(plan, 'the term is offered')
  return {
    wish,
    catalogItemId: present(catalogItemId, 'there is a counterpart'),
    quantity,
    termDuration,
    billingCycle,
    endDate: wish.customTermEndDate ?? latestEnd,
    renews: source.autoRenewEnabled,
  }
}

const locked = (source: SubscriptionRecord, { now }: Scope): SubscriptionRecord => ({
  ...source,
  pendingOperation: { kind: 'migration', since: now },
})
