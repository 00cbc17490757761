import type { azureUpgradeEndpoints } from '@tenantry/contract/endpoints/azure-upgrades.ts'
import { describe } from '@tenantry/contract/locales/index.ts'
import type { ProductUpgradesEligibility } from '@tenantry/contract/resources/product-upgrade.ts'
import { azure } from '../../../collaborators/azure.ts'
import { reply, type Input, type Reply } from '../../../work/operation.ts'
import { enforce, unmet } from '../../../kernel/rule.ts'
import type { Scope } from '../../../work/scope.ts'
import { addDuration } from '../../../kernel/time.ts'
import { ProductUpgrades } from '../../subscriptions/azure/public.ts'
import { getCustomer, getHeldCustomer } from '../../accounts/customers/public.ts'
import { loadUpgradeFacts } from './load-upgrade-facts.ts'
import { upgradeRules } from './upgrade-rules.ts'

/** Whether a request for the upgrade would be taken now, and if not, why. Faults: 60003, 20002. */
export async function getProductUpgradeEligibility(
  scope: Scope,
  { body }: Input<typeof azureUpgradeEndpoints.getProductUpgradeEligibility>,
): Promise<ProductUpgradesEligibility> {
  const customer = await getCustomer(scope, body.customerId)
  const facts = await loadUpgradeFacts(scope, customer, body.productFamily)
  const [broken] = unmet(upgradeRules, facts)

  return {
    customerId: customer.id,
    productFamily: body.productFamily,
    isEligible: broken === undefined,
    ...(facts.latest === undefined ? {} : { upgradeId: facts.latest.id }),
    ...(broken === undefined ? {} : { reason: describe(broken.fault(facts), scope.locale) }),
    attributes: { objectType: 'ProductUpgradesEligibility' },
  }
}

/**
 * Takes the request down; the agenda carries it out. Faults: 60003, 20002 and those of `upgradeRules`, in their order.
 * @see partner-center/developer/create-product-upgrade-entity
 */
export async function createProductUpgrade(
  scope: Scope,
  { body }: Input<typeof azureUpgradeEndpoints.createProductUpgrade>,
): Promise<Reply<void>> {
  const customer = await getHeldCustomer(scope, body.customerId)
  const facts = await loadUpgradeFacts(scope, customer, body.productFamily)
  enforce(upgradeRules, facts, scope.trace)

  const upgrade = await new ProductUpgrades(scope).add({
    id: scope.newId(),
    version: 1,
    customerId: customer.id,
    productFamily: 'Azure',
    attempt: (facts.latest?.attempt ?? 0) + 1,
    status: 'Pending',
    requestedAt: scope.now,
    lines: facts.legacyAzure.map(({ id, friendlyName }) => ({
      sourceId: id,
      sourceName: friendlyName,
      status: 'Pending',
    })),
  })
  await scope.agenda.schedule({
    dueAt: addDuration(scope.now, scope.collaborator(azure).upgradeStartsAfter),
    kind: 'start-product-upgrade',
    customer: customer.id,
    subject: upgrade.id,
  })
  await scope.announce({ type: 'product-upgrade-started', customerId: customer.id, subject: upgrade.id })
  scope.audit({ customerId: customer.id, newValue: { upgradeId: upgrade.id, productFamily: 'Azure' } })

  // Printed without a slash at its beginning, which clients split it by.
  return reply(undefined, { headers: { Location: `productUpgrades/${upgrade.id}` } })
}
