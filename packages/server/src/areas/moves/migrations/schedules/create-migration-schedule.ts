import type { migrationEndpoints } from '@tenantry/contract/endpoints/migrations.ts'
import type { Operation } from '../../../../work/operation.ts'
import { getHeldCustomer } from '../../../accounts/customers/public.ts'
import { scheduleAnswer } from './schedule-answer.ts'
import { MigrationSchedules } from './schedule-repository.ts'
import { judgeSchedule, markScheduled, planSchedule } from './write-schedule.ts'

/** Faults: those of `judgeSchedule`. @see partner-center/developer/schedule-a-new-commerce-migration */
export const createMigrationSchedule: Operation<typeof migrationEndpoints.createMigrationSchedule> = async (
  scope,
  { params, body },
) => {
  const customer = await getHeldCustomer(scope, params.customerId)
  const written = await judgeSchedule(scope, customer, body)

  const schedule = await new MigrationSchedules(scope).add({
    id: scope.newId(),
    version: 1,
    customerId: customer.id,
    ...written,
    status: 'Created',
    createdAt: scope.now,
    modifiedAt: scope.now,
  })
  await markScheduled(scope, schedule, true)
  await planSchedule(scope, schedule)

  const answer = scheduleAnswer(schedule)
  scope.audit({ customerId: customer.id, newValue: answer })
  return answer
}
