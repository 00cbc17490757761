import { Fault, fault } from '@tenantry/contract/faults/fault.ts'
import { faults } from '@tenantry/contract/faults/index.ts'
import { unmet } from '../../../../kernel/rule.ts'
import type { Scope } from '../../../../work/scope.ts'
import { findCustomer } from '../../../accounts/customers/public.ts'
import { publishedId, Subscriptions } from '../../../subscriptions/subscription/public.ts'
import { loadBundle, selectSubscriptions } from '../load-bundle.ts'
import type { MigrationRecord } from '../migration.ts'
import { migrationRules } from '../migration-rules.ts'
import type { MigrationSchedule } from './schedule.ts'
import { failSchedule } from './follow-outcome.ts'
import { MigrationSchedules } from './schedule-repository.ts'
import { startMigration } from '../start-migration.ts'
import { markScheduled } from './write-schedule.ts'

/**
 * Carries a schedule out: judged anew, by the rules of a migration. What refuses it stands in the schedule: the fault
 * itself, or 900221 where there is more than one. @see partner-center/developer/schedule-a-new-commerce-migration
 */
export async function runSchedule(scope: Scope, schedule: MigrationSchedule): Promise<void> {
  await markScheduled(scope, schedule, false)
  const outcome = await migrated(scope, schedule)
  if (outcome instanceof Fault) {
    await failSchedule(scope, schedule, outcome)
    return
  }
  const schedules = new MigrationSchedules(scope)
  const present = await schedules.get(schedule.customerId, schedule.id)
  // Where nothing takes any time, or nobody took it, the migration is over already.
  if (present.status !== 'Created') return
  await schedules.save({ ...present, status: 'InProgress', migrationId: outcome.id, modifiedAt: scope.now })
}

async function migrated(
  scope: Scope,
  { id, customerId, wish }: MigrationSchedule,
): Promise<MigrationRecord | Fault> {
  const customer = await findCustomer(scope, customerId)
  if (customer === undefined) return fault(faults.migrationFailed)
  try {
    const selection = await selectSubscriptions(scope, customer, wish, noShape)
    const bundle = await loadBundle(scope, selection)
    const refused = unmet(migrationRules, bundle).map((check) => check.fault(bundle))
    const [first] = refused
    if (first !== undefined) return refused.length === 1 ? first : await several(scope, customerId, wish)
    return (await startMigration(scope, selection, bundle, 'partner', id)).migration
  } catch (refusal) {
    // Nobody is there to be answered; nothing was written before the last rule held.
    if (refusal instanceof Fault) return refusal
    throw refusal
  }
}

/** The shape was found good when the schedule was made. */
const noShape = { unreadableDates: [], hasNestedAddOns: false }

async function several(scope: Scope, customerId: string, wish: MigrationSchedule['wish']): Promise<Fault> {
  const source = await new Subscriptions(scope).get(customerId, wish.base.subscriptionId)
  return fault(faults.migrationNotEligible, { subscriptionId: publishedId(source) })
}
