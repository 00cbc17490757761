export { azurePlanSku } from './azure-plan.ts'
export {
  isUnderWay,
  upgradeErrors,
  type ProductUpgradeRecord,
  type UpgradeErrorName,
  type UpgradeLine,
  type UpgradeStatus,
} from './product-upgrade.ts'
export { ProductUpgrades } from './product-upgrade-repository.ts'
export { upgradeGateRules } from './upgrade-gate-rules.ts'
export {
  createAzureSubscription,
  changeAzureSubscription,
  listAzureSubscriptions,
  removeRegistration,
  type AzureSubscription,
} from './azure-portal.ts'
