import type { migrationEndpoints } from '@tenantry/contract/endpoints/migrations.ts'
import { HalfDone, type Operation } from '../../../work/operation.ts'
import { enforce } from '../../../kernel/rule.ts'
import { getHeldCustomer } from '../../accounts/customers/public.ts'
import { loadBundle, selectSubscriptions } from './load-bundle.ts'
import { migrationAnswer } from './migration-answer.ts'
import { migrationRules } from './migration-rules.ts'
import { readWish } from './read-wish.ts'
import { startMigration } from './start-migration.ts'

/**
 * Migrates a legacy subscription, alone or with its add-ons. The answer shows how it began; what follows is read from
 * the migration and its events. Faults: those of `selectSubscriptions`, of `migrationRules` in their order, and 900225,
 * which leaves the migration as `Failed`.
 */
export const createMigration: Operation<typeof migrationEndpoints.createMigration> = async (
  scope,
  { params, body },
) => {
  const customer = await getHeldCustomer(scope, params.customerId)
  const { wish, shape } = readWish(body, body.addOnMigrations)
  const selection = await selectSubscriptions(scope, customer, wish, shape)
  const bundle = await loadBundle(scope, selection)

  enforce(migrationRules, bundle, scope.trace)

  const { migration, refusal } = await startMigration(scope, selection, bundle, 'partner')

  const answer = migrationAnswer(migration)
  scope.audit({ customerId: customer.id, newValue: answer })
  return refusal === undefined ? answer : new HalfDone(refusal)
}
