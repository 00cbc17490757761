import type {
  AddOnMigrationSchedule,
  NewCommerceMigrationSchedule,
} from '@tenantry/contract/resources/migration.ts'
import { present } from '../../../../kernel/invariant.ts'
import { formatInstant, startOfDay } from '../../../../kernel/time.ts'
import { capitalised, printedId } from '../migration-answer.ts'
import type { MigrationSchedule, ScheduledMember } from './schedule.ts'

/** @see partner-center/developer/get-a-new-commerce-migration-schedule */
export function scheduleAnswer(schedule: MigrationSchedule): NewCommerceMigrationSchedule {
  const { moment, wish, migrationId, error } = schedule
  const [base, ...addOns] = schedule.members
  return {
    id: schedule.id,
    ...memberAnswer(present(base, 'a schedule has a base')),
    subscriptionEndDate: formatInstant(startOfDay(schedule.commitmentEnd)),
    status: schedule.status,
    customerTenantId: schedule.customerId,
    addOnMigrationSchedules: addOns.map(memberAnswer),
    ...(wish.externalReferenceId === undefined ? {} : { externalReferenceId: wish.externalReferenceId }),
    ...(moment.targetDate === undefined
      ? { migrateOnRenewal: true }
      : { targetDate: formatInstant(startOfDay(moment.targetDate)) }),
    createdTime: formatInstant(schedule.createdAt),
    lastModifiedTime: formatInstant(schedule.modifiedAt),
    ...(migrationId === undefined ? {} : { newCommerceMigrationId: migrationId }),
    ...(error === undefined ? {} : { errorCode: error.code, errorDescription: error.description }),
    attributes: { objectType: 'NewCommerceMigrationSchedule' },
  }
}

const memberAnswer = (member: ScheduledMember): AddOnMigrationSchedule => ({
  currentSubscriptionId: printedId(member.subscriptionId),
  ...(member.catalogItemId === undefined ? {} : { catalogItemId: member.catalogItemId }),
  quantity: member.quantity,
  termDuration: member.termDuration,
  billingCycle: capitalised(member.billingCycle),
  purchaseFullTerm: member.purchaseFullTerm,
  ...(member.customTermEndDate === undefined
    ? {}
    : { customTermEndDate: formatInstant(startOfDay(member.customTermEndDate)) }),
})
