import type { ScheduleHandlers } from '../../../work/scope.ts'
import { changeSubscription, findEntitlement, Subscriptions } from '../subscription/public.ts'
import { closeEntitlement } from './close-entitlement.ts'

/** What Azure does after a while. Entries can be stale: each looks at the subscription anew. */
export const azureSchedule: ScheduleHandlers = {
  'close-azure-entitlement': async (scope, { customer, subject, body }) => {
    const plan = await new Subscriptions(scope).find(customer, String(body?.['subscriptionId']))
    if (plan === undefined || findEntitlement(plan, subject)?.cancellationRequestedAt === undefined) return
    await closeEntitlement(scope, plan, subject)
  },
  'complete-registration': async (scope, { customer, subject }) => {
    const subscription = await new Subscriptions(scope).find(customer, subject)
    if (subscription?.registration?.status !== 'registering') return
    const registration = { ...subscription.registration, status: 'registered' } as const
    await changeSubscription(
      scope,
      subscription,
      { ...subscription, registration },
      'subscription-registered',
    )
  },
}
