import type { productUpgradeEndpoints } from '@tenantry/contract/endpoints/product-upgrades.ts'
import type { Routes } from '../../../work/operation.ts'
import { createProductUpgrade, getProductUpgradeEligibility } from './create-product-upgrade.ts'
import { getProductUpgradeStatus } from './get-product-upgrade-status.ts'

export const routes: Routes<typeof productUpgradeEndpoints> = {
  getProductUpgradeEligibility,
  createProductUpgrade,
  getProductUpgradeStatus,
}
