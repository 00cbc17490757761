import type { azurePortalEndpoints } from '@tenantry/contract/operator/azure.ts'
import type { AzureSubscriptionView } from '@tenantry/contract/operator/resources/history.ts'
import {
  changeAzureSubscription,
  createAzureSubscription,
  listAzureSubscriptions,
  removeRegistration,
  type AzureSubscription,
} from '../../areas/subscriptions/azure/public.ts'
import { sandboxPurchaseLimits } from '../../areas/subscriptions/subscription/public.ts'
import type { Scope } from '../../work/scope.ts'
import { formatInstant } from '../../kernel/time.ts'
import { asPartner } from './as-partner.ts'
import type { OperatorRoutes } from '../operation.ts'
import { badRequest, notFound } from '../operator-error.ts'

/**
 * What customers and Azure do in the Azure portal: `azure-subscriptions` under an Azure plan are made, disabled and
 * enabled; a registration for reservations is undone.
 */
export const azurePortalRoutes: OperatorRoutes<typeof azurePortalEndpoints> = {
  listAzureSubscriptions: ({ world }, { query: { partnerTenantId, customerId } }) =>
    asPartner('read', world, partnerTenantId, async (scope) =>
      (await listAzureSubscriptions(scope, customerId.toLowerCase())).map(view),
    ),

  createAzureSubscription: async ({ world }, { body }) => {
    const { partnerTenantId, customerId, subscriptionId, friendlyName = 'Azure subscription' } = body
    const made = await asPartner('write', world, partnerTenantId, (scope) =>
      createAzureSubscription(scope, {
        customerId: customerId.toLowerCase(),
        subscriptionId,
        friendlyName,
        most: mostPerPlan(scope),
      }),
    )
    if (made === undefined) {
      throw badRequest(
        `${subscriptionId} is no active Azure plan of the customer's, or a sandbox's plan is full`,
      )
    }
    return view(made)
  },

  changeAzureSubscription: async ({ world }, { params: { id }, body }) => {
    const { partnerTenantId, customerId, ...changes } = body
    const changed = await asPartner('write', world, partnerTenantId, (scope) =>
      changeAzureSubscription(scope, customerId.toLowerCase(), id, changes),
    )
    if (changed === undefined) throw notFound(`Azure subscription ${id} of this customer`)
    return view(changed)
  },

  removeRegistration: async ({ world }, { params: { subscriptionId }, query }) => {
    const isRemoved = await asPartner('write', world, query.partnerTenantId, (scope) =>
      removeRegistration(scope, query.customerId.toLowerCase(), subscriptionId),
    )
    if (!isRemoved) throw notFound(`registration of subscription ${subscriptionId}`)
  },
}

const mostPerPlan = (scope: Scope): number =>
  scope.principal.partner.environment === 'sandbox'
    ? scope.policy(sandboxPurchaseLimits).azureSubscriptionsPerPlan
    : Number.POSITIVE_INFINITY

const view = ({ plan, entitlement }: AzureSubscription): AzureSubscriptionView => ({
  id: entitlement.id,
  subscriptionId: plan.id,
  friendlyName: entitlement.friendlyName,
  status: entitlement.status,
  createdAt: formatInstant(entitlement.createdAt),
})
