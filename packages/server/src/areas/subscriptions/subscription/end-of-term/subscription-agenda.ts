import { fulfilment } from '../../../../collaborators/purchases/fulfilment.ts'
import type { ScheduleHandlers } from '../../../../work/scope.ts'
import { withFirstEntitlement } from '../azure-entitlements.ts'
import { changeSubscription } from '../change-subscription.ts'
import { hasEnded, isAzurePlan } from '../subscription.ts'
import { activate } from '../start/activate.ts'
import { planFulfilment } from '../start/start-subscription.ts'
import { Subscriptions } from '../subscription-repository.ts'

/** What the agenda does for subscriptions of itself. Entries can be stale: each looks at the subscription anew. */
export const schedule: ScheduleHandlers = {
  'activate-subscription': async (scope, { customer, subject }) => {
    const subscription = await new Subscriptions(scope).find(customer, subject)
    if (subscription?.awaitsActivation !== true || hasEnded(subscription)) return
    await activate(scope, subscription)
  },
  'complete-fulfilment': async (scope, { customer, subject }) => {
    const subscription = await new Subscriptions(scope).find(customer, subject)
    if (subscription === undefined || subscription.fulfilment !== 'pending') return
    if (scope.collaborator(fulfilment).paused) {
      await planFulfilment(scope, subscription, undefined)
      return
    }
    const isStarting = subscription.status === 'pending' && subscription.awaitsActivation !== true
    const fulfilled = {
      ...subscription,
      fulfilment: 'completed' as const,
      ...(isStarting ? { status: 'active' as const } : {}),
    }
    await changeSubscription(
      scope,
      subscription,
      isAzurePlan(fulfilled) ? withFirstEntitlement(fulfilled, scope.newId(), scope.now) : fulfilled,
    )
  },
}
