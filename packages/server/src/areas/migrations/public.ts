export { migrationTable } from './migration-repository.ts'
export { migrationScheduleTable } from './schedule-repository.ts'
