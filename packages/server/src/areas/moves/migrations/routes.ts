import type { migrationEndpoints } from '@tenantry/contract/endpoints/migrations.ts'
import type { Routes } from '../../../work/operation.ts'
import { cancelMigrationSchedule } from './schedules/cancel-migration-schedule.ts'
import { createMigration } from './create-migration.ts'
import { createMigrationSchedule } from './schedules/create-migration-schedule.ts'
import { getMigration } from './get-migration.ts'
import { getMigrationSchedule } from './schedules/get-migration-schedule.ts'
import { listMigrationEvents } from './list-migration-events.ts'
import { listMigrations } from './list-migrations.ts'
import { listMigrationSchedules } from './schedules/list-migration-schedules.ts'
import { updateMigrationSchedule } from './schedules/update-migration-schedule.ts'
import { validateMigration } from './validate-migration.ts'

export const routes: Routes<typeof migrationEndpoints> = {
  validateMigration,
  createMigration,
  getMigration,
  listMigrationEvents,
  listMigrations,
  createMigrationSchedule,
  getMigrationSchedule,
  listMigrationSchedules,
  updateMigrationSchedule,
  cancelMigrationSchedule,
}
