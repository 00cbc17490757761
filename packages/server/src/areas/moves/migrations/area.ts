import { migrationEndpoints } from '@tenantry/contract/endpoints/migrations.ts'
import { defineArea } from '../../../work/area.ts'
import { only, told } from '../../../work/checks.ts'
import { migrationSchedule } from './carrying-out/migration-agenda.ts'
import { createMigration } from './create-migration.ts'
import { getMigration } from './get-migration.ts'
import { listMigrationEvents } from './list-migration-events.ts'
import { listMigrations, listRules } from './list-migrations.ts'
import { migrationTable } from './migration-repository.ts'
import { memberRules, migrationCreditRules, migrationRules } from './migration-rules.ts'
import { partnerRules, selectionRules, shapeRules } from './request-rules.ts'
import { cancelMigrationSchedule } from './schedules/cancel-migration-schedule.ts'
import { createMigrationSchedule } from './schedules/create-migration-schedule.ts'
import { followRenewal } from './schedules/follow-renewal.ts'
import { getMigrationSchedule } from './schedules/get-migration-schedule.ts'
import { listMigrationSchedules } from './schedules/list-migration-schedules.ts'
import { migrationScheduleTable } from './schedules/schedule-repository.ts'
import { changeRules, momentRules, scheduleRules } from './schedules/schedule-rules.ts'
import { identityRules, updateMigrationSchedule } from './schedules/update-migration-schedule.ts'
import { intakeRules } from './start-migration.ts'
import { validateMigration } from './validate-migration.ts'

const selection = [partnerRules, shapeRules, selectionRules]
const schedule = [partnerRules, momentRules, ...selection, scheduleRules]

export const area = defineArea({
  name: 'moves/migrations',
  endpoints: migrationEndpoints,
  routes: {
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
  },
  checks: {
    validateMigration: [...selection, only(told, memberRules, migrationCreditRules)],
    createMigration: [...selection, migrationRules, intakeRules],
    getMigration: [],
    listMigrationEvents: [],
    listMigrations: [listRules],
    createMigrationSchedule: schedule,
    getMigrationSchedule: [],
    listMigrationSchedules: [listRules],
    updateMigrationSchedule: [partnerRules, changeRules, identityRules, ...schedule],
    cancelMigrationSchedule: [changeRules],
  },
  tables: [migrationTable, migrationScheduleTable],
  schedule: migrationSchedule,
  listeners: { 'subscription-renewed': { follow: followRenewal } },
})
