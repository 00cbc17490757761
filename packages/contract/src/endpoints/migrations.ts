import { Type } from 'typebox'
import { endpoint } from '../endpoint.ts'
import { faults } from '../faults/index.ts'
import { Guid } from '../resources/common.ts'
import {
  NewCommerceEligibility,
  NewCommerceMigration,
  NewCommerceMigrationEvents,
  NewCommerceMigrationRequest,
  NewCommerceMigrations,
  NewCommerceMigrationSchedule,
  NewCommerceMigrationScheduleRequest,
  NewCommerceMigrationSchedules,
  NewCommerceMigrationScheduleUpdate,
  PublishedMigrationSchedule,
} from '../resources/migration.ts'
import { customerAccountFaults, customerFaults, none, ofCustomer, sellers } from './common.ts'

/** Text that is no id at all is a migration that is not there. */
const ofMigration = Type.Object({ customerId: Guid, migrationId: Type.String() })
const ofSchedule = Type.Object({ customerId: Guid, scheduleId: Type.String() })

/** What a request is refused for before the subscriptions themselves are looked at. */
const requestFaults = [
  faults.migrationNotEnabledForPartner,
  faults.requestInputIsInvalid,
  faults.subscriptionNotFound,
  faults.subscriptionMigratedByMicrosoft,
  faults.migrationAddOnIsRepeated,
  faults.migrationAddOnNotActive,
] as const

/** What a migration is refused for, in the order in which it is looked at. */
const eligibilityFaults = [
  faults.migrationSourceNotActive,
  faults.migrationSourceIsBeingProcessed,
  faults.migrationSourceTooRecent,
  faults.migrationTooCloseToTermEnd,
  faults.migrationSourceHasPromotions,
  faults.migrationSourceHasAddOns,
  faults.migrationPathNotFound,
  faults.migrationTermAndBillingNotSupported,
  ...customerAccountFaults,
  faults.migrationPartnerOnRecordIsInvalid,
  faults.migrationEndDateOutOfRange,
  faults.migrationEndDateNotAligned,
  faults.quantityOutOfRange,
  faults.subscriptionSeatLimitExceeded,
  faults.seatLimitExceeded,
  faults.temporaryFailure,
  faults.prepaidCreditInsufficient,
] as const

/** A schedule is looked at coarsely: five conditions have one fault. */
const scheduleFaults = [
  ...requestFaults,
  faults.migrationSourceIsBeingProcessed,
  faults.migrationNotEligible,
  faults.migrationTermAndBillingNotSupported,
  faults.migrationEndDateOutOfRange,
  faults.migrationEndDateNotAligned,
] as const

/** One of the three ids is needed. Newest first, at most 300 at once; the token is a header both ways. */
const query = {
  CustomerTenantId: Type.Optional(Type.String()),
  CurrentSubscriptionId: Type.Optional(Type.String()),
  ExternalReferenceId: Type.Optional(Type.String()),
  PageSize: Type.Optional(Type.Integer({ minimum: 1, maximum: 300 })),
} as const

const audit = (operationType: string) => ({ operationType, resourceType: 'new_commerce_migration' })

const migrations = {
  /** Every reason against a migration, each with a number of its own. */
  validateMigration: endpoint({
    method: 'POST',
    path: '/v1/customers/:customerId/migrations/newcommerce/validate',
    summary: 'Tell whether a legacy subscription can be migrated to new commerce, and why not',
    see: 'partner-center/developer/validate-subscription-for-migration',
    auth: 'either',
    roles: [...sellers],
    effect: 'read',
    params: ofCustomer,
    query: none,
    body: NewCommerceMigrationRequest,
    shapeFault: 'commerce',
    status: 200,
    answer: NewCommerceEligibility,
    faults: [...customerFaults, ...requestFaults],
  }),
  createMigration: endpoint({
    method: 'POST',
    path: '/v1/customers/:customerId/migrations/newcommerce',
    summary: 'Migrate a legacy subscription to new commerce, alone or with its add-ons',
    see: 'partner-center/developer/create-migration',
    auth: 'either',
    roles: [...sellers],
    effect: 'write',
    params: ofCustomer,
    query: none,
    body: NewCommerceMigrationRequest,
    shapeFault: 'commerce',
    status: 201,
    answer: NewCommerceMigration,
    faults: [...customerFaults, ...requestFaults, ...eligibilityFaults, faults.migrationFailed],
    halfwayFaults: [faults.migrationFailed],
    audit: audit('create_new_commerce_migration'),
  }),
  getMigration: endpoint({
    method: 'GET',
    path: '/v1/customers/:customerId/migrations/newcommerce/:migrationId',
    summary: 'Get a migration to new commerce',
    see: 'partner-center/developer/get-new-commerce-migration',
    auth: 'either',
    roles: [...sellers],
    effect: 'read',
    params: ofMigration,
    query: none,
    body: Type.Void(),
    status: 200,
    answer: NewCommerceMigration,
    faults: [...customerFaults, faults.migrationNotFound],
  }),
  /** The client library writes the parameters with underscores: both forms are read. */
  listMigrationEvents: endpoint({
    method: 'GET',
    path: '/v1/customers/:customerId/migrations/newcommerce/events',
    summary: "Get what has happened in a customer's migrations to new commerce",
    see: 'partner-center/developer/get-migration-events',
    auth: 'either',
    roles: [...sellers],
    effect: 'read',
    params: ofCustomer,
    query: Type.Object({
      migrationId: Type.Optional(Type.String()),
      currentSubscriptionId: Type.Optional(Type.String()),
      migration_id: Type.Optional(Type.String()),
      current_subscription_id: Type.Optional(Type.String()),
    }),
    body: Type.Void(),
    status: 200,
    answer: NewCommerceMigrationEvents,
    faults: [...customerFaults],
  }),
  listMigrations: endpoint({
    method: 'GET',
    path: '/v1/migrations/newcommerce',
    summary: 'Find migrations to new commerce by customer, subscription or reference',
    see: 'partner-center/developer/query-migrated-subscriptions',
    auth: 'either',
    roles: [...sellers],
    effect: 'read',
    params: none,
    query: Type.Object({ ...query, IsMicrosoftLed: Type.Optional(Type.Boolean()) }),
    body: Type.Void(),
    status: 200,
    answer: NewCommerceMigrations,
    faults: [faults.catalogueInputIsInvalid],
  }),
} as const

