import { Type } from 'typebox'
import { endpoint } from '../endpoint.ts'
import { faults } from '../faults/index.ts'
import { Guid } from '../resources/common.ts'
import {
  ProductUpgradeRequest,
  ProductUpgradesEligibility,
  ProductUpgradesStatus,
} from '../resources/product-upgrade.ts'
import { none } from './common.ts'

const requestFaults = [
  faults.requestInputIsInvalid,
  faults.tenantNotFound,
  faults.noCommerceRelationship,
] as const

/** From Microsoft Azure of the older program to an Azure plan. The customer stands in the body, not in the path. */
export const azureUpgradeEndpoints = {
  getProductUpgradeEligibility: endpoint({
    method: 'POST',
    path: '/v1/productUpgrades/eligibility',
    summary: 'Get whether a customer can be upgraded to an Azure plan',
    see: 'partner-center/developer/get-eligibility-for-product-upgrade',
    auth: 'app+user',
    roles: ['admin-agent', 'sales-agent'],
    effect: 'read',
    params: none,
    query: none,
    body: ProductUpgradeRequest,
    shapeFault: 'commerce',
    status: 200,
    answer: ProductUpgradesEligibility,
    faults: [...requestFaults],
  }),
  createProductUpgrade: endpoint({
    method: 'POST',
    path: '/v1/productUpgrades',
    summary: 'Upgrade a customer to an Azure plan',
    see: 'partner-center/developer/create-product-upgrade-entity',
    auth: 'app+user',
    roles: ['admin-agent', 'sales-agent'],
    effect: 'write',
    params: none,
    query: none,
    body: ProductUpgradeRequest,
    shapeFault: 'commerce',
    status: 202,
    answer: Type.Void(),
    faults: [
      ...requestFaults,
      faults.upgradeIsInProgress,
      faults.upgradeIsCompleted,
      faults.upgradeHasNoAzureSubscriptions,
      faults.upgradeHasSuspendedSubscriptions,
      faults.upgradeHasRecentPurchases,
      faults.upgradeHasSharedServices,
      faults.upgradeCatalogItemNotFound,
      faults.upgradeNotEligible,
    ],
    audit: { operationType: 'upgrade_subscription', resourceType: 'subscription' },
  }),
  getProductUpgradeStatus: endpoint({
    method: 'POST',
    path: '/v1/productUpgrades/:upgradeId/status',
    summary: 'Get the status of an upgrade to an Azure plan',
    see: 'partner-center/developer/get-product-upgrade-status',
    auth: 'app+user',
    roles: ['admin-agent', 'sales-agent'],
    effect: 'read',
    params: Type.Object({ upgradeId: Guid }),
    query: none,
    body: ProductUpgradeRequest,
    shapeFault: 'commerce',
    status: 200,
    answer: ProductUpgradesStatus,
    faults: [...requestFaults, faults.upgradeNotFound, faults.upgradeOfAnotherCustomer],
  }),
} as const
