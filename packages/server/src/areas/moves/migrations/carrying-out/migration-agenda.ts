import type { DueEntry, Scope, ScheduleHandlers } from '../../../../work/scope.ts'
import { hourMs, instant } from '../../../../kernel/time.ts'
import { isRenewing, Subscriptions } from '../../../subscriptions/subscription/public.ts'
import { carryOut, complete } from './carry-out.ts'
import type { MigrationRecord } from '../migration.ts'
import { Migrations } from '../migration-repository.ts'
import { repairMigration } from './repair-migration.ts'
import { runSchedule } from '../schedules/run-schedule.ts'
import { MigrationSchedules } from '../schedules/schedule-repository.ts'
import { planSchedule } from '../schedules/write-schedule.ts'

/** What the agenda does for migrations. Entries can be stale: each looks at its migration anew. */
export const migrationSchedule: ScheduleHandlers = {
  'carry-out-migration': async (scope, entry) => {
    const migration = await find(scope, entry)
    if (migration?.status === 'Processing' && migration.orderId === undefined)
      await carryOut(scope, migration)
  },
  'complete-migration': async (scope, entry) => {
    const migration = await find(scope, entry)
    if (migration?.status === 'Processing') await complete(scope, migration)
  },
  'repair-migration': async (scope, entry) => {
    const migration = await find(scope, entry)
    if (migration?.status === 'Failed') await repairMigration(scope, migration)
  },
  'migrate-on-day': async (scope, { customer, subject }) => {
    const schedule = await new MigrationSchedules(scope).find(customer, subject)
    if (schedule?.status !== 'Created') return
    const source = await new Subscriptions(scope).find(customer, schedule.wish.base.subscriptionId)
    if (source === undefined || !isRenewing(source, scope.now)) await runSchedule(scope, schedule)
    else await planSchedule(scope, schedule, instant(scope.now + hourMs))
  },
}

const find = (scope: Scope, { customer, subject }: DueEntry): Promise<MigrationRecord | undefined> =>
  new Migrations(scope).find(customer, subject)