const schedules = {
  createMigrationSchedule: endpoint({
    method: 'POST',
    path: '/v1/customers/:customerId/migrations/newcommerce/schedules',
    summary: 'Schedule a migration to new commerce for a day or for the renewal',
    see: 'partner-center/developer/schedule-a-new-commerce-migration',
    auth: 'either',
    roles: [...sellers],
    effect: 'write',
    params: ofCustomer,
    query: none,
    body: NewCommerceMigrationScheduleRequest,
    shapeFault: 'commerce',
    status: 201,
    answer: NewCommerceMigrationSchedule,
    alsoPublished: [PublishedMigrationSchedule],
    faults: [...customerFaults, ...scheduleFaults],
    audit: audit('create_new_commerce_migration_schedule'),
  }),
  /** One page prints a list with one member; the client library reads the schedule itself. */
  getMigrationSchedule: endpoint({
    method: 'GET',
    path: '/v1/customers/:customerId/migrations/newcommerce/schedules/:scheduleId',
    summary: 'Get a scheduled migration to new commerce',
    see: 'partner-center/developer/get-a-new-commerce-migration-schedule',
    auth: 'either',
    roles: [...sellers],
    effect: 'read',
    params: ofSchedule,
    query: none,
    body: Type.Void(),
    status: 200,
    answer: NewCommerceMigrationSchedule,
    alsoPublished: [NewCommerceMigrationSchedules],
    faults: [...customerFaults, faults.migrationNotFound],
  }),
  listMigrationSchedules: endpoint({
    method: 'GET',
    path: '/v1/migrations/newcommerce/schedules',
    summary: 'Find scheduled migrations to new commerce by customer, subscription or reference',
    see: 'partner-center/developer/get-a-new-commerce-migration-schedule',
    auth: 'either',
    roles: [...sellers],
    effect: 'read',
    params: none,
    query: Type.Object(query),
    body: Type.Void(),
    status: 200,
    answer: NewCommerceMigrationSchedules,
    faults: [faults.catalogueInputIsInvalid],
  }),
  updateMigrationSchedule: endpoint({
    method: 'PUT',
    path: '/v1/customers/:customerId/migrations/newcommerce/schedules/:scheduleId',
    summary: 'Change a scheduled migration to new commerce before its day',
    see: 'partner-center/developer/update-a-new-commerce-migration-schedule',
    auth: 'either',
    roles: [...sellers],
    effect: 'write',
    params: ofSchedule,
    query: none,
    body: NewCommerceMigrationScheduleUpdate,
    shapeFault: 'commerce',
    status: 200,
    answer: NewCommerceMigrationSchedule,
    faults: [...customerFaults, faults.migrationNotFound, ...scheduleFaults],
    audit: audit('update_new_commerce_migration_schedule'),
  }),
  cancelMigrationSchedule: endpoint({
    method: 'POST',
    path: '/v1/customers/:customerId/migrations/newcommerce/schedules/:scheduleId/cancel',
    summary: 'Cancel a scheduled migration to new commerce',
    see: 'partner-center/developer/cancel-a-new-commerce-migration-schedule',
    auth: 'either',
    roles: [...sellers],
    effect: 'write',
    params: ofSchedule,
    query: none,
    body: Type.Void(),
    status: 200,
    answer: NewCommerceMigrationSchedule,
    faults: [...customerFaults, faults.migrationNotFound, faults.requestInputIsInvalid],
    audit: audit('cancel_new_commerce_migration_schedule'),
  }),
} as const

export const migrationEndpoints = { ...migrations, ...schedules } as const
