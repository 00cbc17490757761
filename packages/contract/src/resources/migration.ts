import { Type, type Static } from 'typebox'
import { Attributes, DateTime, Guid } from './common.ts'

/** A GUID in upper case, as the older program prints its ids; compared without regard to case. */
const LegacyId = Type.String()

/** What a caller may say of each subscription of a migration; the legacy subscription's own values are the defaults. */
const wishes = {
  quantity: Type.Optional(Type.Integer()),
  /** ISO 8601. One that does not exist is refused with the cycle, hence a plain string. */
  termDuration: Type.Optional(Type.String()),
  billingCycle: Type.Optional(Type.String()),
  /** Begins a full new term instead of going on to the end of the running one. */
  purchaseFullTerm: Type.Optional(Type.Boolean()),
  customTermEndDate: Type.Optional(Type.String()),
} as const

/** A client that sends a whole resource back sends these too; they say nothing to the service. */
const ignored = {
  id: Type.Optional(Type.Unknown()),
  status: Type.Optional(Type.Unknown()),
  customerTenantId: Type.Optional(Type.Unknown()),
  catalogItemId: Type.Optional(Type.Unknown()),
  subscriptionEndDate: Type.Optional(Type.Unknown()),
  microsoftLed: Type.Optional(Type.Unknown()),
  attributes: Type.Optional(Type.Unknown()),
} as const

const ignoredOfMigration = {
  ...ignored,
  startedTime: Type.Optional(Type.Unknown()),
  completedTime: Type.Optional(Type.Unknown()),
  newCommerceSubscriptionId: Type.Optional(Type.Unknown()),
  newCommerceOrderId: Type.Optional(Type.Unknown()),
} as const

/** An add-on goes along with its base. The list is flat: add-ons of add-ons stand beside them. */
const AddOnMigrationRequest = Type.Object({
  ...ignoredOfMigration,
  currentSubscriptionId: Type.String(),
  ...wishes,
  externalReferenceId: Type.Optional(Type.String()),
  addOnMigrations: Type.Optional(Type.Array(Type.Unknown())),
})
type AddOnMigrationRequest = Static<typeof AddOnMigrationRequest>

/** @see partner-center/developer/create-migration */
export const NewCommerceMigrationRequest = Type.Object({
  ...ignoredOfMigration,
  currentSubscriptionId: Type.String(),
  ...wishes,
  externalReferenceId: Type.Optional(Type.String()),
  addOnMigrations: Type.Optional(Type.Array(AddOnMigrationRequest)),
})
export type NewCommerceMigrationRequest = Static<typeof NewCommerceMigrationRequest>

/** `Processing`, `Completed` or `Failed`. @see partner-center/developer/get-new-commerce-migration */
const migrationStatuses = ['Processing', 'Completed', 'Failed'] as const
export type MigrationStatus = (typeof migrationStatuses)[number]

const migrated = {
  currentSubscriptionId: LegacyId,
  customerTenantId: Guid,
  /** `productId:skuId:availabilityId` of what it becomes. */
  catalogItemId: Type.String(),
  /** Once the new subscription is there. */
  newCommerceSubscriptionId: Type.Optional(Guid),
  newCommerceOrderId: Type.Optional(Type.String()),
  subscriptionEndDate: DateTime,
  quantity: Type.Integer(),
  termDuration: Type.String(),
  /** Printed with a capital: `Monthly`. */
  billingCycle: Type.String(),
  purchaseFullTerm: Type.Boolean(),
  customTermEndDate: Type.Optional(DateTime),
} as const

/** What became of an add-on. Published answers print neither its id nor its state: it has those of its base. */
export const AddOnMigration = Type.Object(migrated)
export type AddOnMigration = Static<typeof AddOnMigration>

/** @see partner-center/developer/create-migration */
export const NewCommerceMigration = Type.Object({
  id: Guid,
  startedTime: DateTime,
  completedTime: Type.Optional(DateTime),
  ...migrated,
  addOnMigrations: Type.Array(AddOnMigration),
  status: Type.Enum([...migrationStatuses]),
  externalReferenceId: Type.Optional(Type.String()),
  microsoftLed: Type.Boolean(),
  attributes: Attributes,
})
export type NewCommerceMigration = Static<typeof NewCommerceMigration>

export const NewCommerceMigrations = Type.Array(NewCommerceMigration)

/** `code` counts from 0 in a space of its own. @see partner-center/developer/validate-subscription-for-migration */
export const NewCommerceEligibilityError = Type.Object({ code: Type.Integer(), description: Type.String() })
export type NewCommerceEligibilityError = Static<typeof NewCommerceEligibilityError>

const eligibility = {
  currentSubscriptionId: LegacyId,
  isEligible: Type.Boolean(),
  /** Where the offer has a counterpart. */
  catalogItemId: Type.Optional(Type.String()),
  termDuration: Type.Optional(Type.String()),
  billingCycle: Type.Optional(Type.String()),
  customTermEndDate: Type.Optional(DateTime),
  errors: Type.Array(NewCommerceEligibilityError),
} as const

export const AddOnEligibility = Type.Object(eligibility)
export type AddOnEligibility = Static<typeof AddOnEligibility>

/** @see partner-center/developer/validate-subscription-for-migration */
export const NewCommerceEligibility = Type.Object({
  ...eligibility,
  addOnMigrations: Type.Array(AddOnEligibility),
  attributes: Attributes,
})
export type NewCommerceEligibility = Static<typeof NewCommerceEligibility>

