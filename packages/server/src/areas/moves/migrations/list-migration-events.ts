import type { migrationEndpoints } from '@tenantry/contract/endpoints/migrations.ts'
import type { Operation } from '../../../work/operation.ts'
import { getCustomer } from '../../accounts/customers/public.ts'
import { eventAnswer } from './migration-answer.ts'
import { Migrations } from './migration-repository.ts'
import type { MigrationRecord } from './migration.ts'

/**
 * What happened in a customer's migrations, oldest first: of one migration, of one legacy subscription, or of all
 * (assumed where neither is named). @see partner-center/developer/get-migration-events
 */
export const listMigrationEvents: Operation<typeof migrationEndpoints.listMigrationEvents> = async (
  scope,
  { params, query },
) => {
  const customer = await getCustomer(scope, params.customerId)
  const migrationId = (query.migrationId ?? query.migration_id)?.toLowerCase()
  const subscriptionId = (query.currentSubscriptionId ?? query.current_subscription_id)?.toLowerCase()

  const migrations = await migrationsOf(new Migrations(scope), customer.id, migrationId)
  return migrations.flatMap((migration) =>
    migration.events
      .filter((event) => subscriptionId === undefined || event.subscriptionId === subscriptionId)
      .map((event) => eventAnswer(migration, event)),
  )
}

/** One by its id, or all of the customer, oldest first. */
async function migrationsOf(
  migrations: Migrations,
  customerId: string,
  id: string | undefined,
): Promise<MigrationRecord[]> {
  if (id === undefined) return (await migrations.list({ customerId })).toReversed()
  const found = await migrations.find(customerId, id)
  return found === undefined ? [] : [found]
}
