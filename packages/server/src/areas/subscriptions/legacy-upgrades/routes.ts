import type { conversionEndpoints } from '@tenantry/contract/endpoints/conversions.ts'
import type { upgradeEndpoints } from '@tenantry/contract/endpoints/upgrades.ts'
import type { Routes } from '../../../work/operation.ts'
import { createConversion } from './create-conversion.ts'
import { createUpgrade } from './create-upgrade.ts'
import { listConversions } from './list-conversions.ts'
import { listUpgrades } from './list-upgrades.ts'

export const routes: Routes<typeof conversionEndpoints & typeof upgradeEndpoints> = {
  listUpgrades,
  createUpgrade,
  listConversions,
  createConversion,
}
