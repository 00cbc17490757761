import type { upgradeEndpoints } from '@tenantry/contract/endpoints/legacy-upgrades.ts'
import { collection } from '@tenantry/contract/resources/common.ts'
import type { Upgrade } from '@tenantry/contract/resources/upgrade.ts'
import type { Operation } from '../../../work/operation.ts'
import { getCustomer } from '../../accounts/customers/public.ts'
import { Subscriptions } from '../subscription/public.ts'
import { loadUpgrade, upgradeTargets } from './load-upgrade.ts'
import { upgradeAnswer } from './upgrade-answer.ts'

/** Each target once for each way of upgrading (assumed), with what stands against it. Faults: 20003. */
export const listUpgrades: Operation<typeof upgradeEndpoints.listUpgrades> = async (scope, { params }) => {
  const customer = await getCustomer(scope, params.customerId)
  const source = await new Subscriptions(scope).get(customer.id, params.subscriptionId)
  const items: Upgrade[] = []
  for (const target of upgradeTargets(scope, source)) {
    for (const upgradeType of ['upgrade_only', 'upgrade_with_license_transfer'] as const) {
      const facts = await loadUpgrade(scope, source, { target, upgradeType, quantity: source.quantity })
      items.push(upgradeAnswer(facts, target, scope.locale))
    }
  }
  return collection(items)
}
