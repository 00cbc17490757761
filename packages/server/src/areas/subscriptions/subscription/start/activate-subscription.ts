import type { subscriptionEndpoints } from '@tenantry/contract/endpoints/subscription.ts'
import { fault } from '@tenantry/contract/faults/fault.ts'
import { faults } from '@tenantry/contract/faults/index.ts'
import type { SubscriptionActivationResult } from '@tenantry/contract/resources/subscription.ts'
import type { Input } from '../../../../work/operation.ts'
import { enforce, rule, ruleList, type Rule } from '../../../../kernel/rule.ts'
import type { Scope } from '../../../../work/scope.ts'
import { getCustomer } from '../../../accounts/customers/public.ts'
import type { SubscriptionRecord } from '../subscription.ts'
import { Subscriptions } from '../subscription-repository.ts'
import { activate } from './activate.ts'

interface ActivationFacts {
  readonly subscription: SubscriptionRecord
  readonly environment: 'production' | 'sandbox'
}

const page = 'partner-center/developer/activate-sandbox-subscription-azure-marketplace-products'

export const activationRules = ruleList<Rule<ActivationFacts>>('Activate a subscription', [
  rule<ActivationFacts>({
    name: 'environmentIsSandbox',
    holds: ({ environment }) => environment === 'sandbox',
    fault: () => fault(faults.operationNotSupportedInEnvironment),
    decidedBy: ({ environment }) => ({ environment }),
    see: page,
  }),
  rule<ActivationFacts>({
    name: 'productIsActivatedByCustomers',
    holds: ({ subscription }) => subscription.awaitsActivation !== undefined,
    fault: () => fault(faults.activationNotSupported),
    decidedBy: ({ subscription }) => ({ productFamily: subscription.productFamily }),
    see: page,
  }),
  rule<ActivationFacts>({
    name: 'subscriptionAwaitsActivation',
    holds: ({ subscription }) => subscription.awaitsActivation === true,
    fault: () => fault(faults.alreadyActivated),
    decidedBy: ({ subscription }) => ({ status: subscription.status }),
    see: page,
  }),
])

/** Stands in for the customer in a sandbox, where nobody visits the publisher. */
export async function activateSubscription(
  scope: Scope,
  { params }: Input<typeof subscriptionEndpoints.activateSubscription>,
): Promise<SubscriptionActivationResult> {
  await getCustomer(scope, params.customerId)
  const subscription = await new Subscriptions(scope).get(params.customerId, params.subscriptionId)

  enforce(activationRules, { subscription, environment: scope.principal.partner.environment }, scope.trace)

  await activate(scope, subscription)
  scope.audit({ customerId: params.customerId, newValue: { status: 'active' } })
  return { subscriptionId: subscription.id, status: 'Success' }
}
