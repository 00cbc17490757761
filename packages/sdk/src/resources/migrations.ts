// Made by `npm run generate` from the contract's endpoints; changes belong there.
import type { AnswerOf, BodyOf, ParamsOf, QueryOf } from '@tenantry/contract/endpoint.ts'
import type { migrationEndpoints } from '@tenantry/contract/endpoints/migrations.ts'
import type { CallOptions, Send } from '../client.ts'

type Endpoints = typeof migrationEndpoints

export const migrationsResource = (send: Send) => ({
  /**
   * Tell whether a legacy subscription can be migrated to new commerce, and why not.
   * @see partner-center/developer/validate-subscription-for-migration
   */
  validate: (
    params: ParamsOf<Endpoints['validateMigration']>,
    body: BodyOf<Endpoints['validateMigration']>,
    options?: CallOptions,
  ): Promise<AnswerOf<Endpoints['validateMigration']>> =>
    send(
      {
        method: 'POST',
        path: '/v1/customers/:customerId/migrations/newcommerce/validate',
        params,
        body,
      },
      options,
    ),

  /**
   * Migrate a legacy subscription to new commerce, alone or with its add-ons.
   * @see partner-center/developer/create-migration
   */
  create: (
    params: ParamsOf<Endpoints['createMigration']>,
    body: BodyOf<Endpoints['createMigration']>,
    options?: CallOptions,
  ): Promise<AnswerOf<Endpoints['createMigration']>> =>
    send(
      {
        method: 'POST',
        path: '/v1/customers/:customerId/migrations/newcommerce',
        params,
        body,
      },
      options,
    ),

  /**
   * Get a migration to new commerce.
   * @see partner-center/developer/get-new-commerce-migration
   */
  get: (
    params: ParamsOf<Endpoints['getMigration']>,
    options?: CallOptions,
  ): Promise<AnswerOf<Endpoints['getMigration']>> =>
    send(
      {
        method: 'GET',
        path: '/v1/customers/:customerId/migrations/newcommerce/:migrationId',
        params,
      },
      options,
    ),

  /**
   * Get what has happened in a customer's migrations to new commerce.
   * @see partner-center/developer/get-migration-events
   */
  listMigrationEvents: (
    params: ParamsOf<Endpoints['listMigrationEvents']>,
    query: QueryOf<Endpoints['listMigrationEvents']> = {},
    options?: CallOptions,
  ): Promise<AnswerOf<Endpoints['listMigrationEvents']>> =>
    send(
      {
        method: 'GET',
        path: '/v1/customers/:customerId/migrations/newcommerce/events',
        params,
        query,
      },
      options,
    ),

  /**
   * Find migrations to new commerce by customer, subscription or reference.
   * @see partner-center/developer/query-migrated-subscriptions
   */
  list: (
    query: QueryOf<Endpoints['listMigrations']> = {},
    options?: CallOptions,
  ): Promise<AnswerOf<Endpoints['listMigrations']>> =>
    send(
      {
        method: 'GET',
        path: '/v1/migrations/newcommerce',
        query,
      },
      options,
    ),

  /**
   * Schedule a migration to new commerce for a day or for the renewal.
   * @see partner-center/developer/schedule-a-new-commerce-migration
   */
  createMigrationSchedule: (
    params: ParamsOf<Endpoints['createMigrationSchedule']>,
    body: BodyOf<Endpoints['createMigrationSchedule']>,
    options?: CallOptions,
  ): Promise<AnswerOf<Endpoints['createMigrationSchedule']>> =>
    send(
      {
        method: 'POST',
        path: '/v1/customers/:customerId/migrations/newcommerce/schedules',
        params,
        body,
      },
      options,
    ),

  /**
   * Get a scheduled migration to new commerce.
   * @see partner-center/developer/get-a-new-commerce-migration-schedule
   */
  getMigrationSchedule: (
    params: ParamsOf<Endpoints['getMigrationSchedule']>,
    options?: CallOptions,
  ): Promise<AnswerOf<Endpoints['getMigrationSchedule']>> =>
    send(
      {
        method: 'GET',
        path: '/v1/customers/:customerId/migrations/newcommerce/schedules/:scheduleId',
        params,
      },
      options,
    ),

  /**
   * Find scheduled migrations to new commerce by customer, subscription or reference.
   * @see partner-center/developer/get-a-new-commerce-migration-schedule
   */
  listMigrationSchedules: (
    query: QueryOf<Endpoints['listMigrationSchedules']> = {},
    options?: CallOptions,
  ): Promise<AnswerOf<Endpoints['listMigrationSchedules']>> =>
    send(
      {
        method: 'GET',
        path: '/v1/migrations/newcommerce/schedules',
        query,
      },
      options,
    ),

  /**
   * Change a scheduled migration to new commerce before its day.
   * @see partner-center/developer/update-a-new-commerce-migration-schedule
   */
  updateMigrationSchedule: (
    params: ParamsOf<Endpoints['updateMigrationSchedule']>,
    body: BodyOf<Endpoints['updateMigrationSchedule']>,
    options?: CallOptions,
  ): Promise<AnswerOf<Endpoints['updateMigrationSchedule']>> =>
    send(
      {
        method: 'PUT',
        path: '/v1/customers/:customerId/migrations/newcommerce/schedules/:scheduleId',
        params,
        body,
      },
      options,
    ),

  /**
   * Cancel a scheduled migration to new commerce.
   * @see partner-center/developer/cancel-a-new-commerce-migration-schedule
   */
  cancelMigrationSchedule: (
    params: ParamsOf<Endpoints['cancelMigrationSchedule']>,
    options?: CallOptions,
  ): Promise<AnswerOf<Endpoints['cancelMigrationSchedule']>> =>
    send(
      {
        method: 'POST',
        path: '/v1/customers/:customerId/migrations/newcommerce/schedules/:scheduleId/cancel',
        params,
      },
      options,
    ),
})
