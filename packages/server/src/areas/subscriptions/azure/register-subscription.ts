import type { azureEndpoints } from '@tenantry/contract/endpoints/azure.ts'
import { fault } from '@tenantry/contract/faults/fault.ts'
import { faults } from '@tenantry/contract/faults/index.ts'
import type { SubscriptionRegistrationStatus } from '@tenantry/contract/resources/azure.ts'
import { azure } from '../../../collaborators/azure.ts'
import { reply, type Input, type Reply } from '../../../work/operation.ts'
import { enforce, rule, ruleList, type Rule } from '../../../kernel/rule.ts'
import type { Scope } from '../../../work/scope.ts'
import { addDuration } from '../../../kernel/time.ts'
import { getCustomer, getHeldCustomer } from '../../accounts/customers/public.ts'
import {
  changeSubscription,
  publishedId,
  Subscriptions,
  type SubscriptionRecord,
} from '../subscription/public.ts'

const page = 'partner-center/developer/register-a-subscription'

/** An Azure plan and Microsoft Azure of the older program can be registered. */
export const registrationRules = ruleList<Rule<SubscriptionRecord>>('Register a subscription', [
  rule<SubscriptionRecord>({
    name: 'subscriptionIsAzure',
    holds: ({ productFamily }) => productFamily === 'azurePlan',
    fault: () => fault(faults.notAnAzureSubscription),
    decidedBy: ({ productFamily }) => ({ productFamily }),
    see: page,
  }),
  rule<SubscriptionRecord>({
    name: 'azureSubscriptionIsActive',
    holds: ({ status }) => status === 'active',
    fault: () => fault(faults.azureSubscriptionNotActive),
    decidedBy: ({ status }) => ({ status }),
    see: page,
  }),
])

/**
 * Enables the subscription for the purchase of reservations. A subscription that is registered, or about to be, stays
 * so. Faults: 60003, 20002, 20003, 800011, 800012.
 */
export async function registerSubscription(
  scope: Scope,
  { params }: Input<typeof azureEndpoints.registerSubscription>,
): Promise<Reply<void>> {
  const { id: customerId } = await getHeldCustomer(scope, params.customerId)
  const subscription = await new Subscriptions(scope).get(customerId, params.subscriptionId)
  enforce(registrationRules, subscription, scope.trace)

  if (subscription.registration === undefined) await register(scope, subscription)
  scope.audit({ customerId, newValue: { subscriptionId: subscription.id, registration: 'requested' } })

  const id = publishedId(subscription)
  return reply(undefined, {
    headers: { Location: `/customers/${customerId}/subscriptions/${id}/registrationstatus` },
  })
}

async function register(scope: Scope, subscription: SubscriptionRecord): Promise<void> {
  const { registrationTakes } = scope.collaborator(azure)
  const status = registrationTakes === 'PT0S' ? 'registered' : 'registering'
  const registration = { status, requestedAt: scope.now } as const
  const event = status === 'registered' ? 'subscription-registered' : 'subscription-updated'
  await changeSubscription(scope, subscription, { ...subscription, registration }, event)
  if (status === 'registered') return
  await scope.agenda.schedule({
    dueAt: addDuration(scope.now, registrationTakes),
    kind: 'complete-registration',
    customer: subscription.customerId,
    subject: subscription.id,
  })
}

const statuses = { registering: 'Registering', registered: 'Registered' } as const

/** What cannot be registered is simply not (assumed). Faults: 60003, 20002, 20003. */
export async function getSubscriptionRegistrationStatus(
  scope: Scope,
  { params }: Input<typeof azureEndpoints.getSubscriptionRegistrationStatus>,
): Promise<SubscriptionRegistrationStatus> {
  await getCustomer(scope, params.customerId)
  const subscription = await new Subscriptions(scope).get(params.customerId, params.subscriptionId)

  return {
    subscriptionId: publishedId(subscription),
    status:
      subscription.registration === undefined ? 'NotRegistered' : statuses[subscription.registration.status],
    attributes: { objectType: 'SubscriptionRegistrationStatus' },
  }
}
