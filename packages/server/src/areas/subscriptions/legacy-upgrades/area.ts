import { conversionEndpoints, upgradeEndpoints } from '@tenantry/contract/endpoints/legacy-upgrades.ts'
import { defineArea } from '../../../work/area.ts'
import { only, told } from '../../../work/checks.ts'
import { conversionRules, trialRules } from './conversion-rules.ts'
import { createConversion } from './create-conversion.ts'
import { createUpgrade } from './create-upgrade.ts'
import { listConversions } from './list-conversions.ts'
import { listUpgrades } from './list-upgrades.ts'
import { licenceRules, mappingRules, upgradeErrorRules, upgradeSourceRules } from './upgrade-rules.ts'

export const area = defineArea({
  name: 'subscriptions/legacy-upgrades',
  endpoints: { ...conversionEndpoints, ...upgradeEndpoints },
  routes: {
    listUpgrades,
    createUpgrade,
    listConversions,
    createConversion,
  },
  checks: {
    listUpgrades: [only(told, upgradeErrorRules)],
    createUpgrade: [
      upgradeSourceRules,
      only(told, upgradeErrorRules),
      mappingRules,
      only('told when the seats are upgraded', licenceRules),
    ],
    listConversions: [],
    createConversion: [trialRules, conversionRules],
  },
})
