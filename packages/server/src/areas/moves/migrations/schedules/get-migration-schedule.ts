import type { migrationEndpoints } from '@tenantry/contract/endpoints/migrations.ts'
import type { Operation } from '../../../../work/operation.ts'
import { getCustomer } from '../../../accounts/customers/public.ts'
import { scheduleAnswer } from './schedule-answer.ts'
import { MigrationSchedules } from './schedule-repository.ts'

/** Faults: 900224. @see partner-center/developer/get-a-new-commerce-migration-schedule */
export const getMigrationSchedule: Operation<typeof migrationEndpoints.getMigrationSchedule> = async (
  scope,
  { params },
) => {
  const customer = await getCustomer(scope, params.customerId)
  return scheduleAnswer(await new MigrationSchedules(scope).get(customer.id, params.scheduleId))
}
