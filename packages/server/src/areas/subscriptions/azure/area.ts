import { azureEndpoints } from '@tenantry/contract/endpoints/azure.ts'
import { defineArea } from '../../../work/area.ts'
import { partnerOnRecordRules } from '../../accounts/partners/public.ts'
import { azureSchedule } from './azure-agenda.ts'
import { azurePlanRules, entitlementRules } from './azure-plan.ts'
import { cancelAzureEntitlement, cancellationRules } from './cancel-azure-entitlement.ts'
import { followCustomerRemoval, getOverage, updateOverage } from './manage-overage.ts'
import { overageTable } from './overage-repository.ts'
import { overageRules } from './overage-rules.ts'
import { productUpgradeTable } from './product-upgrade-repository.ts'
import { reactivateAzureEntitlement, reactivationRules } from './reactivate-azure-entitlement.ts'
import { getAzureEntitlement, listAzureEntitlements } from './read-azure-entitlements.ts'
import {
  getSubscriptionRegistrationStatus,
  registerSubscription,
  registrationRules,
} from './register-subscription.ts'

export const area = defineArea({
  name: 'subscriptions/azure',
  endpoints: azureEndpoints,
  routes: {
    listAzureEntitlements,
    getAzureEntitlement,
    cancelAzureEntitlement,
    reactivateAzureEntitlement,
    registerSubscription,
    getSubscriptionRegistrationStatus,
    getOverage,
    updateOverage,
  },
  checks: {
    listAzureEntitlements: [azurePlanRules],
    getAzureEntitlement: [azurePlanRules, entitlementRules],
    cancelAzureEntitlement: [azurePlanRules, entitlementRules, cancellationRules],
    reactivateAzureEntitlement: [azurePlanRules, entitlementRules, reactivationRules],
    registerSubscription: [registrationRules],
    getSubscriptionRegistrationStatus: [],
    getOverage: [],
    updateOverage: [overageRules, partnerOnRecordRules],
  },
  tables: [overageTable, productUpgradeTable],
  schedule: azureSchedule,
  listeners: { 'customer-removed': { follow: followCustomerRemoval } },
})
