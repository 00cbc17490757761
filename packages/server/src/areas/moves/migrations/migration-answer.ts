import type {
  AddOnMigration,
  NewCommerceMigration,
  NewCommerceMigrationEvent,
} from '@tenantry/contract/resources/migration.ts'
import { formatInstant, startOfDay } from '../../../kernel/time.ts'
import type { MigrationEvent, MigrationMember, MigrationRecord } from './migration.ts'

/** @see partner-center/developer/get-new-commerce-migration */
export function migrationAnswer(migration: MigrationRecord): NewCommerceMigration {
  const { externalReferenceId, completedAt } = migration
  return {
    id: migration.id,
    startedTime: formatInstant(migration.startedAt),
    ...(completedAt === undefined ? {} : { completedTime: formatInstant(completedAt) }),
    ...memberAnswer(migration, migration.base),
    addOnMigrations: migration.addOns.map((addOn) => memberAnswer(migration, addOn)),
    status: migration.status,
    ...(externalReferenceId === undefined ? {} : { externalReferenceId }),
    microsoftLed: migration.by === 'microsoft',
    attributes: { objectType: 'NewCommerceMigration' },
  }
}

function memberAnswer({ customerId, orderId }: MigrationRecord, member: MigrationMember): AddOnMigration {
  const { wish, toSubscriptionId } = member
  return {
    currentSubscriptionId: printedId(wish.subscriptionId),
    customerTenantId: customerId,
    catalogItemId: member.catalogItemId,
    ...(toSubscriptionId === undefined ? {} : { newCommerceSubscriptionId: toSubscriptionId }),
    ...(orderId === undefined ? {} : { newCommerceOrderId: orderId }),
    subscriptionEndDate: formatInstant(startOfDay(member.endDate)),
    quantity: member.quantity,
    termDuration: member.termDuration,
    billingCycle: capitalised(member.billingCycle),
    purchaseFullTerm: wish.purchaseFullTerm === true,
    ...(wish.customTermEndDate === undefined
      ? {}
      : { customTermEndDate: formatInstant(startOfDay(wish.customTermEndDate)) }),
  }
}

/** @see partner-center/developer/get-migration-events */
export const eventAnswer = (
  { id: newCommerceMigrationId, customerId }: MigrationRecord,
  { id, name, subscriptionId, at }: MigrationEvent,
): NewCommerceMigrationEvent => ({
  id,
  newCommerceMigrationId,
  currentSubscriptionId: printedId(subscriptionId),
  customerTenantId: customerId,
  createdTime: formatInstant(at),
  eventName: name,
  attributes: { objectType: 'NewCommerceMigrationEvent' },
})

/** The older program prints its ids in upper case. */
export const printedId = (subscriptionId: string): string => subscriptionId.toUpperCase()

/** Migrations print the cycle with a capital. */
export const capitalised = (billingCycle: string): string =>
  billingCycle.charAt(0).toUpperCase() + billingCycle.slice(1)
