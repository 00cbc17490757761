import type { Scope } from '../../../../work/scope.ts'
import { dateOf } from '../../../../kernel/time.ts'
import { lineRounding, ChargeLines, refund, writeCharges } from '../../../books/ledger/public.ts'
import {
  cancel,
  changeSubscription,
  chargeableOf,
  chargedCycle,
  reactivate,
  type SubscriptionRecord,
} from '../../../subscriptions/subscription/public.ts'
import {
  counterpartOf,
  directoryTakesLicences,
  finish,
  isPaused,
  planMigration,
  sourceOf,
} from './carry-out.ts'
import { mapMembers, membersOf, type MigrationRecord } from '../migration.ts'
import { Migrations } from '../migration-repository.ts'

/**
 * A migration that failed with the old subscription suspended is repaired: completed as soon as the directory answers,
 * or taken back when the time for it is over. @see partner-center/customers/migrate-subscriptions-to-new-commerce
 */
export async function repairMigration(scope: Scope, migration: MigrationRecord): Promise<void> {
  const { repairUntil } = migration
  if (repairUntil === undefined) return
  if (!isPaused(scope) && (await directoryTakesLicences(scope, migration))) {
    for (const member of membersOf(migration)) {
      const source = await sourceOf(scope, migration, member)
      await changeSubscription(scope, source, { ...source, hold: undefined })
    }
    await finish(scope, migration)
  } else if (scope.now >= repairUntil) await takeBack(scope, migration)
  else await planMigration(scope, migration, 'repair-migration')
}

/** The old subscriptions run again, the new ones are cancelled and cost nothing. The migration can be tried anew. */
async function takeBack(scope: Scope, migration: MigrationRecord): Promise<void> {
  const today = dateOf(scope.now)
  for (const member of membersOf(migration)) {
    const counterpart = await counterpartOf(scope, migration, member)
    await giveEverythingBack(scope, counterpart)
    await changeSubscription(scope, counterpart, cancel(counterpart, today), 'subscription-deleted')

    const source = await sourceOf(scope, migration, member)
    await changeSubscription(scope, source, {
      ...(source.status === 'suspended' ? reactivate(source, today) : source),
      autoRenewEnabled: member.renews,
      hold: undefined,
      migratedTo: undefined,
    })
  }
  const { repairUntil: _over, orderId: _order, ...reverted } = migration
  await new Migrations(scope).save(mapMembers(reverted, ({ toSubscriptionId: _gone, ...member }) => member))
}

async function giveEverythingBack(scope: Scope, counterpart: SubscriptionRecord): Promise<void> {
  const { customerId, id, createdAt, currency, quantity } = counterpart
  const charged = await new ChargeLines(scope).net(customerId, id, createdAt, currency)
  const cycle = chargedCycle(counterpart, dateOf(scope.now))
  const item = chargeableOf(counterpart, scope.policy(lineRounding))
  const today = dateOf(scope.now)
  const line = refund(item, quantity, cycle, today, charged, 'full', 'migrationUndone')
  await writeCharges(scope, [line])
}
