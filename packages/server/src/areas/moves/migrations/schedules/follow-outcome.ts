import { fault, type Fault } from '@tenantry/contract/faults/fault.ts'
import { faults } from '@tenantry/contract/faults/index.ts'
import { describe } from '@tenantry/contract/locales/index.ts'
import type { Scope } from '../../../../work/scope.ts'
import type { MigrationRecord } from '../migration.ts'
import type { MigrationSchedule } from './schedule.ts'
import { MigrationSchedules } from './schedule-repository.ts'

/** A migration that was scheduled is over: so is its schedule. A repair can turn a failure into a success. */
export async function followOutcome(scope: Scope, migration: MigrationRecord): Promise<void> {
  const { customerId, scheduleId, id: migrationId } = migration
  if (scheduleId === undefined) return
  const schedules = new MigrationSchedules(scope)
  const schedule = { ...(await schedules.get(customerId, scheduleId)), migrationId }
  if (migration.status === 'Failed') {
    await failSchedule(scope, schedule, fault(faults.migrationFailed))
    return
  }
  const { error: _repaired, ...done } = schedule
  await schedules.save({ ...done, status: 'Completed', modifiedAt: scope.now })
}

export async function failSchedule(scope: Scope, schedule: MigrationSchedule, why: Fault): Promise<void> {
  const error = { code: why.spec.code, description: describe(why, 'en-US') }
  await new MigrationSchedules(scope).save({ ...schedule, status: 'Failed', modifiedAt: scope.now, error })
  await scope.announce({
    type: 'migration-schedule-failed',
    customerId: schedule.customerId,
    subject: schedule.id,
    details: { code: error.code },
  })
}
