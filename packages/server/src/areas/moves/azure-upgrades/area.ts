import { azureUpgradeEndpoints } from '@tenantry/contract/endpoints/azure-upgrades.ts'
import { defineArea } from '../../../work/area.ts'
import { only, told } from '../../../work/checks.ts'
import { pathRules } from '../../accounts/customers/public.ts'
import { createProductUpgrade, getProductUpgradeEligibility } from './create-product-upgrade.ts'
import { getProductUpgradeStatus, upgradeStatusRules } from './get-product-upgrade-status.ts'
import { azureUpgrades } from './load-upgrade-facts.ts'
import { productUpgradeSchedule } from './upgrade-agenda.ts'
import { upgradeRules } from './upgrade-rules.ts'

export const area = defineArea({
  name: 'moves/azure-upgrades',
  endpoints: azureUpgradeEndpoints,
  routes: {
    getProductUpgradeEligibility,
    createProductUpgrade,
    getProductUpgradeStatus,
  },
  checks: {
    getProductUpgradeEligibility: [pathRules, only(told, upgradeRules)],
    createProductUpgrade: [pathRules, upgradeRules],
    getProductUpgradeStatus: [pathRules, upgradeStatusRules],
  },
  schedule: productUpgradeSchedule,
  policies: [azureUpgrades],
})
