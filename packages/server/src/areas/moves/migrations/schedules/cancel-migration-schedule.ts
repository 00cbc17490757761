import type { migrationEndpoints } from '@tenantry/contract/endpoints/migrations.ts'
import type { Operation } from '../../../../work/operation.ts'
import { enforce } from '../../../../kernel/rule.ts'
import { getHeldCustomer } from '../../../accounts/customers/public.ts'
import { scheduleAnswer } from './schedule-answer.ts'
import { MigrationSchedules } from './schedule-repository.ts'
import { changeRules } from './schedule-rules.ts'
import { markScheduled } from './write-schedule.ts'

/**
 * What is cancelled already stays so and is answered alike (assumed). Faults: 900224, 800002.
 * @see partner-center/developer/cancel-a-new-commerce-migration-schedule
 */
export const cancelMigrationSchedule: Operation<typeof migrationEndpoints.cancelMigrationSchedule> = async (
  scope,
  { params },
) => {
  const customer = await getHeldCustomer(scope, params.customerId)
  const schedules = new MigrationSchedules(scope)
  const before = await schedules.get(customer.id, params.scheduleId)
  if (before.status === 'Cancelled') return scheduleAnswer(before)

  enforce(changeRules, before, scope.trace)

  const after = await schedules.save({ ...before, status: 'Cancelled', modifiedAt: scope.now })
  await scope.agenda.cancel('migrate-on-day', before.id)
  await markScheduled(scope, after, false)

  const answer = scheduleAnswer(after)
  scope.audit({ customerId: customer.id, oldValue: scheduleAnswer(before), newValue: answer })
  return answer
}
