import type { azureEndpoints } from '@tenantry/contract/endpoints/azure.ts'
import type { Routes } from '../../../work/operation.ts'
import { cancelAzureEntitlement } from './cancel-azure-entitlement.ts'
import { getOverage, updateOverage } from './manage-overage.ts'
import { reactivateAzureEntitlement } from './reactivate-azure-entitlement.ts'
import { getAzureEntitlement, listAzureEntitlements } from './read-azure-entitlements.ts'
import { getSubscriptionRegistrationStatus, registerSubscription } from './register-subscription.ts'

export const routes: Routes<typeof azureEndpoints> = {
  listAzureEntitlements,
  getAzureEntitlement,
  cancelAzureEntitlement,
  reactivateAzureEntitlement,
  registerSubscription,
  getSubscriptionRegistrationStatus,
  getOverage,
  updateOverage,
}
