import type { migrationEndpoints } from '@tenantry/contract/endpoints/migrations.ts'
import type { Operation } from '../../kernel/operation.ts'
import { getCustomer } from '../customers/public.ts'
import { eventAnswer } from './migration-answer.ts'
import { Migrations } from './migration-repository.ts'

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

  const migrations = await new Migrations(scope).list({ customerId: customer.id })
  return migrations
    .toReversed()
    .filter(({ id }) => migrationId === undefined || id === migrationId)
    .flatMap((migration) =>
      migration.events
        .filter((event) => subscriptionId === undefined || event.subscriptionId === subscriptionId)
        .map((event) => eventAnswer(migration, event)),
    )
}