const migrationEventNames = [
  'MigrationStarted',
  'NewCommerceSubscriptionCreated',
  'NewCommerceSubscriptionProvisioned',
  'MigrationCompleted',
  'MigrationFailed',
] as const
export type MigrationEventName = (typeof migrationEventNames)[number]

/** @see partner-center/developer/get-migration-events */
export const NewCommerceMigrationEvent = Type.Object({
  id: Guid,
  newCommerceMigrationId: Guid,
  currentSubscriptionId: LegacyId,
  customerTenantId: Guid,
  createdTime: DateTime,
  eventName: Type.Enum([...migrationEventNames]),
  attributes: Attributes,
})
export type NewCommerceMigrationEvent = Static<typeof NewCommerceMigrationEvent>

export const NewCommerceMigrationEvents = Type.Array(NewCommerceMigrationEvent)

const ignoredOfSchedule = {
  ...ignored,
  createdTime: Type.Optional(Type.Unknown()),
  lastModifiedTime: Type.Optional(Type.Unknown()),
  newCommerceMigrationId: Type.Optional(Type.Unknown()),
  errorCode: Type.Optional(Type.Unknown()),
  errorDescription: Type.Optional(Type.Unknown()),
} as const

const AddOnScheduleRequest = Type.Object({
  ...ignoredOfSchedule,
  currentSubscriptionId: Type.String(),
  ...wishes,
  externalReferenceId: Type.Optional(Type.String()),
  targetDate: Type.Optional(Type.Unknown()),
  migrateOnRenewal: Type.Optional(Type.Unknown()),
  addOnMigrations: Type.Optional(Type.Array(Type.Unknown())),
  addOnMigrationSchedules: Type.Optional(Type.Array(Type.Unknown())),
})
type AddOnScheduleRequest = Static<typeof AddOnScheduleRequest>

/** The page names the add-ons `addOnMigrations`, the client library `addOnMigrationSchedules`: both are read. */
const scheduleRequest = {
  ...ignoredOfSchedule,
  ...wishes,
  externalReferenceId: Type.Optional(Type.String()),
  /** The day, UTC. Either it or `migrateOnRenewal` is needed. */
  targetDate: Type.Optional(Type.String()),
  migrateOnRenewal: Type.Optional(Type.Boolean()),
  addOnMigrations: Type.Optional(Type.Array(AddOnScheduleRequest)),
  addOnMigrationSchedules: Type.Optional(Type.Array(AddOnScheduleRequest)),
} as const

/** @see partner-center/developer/schedule-a-new-commerce-migration */
export const NewCommerceMigrationScheduleRequest = Type.Object({
  currentSubscriptionId: Type.String(),
  ...scheduleRequest,
})
export type NewCommerceMigrationScheduleRequest = Static<typeof NewCommerceMigrationScheduleRequest>

/** A schedule keeps its subscription. @see partner-center/developer/update-a-new-commerce-migration-schedule */
export const NewCommerceMigrationScheduleUpdate = Type.Object({
  currentSubscriptionId: Type.Optional(Type.String()),
  ...scheduleRequest,
})
export type NewCommerceMigrationScheduleUpdate = Static<typeof NewCommerceMigrationScheduleUpdate>

/** `Created` and `Cancelled` are published; the other three follow the migration (assumed). */
const scheduleStatuses = ['Created', 'InProgress', 'Completed', 'Failed', 'Cancelled'] as const
export type MigrationScheduleStatus = (typeof scheduleStatuses)[number]

const scheduled = {
  currentSubscriptionId: LegacyId,
  catalogItemId: Type.Optional(Type.String()),
  quantity: Type.Integer(),
  termDuration: Type.String(),
  billingCycle: Type.String(),
  purchaseFullTerm: Type.Boolean(),
  customTermEndDate: Type.Optional(DateTime),
} as const

export const AddOnMigrationSchedule = Type.Object(scheduled)
export type AddOnMigrationSchedule = Static<typeof AddOnMigrationSchedule>

/** @see partner-center/developer/get-a-new-commerce-migration-schedule */
export const NewCommerceMigrationSchedule = Type.Object({
  id: Guid,
  ...scheduled,
  /** When the legacy subscription's term ends. */
  subscriptionEndDate: DateTime,
  status: Type.Enum([...scheduleStatuses]),
  customerTenantId: Guid,
  addOnMigrationSchedules: Type.Array(AddOnMigrationSchedule),
  /** The name of the list on the page; this service prints the client library's. */
  addOnMigrations: Type.Optional(Type.Array(AddOnMigrationSchedule)),
  externalReferenceId: Type.Optional(Type.String()),
  targetDate: Type.Optional(DateTime),
  migrateOnRenewal: Type.Optional(Type.Boolean()),
  createdTime: DateTime,
  lastModifiedTime: DateTime,
  /** Once it was carried out. */
  newCommerceMigrationId: Type.Optional(Guid),
  /** The fault's code, where it could not be. */
  errorCode: Type.Optional(Type.Integer()),
  errorDescription: Type.Optional(Type.String()),
  attributes: Attributes,
})
export type NewCommerceMigrationSchedule = Static<typeof NewCommerceMigrationSchedule>

const publishedMember = { ...scheduled, customTermEndDate: Type.Null() } as const

/** One page prints what was asked for, with `null` for what was not; this service leaves that out. */
export const PublishedMigrationSchedule = Type.Object({
  id: Guid,
  ...publishedMember,
  targetDate: DateTime,
  addOnMigrations: Type.Array(Type.Object(publishedMember)),
})

export const NewCommerceMigrationSchedules = Type.Array(NewCommerceMigrationSchedule)
