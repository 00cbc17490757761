import { fault, type Fault } from '@tenantry/contract/faults/fault.ts'
import { faults } from '@tenantry/contract/faults/index.ts'
import { migration as migrationService } from '../../../collaborators/migration.ts'
import { present } from '../../../kernel/invariant.ts'
import { firstBroken, rule, ruleList, type Rule } from '../../../kernel/rule.ts'
import type { Scope } from '../../../work/scope.ts'
import { addDuration } from '../../../kernel/time.ts'
import { Subscriptions, type SubscriptionRecord } from '../../subscriptions/subscription/public.ts'
import type { Selection } from './load-bundle.ts'
import type { MemberFacts } from './member-facts.ts'
import { tell, type MigrationMember, type MigrationRecord } from './migration.ts'
import type { BundleFacts } from './migration-rules.ts'
import { Migrations } from './migration-repository.ts'
import { carryOut, planMigration, settle, tellNow } from './carrying-out/carry-out.ts'

/** Nobody carries the migration out: it has failed as soon as it was written down, and another can be begun. */
export const intakeRules = ruleList<Rule<{ readonly answers: boolean }>>(
  'Migrate to new commerce: the intake',
  [
    rule({
      name: 'migrationServiceAnswers',
      holds: ({ answers }: { readonly answers: boolean }) => answers,
      fault: () => fault(faults.migrationFailed),
      decidedBy: ({ answers }) => ({ answers }),
      see: 'assumed',
    }),
  ],
)

/** A migration as it began, also where nothing takes any time; or as it failed there and then, and why. */
export interface Beginning {
  readonly migration: MigrationRecord
  readonly refusal?: Fault
}

/** Begins a migration whose rules all hold. Until it is over its subscriptions are locked. */
export async function startMigration(
  scope: Scope,
  { customer, wish }: Selection,
  { members }: BundleFacts,
  by: MigrationRecord['by'],
  scheduleId?: string,
): Promise<Beginning> {
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
  await scope.announce({
    type: 'migration-started',
    customerId: customer.id,
    subject: started.id,
    details: { subscriptionId: started.base.wish.subscriptionId },
  })
  const refusal = firstBroken(intakeRules, scope.collaborator(migrationService), scope.trace)
  if (refusal !== undefined) {
    const failed = { ...tellNow(scope, started, 'MigrationFailed'), status: 'Failed' } as const
    return { migration: await settle(scope, failed), refusal }
  }

  for (const { source } of members) await new Subscriptions(scope).save(locked(source, scope))
  const { latency, paused } = scope.collaborator(migrationService)
  if (latency === 'PT0S' && !paused) await carryOut(scope, started)
  else await planMigration(scope, started, 'carry-out-migration', addDuration(scope.now, latency))
  return { migration: begun }
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
