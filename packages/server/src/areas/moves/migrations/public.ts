export { migrationTable } from './migration-repository.ts'
export { migrationScheduleTable } from './schedules/schedule-repository.ts'
