import { directory, directoryView } from '../../../../collaborators/directory.ts'
import { fulfilment, fulfilmentLatency } from '../../../../collaborators/purchases/fulfilment.ts'
import { migration as migrationService } from '../../../../collaborators/migration.ts'
import { present } from '../../../../kernel/invariant.ts'
import type { Scope } from '../../../../work/scope.ts'
import { addDuration, dateOf, hourMs, instant, type Instant } from '../../../../kernel/time.ts'
import { skuKey } from '../../../catalogue/products/public.ts'
import {
  assignedUsers,
  changeSubscription,
  LicenceMoves,
  Subscriptions,
  suspend,
  type SubscriptionRecord,
} from '../../../subscriptions/subscription/public.ts'
import { followOutcome } from '../schedules/follow-outcome.ts'
import { membersOf, tell, type MigrationMember, type MigrationRecord } from '../migration.ts'
import { Migrations } from '../migration-repository.ts'
import { orderCounterparts, whatPreventsOrder } from './order-counterparts.ts'

/** How long Microsoft repairs a migration that failed half-way before it is taken back. */
const repairTime = 'P3D'

export type MigrationStep = 'carry-out-migration' | 'complete-migration' | 'repair-migration'

export const planMigration = (
  scope: Scope,
  { customerId, id }: MigrationRecord,
  kind: MigrationStep,
  dueAt: Instant = instant(scope.now + hourMs),
): Promise<void> => scope.agenda.schedule({ dueAt, kind, customer: customerId, subject: id })

/** While the service is paused the work asks again every hour (assumed). */
export const isPaused = (scope: Scope): boolean => scope.collaborator(migrationService).paused

/** Orders the new subscriptions, or gives the migration up while the old ones are still as they were. */
export async function carryOut(scope: Scope, migration: MigrationRecord): Promise<void> {
  if (isPaused(scope)) return planMigration(scope, migration, 'carry-out-migration')
  const prevented = await whatPreventsOrder(scope, migration)
  if (prevented) {
    for (const member of membersOf(migration)) {
      const source = await sourceOf(scope, migration, member)
      await new Subscriptions(scope).save({ ...source, pendingOperation: undefined })
    }
    await settle(scope, { ...tellNow(scope, migration, 'MigrationFailed'), status: 'Failed' })
    return
  }
  const ordered = await orderCounterparts(scope, migration)
  await complete(scope, tellNow(scope, ordered, 'NewCommerceSubscriptionCreated'))
}

/** Waits for the seats, then suspends the old subscriptions and moves the users' licences. */
export async function complete(scope: Scope, migration: MigrationRecord): Promise<void> {
  const counterparts = await Promise.all(
    membersOf(migration).map((member) => counterpartOf(scope, migration, member)),
  )
  if (isPaused(scope) || counterparts.some(({ fulfilment: state }) => state === 'pending')) {
    const saved = await new Migrations(scope).save(migration)
    await planMigration(scope, saved, 'complete-migration', nextLook(scope, counterparts))
    return
  }
  const provisioned = tellNow(scope, migration, 'NewCommerceSubscriptionProvisioned')
  const licencesMove = await directoryTakesLicences(scope, provisioned)
  for (const member of membersOf(provisioned)) await suspendSource(scope, provisioned, member, licencesMove)
  if (licencesMove) {
    await finish(scope, provisioned)
    return
  }
  const failed = await settle(scope, {
    ...tellNow(scope, provisioned, 'MigrationFailed'),
    status: 'Failed',
    repairUntil: addDuration(scope.now, repairTime),
  })
  await planMigration(scope, failed, 'repair-migration')
}

/** When all seats can be there; while nothing is fulfilled, in an hour. */
function nextLook(scope: Scope, counterparts: readonly SubscriptionRecord[]): Instant {
  const state = scope.collaborator(fulfilment)
  const inAnHour = instant(scope.now + hourMs)
  const looks = counterparts
    .filter((counterpart) => counterpart.fulfilment === 'pending')
    .map(({ productId, skuId, createdAt }) => {
      const latency = fulfilmentLatency(state, skuKey(productId, skuId))
      const due = latency === undefined ? inAnHour : addDuration(createdAt, latency)
      return due > scope.now ? due : inAnHour
    })
  return instant(Math.max(...looks, scope.now + 1))
}

/** The directory can be written to, or has nothing to move. */
export async function directoryTakesLicences(scope: Scope, migration: MigrationRecord): Promise<boolean> {
  const { customerId } = migration
  for (const { wish } of membersOf(migration)) {
    const users = await assignedUsers(scope, customerId, wish.subscriptionId)
    const view = directoryView(scope.collaborator(directory), customerId, wish.subscriptionId)
    if (users.length > 0 && !(view.isWritable && view.isMapped)) return false
  }
  return true
}

/** Moves the licences and is done. What the directory does not let go of stays with the old subscription. */
export async function finish(scope: Scope, migration: MigrationRecord): Promise<void> {
  const { customerId } = migration
  for (const { wish, toSubscriptionId = '' } of membersOf(migration)) {
    const users = await assignedUsers(scope, customerId, wish.subscriptionId)
    const userObjectIds = users.filter(({ movable }) => movable).map(({ userObjectId }) => userObjectId)
    if (userObjectIds.length === 0) continue
    await new LicenceMoves(scope).add({
      id: scope.newId(),
      version: 1,
      customerId,
      fromSubscriptionId: wish.subscriptionId,
      toSubscriptionId,
      userObjectIds,
      at: scope.now,
    })
  }
  const { repairUntil: _over, ...done } = tellNow(scope, migration, 'MigrationCompleted')
  await settle(scope, { ...done, status: 'Completed', completedAt: scope.now })
}

/** Access to the old subscription ends. While the licences cannot move it is held for the repair. */
async function suspendSource(
  scope: Scope,
  migration: MigrationRecord,
  member: MigrationMember,
  isDone: boolean,
): Promise<void> {
  const source = await sourceOf(scope, migration, member)
  await changeSubscription(scope, source, {
    ...suspend(source, dateOf(scope.now)),
    suspensionReasons: ['Migrated'],
    pendingOperation: undefined,
    hasMigrationSchedule: undefined,
    hold: isDone ? undefined : 'migration repair',
    migratedTo: {
      subscriptionId: present(member.toSubscriptionId, 'the counterpart was ordered'),
      by: migration.by,
    },
  })
}

/** Stores a migration with the outcome that others learn of. */
export async function settle(scope: Scope, migration: MigrationRecord): Promise<MigrationRecord> {
  const saved = await new Migrations(scope).save(migration)
  await followOutcome(scope, saved)
  await scope.announce({
    type: saved.status === 'Completed' ? 'migration-completed' : 'migration-failed',
    customerId: saved.customerId,
    subject: saved.id,
    details: { subscriptionId: saved.base.wish.subscriptionId },
  })
  return saved
}

export const tellNow = (
  scope: Scope,
  migration: MigrationRecord,
  name: Parameters<typeof tell>[1],
): MigrationRecord => tell(migration, name, scope.now, scope.newId)

export const sourceOf = (
  scope: Scope,
  { customerId }: MigrationRecord,
  { wish }: MigrationMember,
): Promise<SubscriptionRecord> => new Subscriptions(scope).get(customerId, wish.subscriptionId)

export const counterpartOf = (
  scope: Scope,
  { customerId }: MigrationRecord,
  { toSubscriptionId }: MigrationMember,
): Promise<SubscriptionRecord> =>
  new Subscriptions(scope).get(customerId, present(toSubscriptionId, 'the counterpart was ordered'))
