import type { migrationEndpoints } from '@tenantry/contract/endpoints/migrations.ts'
import type { Operation } from '../../../../work/operation.ts'
import { enforce } from '../../../../kernel/rule.ts'
import { filterOf, listRules, paged } from '../list-migrations.ts'
import { scheduleAnswer } from './schedule-answer.ts'
import { MigrationSchedules } from './schedule-repository.ts'

/** Newest first, in whatever state. @see partner-center/developer/get-a-new-commerce-migration-schedule */
export const listMigrationSchedules: Operation<typeof migrationEndpoints.listMigrationSchedules> = async (
  scope,
  { query, headers },
) => {
  const filter = filterOf(query)
  enforce(listRules, filter, scope.trace)

  return await paged(['migration schedules', scope.tenant.partner, filter], query.PageSize, headers, {
    find: (page) => new MigrationSchedules(scope).list(filter, page),
    seekOf: ({ createdAt, id }) => [createdAt, id],
    show: scheduleAnswer,
  })
}
