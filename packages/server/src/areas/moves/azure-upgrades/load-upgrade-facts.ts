import { Type } from 'typebox'
import upgradeRows from '../../../../data/policies/azure-upgrades.json' with { type: 'json' }
import { datedPolicy } from '../../../kernel/policy.ts'
import { unmet } from '../../../kernel/rule.ts'
import type { Scope } from '../../../work/scope.ts'
import { hasAcceptedCustomerAgreement } from '../../accounts/agreements/public.ts'
import { azurePlanSku, ProductUpgrades } from '../../subscriptions/azure/public.ts'
import { catalogueOf, type SellableItem } from '../../catalogue/products/public.ts'
import type { CustomerRecord } from '../../accounts/customers/public.ts'
import { partnerGates } from '../../accounts/partners/public.ts'
import {
  hasEnded,
  isLegacyAzure,
  Subscriptions,
  type SubscriptionRecord,
} from '../../subscriptions/subscription/public.ts'
import type { UpgradeFacts } from './upgrade-rules.ts'

export const azureUpgrades = datedPolicy({
  name: 'azure-upgrades',
  schema: Type.Object({ recentPurchaseHours: Type.Integer({ minimum: 0 }) }),
  rows: upgradeRows,
})

export async function loadUpgradeFacts(
  scope: Scope,
  customer: CustomerRecord,
  productFamily: string,
): Promise<UpgradeFacts> {
  const subscriptions = await new Subscriptions(scope).list(customer.id)
  const { partner } = scope.principal
  return {
    now: scope.now,
    productFamily,
    latest: await new ProductUpgrades(scope).latest(customer.id),
    legacyAzure: subscriptions.filter(isUpgradable),
    sharedServices: catalogueOf(scope)
      .legacyOffers.filter(({ isSharedServices }) => isSharedServices)
      .map(({ id }) => id),
    recentPurchaseHours: scope.policy(azureUpgrades).recentPurchaseHours,
    azurePlanIsSold: azurePlanFor(scope, customer.market) !== undefined,
    customerAgreementIsAccepted: await hasAcceptedCustomerAgreement(scope, customer.id),
    partnerMayTransact: unmet(partnerGates, { partner }).length === 0,
  }
}

/** What has been upgraded stays, suspended, as a record of the older program. */
export const isUpgradable = (subscription: SubscriptionRecord): boolean =>
  isLegacyAzure(subscription) && !hasEnded(subscription) && subscription.migratedTo === undefined

/** The Azure plan that a customer in the country can be upgraded to. */
export const azurePlanFor = (scope: Scope, country: string): SellableItem | undefined => {
  const item = catalogueOf(scope).sellable({ ...azurePlanSku, country })
  return item?.availability.isPurchasable === true ? item : undefined
}
