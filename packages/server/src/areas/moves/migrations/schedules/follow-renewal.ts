import { migration } from '../../../../collaborators/migration.ts'
import type { DomainEvent } from '../../../../work/events.ts'
import { unmet } from '../../../../kernel/rule.ts'
import type { Scope } from '../../../../work/scope.ts'
import { catalogueOf } from '../../../catalogue/products/public.ts'
import { findCustomer } from '../../../accounts/customers/public.ts'
import {
  counterpartOf,
  isForMicrosoft,
  isRenewing,
  microsoftLedMigration,
  Subscriptions,
  type SubscriptionRecord,
} from '../../../subscriptions/subscription/public.ts'
import { addOnsOf, loadBundle } from '../load-bundle.ts'
import { migrationRules } from '../migration-rules.ts'
import { runSchedule } from './run-schedule.ts'
import { MigrationSchedules } from './schedule-repository.ts'
import { intakeRules, startMigration } from '../start-migration.ts'

/**
 * When a legacy subscription's term is over it is migrated, if its partner has scheduled that, or if Microsoft does it
 * by itself. By then it has renewed, so the new subscription gets a whole term.
 */
export async function followRenewal(
  scope: Scope,
  { customerId, subject, details }: DomainEvent,
): Promise<void> {
  if (details?.['commerce'] !== 'legacy') return
  const records = await new Subscriptions(scope).list(customerId)
  const renewed = records.find(({ id }) => id === subject)
  const family = renewed && familyOf(renewed, records)
  if (family === undefined || family.addOns.some((addOn) => isRenewing(addOn, scope.now))) return

  const schedule = await new MigrationSchedules(scope).findOpen(customerId, family.base.id)
  if (schedule?.moment.onRenewal === true) await runSchedule(scope, schedule)
  else await migrateByMicrosoft(scope, family, records)
}

interface Family {
  readonly base: SubscriptionRecord
  /** The active ones. */
  readonly addOns: readonly SubscriptionRecord[]
}

/** A base and its add-ons renew one after the other on the same day; the last one finds all of them renewed. */
function familyOf(renewed: SubscriptionRecord, records: readonly SubscriptionRecord[]): Family | undefined {
  const parent = records.find(({ id }) => id === renewed.parentSubscriptionId)
  if (parent?.status === 'active')
    return parent.termStart === renewed.termStart ? familyOf(parent, records) : undefined
  const addOns = addOnsOf(renewed.id, records).filter(({ status }) => status === 'active')
  return { base: renewed, addOns }
}

/** To the same term, cycle and seats. What cannot be migrated has simply renewed (assumed). */
async function migrateByMicrosoft(
  scope: Scope,
  { base, addOns }: Family,
  records: readonly SubscriptionRecord[],
): Promise<void> {
  const policy = scope.policy(microsoftLedMigration)
  if (!isForMicrosoft(base, policy, counterpartOf(catalogueOf(scope), base))) return
  const customer = await findCustomer(scope, base.customerId)
  if (customer === undefined) return

  const wish = {
    base: { subscriptionId: base.id },
    addOns: addOns.map(({ id }) => ({ subscriptionId: id })),
  }
  const selection = { customer, wish, records }
  const bundle = await loadBundle(scope, selection)
  const isRefused = unmet(migrationRules, bundle).length > 0
  if (isRefused || unmet(intakeRules, scope.collaborator(migration)).length > 0) return
  await startMigration(scope, selection, bundle, 'microsoft')
}
