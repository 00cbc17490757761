import { renewals } from '../../../collaborators/renewals.ts'
import type { DueEntry, Scope, ScheduleHandlers } from '../../../work/scope.ts'
import { dateOf, hourMs, instant } from '../../../kernel/time.ts'
import { lineRounding, writeCharges } from '../../books/ledger/public.ts'
import {
  changeSubscription,
  isExtendable,
  nextStep,
  Subscriptions,
  willRenew,
  type LifecycleStep,
  type SubscriptionRecord,
} from '../subscription/public.ts'
import { atPriceOfNextPlan, cycleCharge } from './billing-plan.ts'
import { cancelOnDay } from './cancel-on-day.ts'
import { disable, expire, nextCycle, retire } from './end-of-term.ts'
import { extendSubscription } from './extend-subscription.ts'
import { renewSubscription } from './renew-subscription.ts'

/** The nightly work: each entry is for one subscription, which has one entry at a time. */
export const schedule: ScheduleHandlers = {
  'charge-cycle': async (scope, entry) => await run(scope, entry, 'charge-cycle', chargeCycle),
  'end-term': async (scope, entry) => await run(scope, entry, 'end-term', endTerm),
  'cancel-on-day': async (scope, entry) => await run(scope, entry, 'cancel-on-day', cancelOnDay),
  retire: async (scope, entry) => await run(scope, entry, 'retire', retireSubscription),
}

/** Entries can be stale, and wait while the nightly work is paused. */
async function run(
  scope: Scope,
  entry: DueEntry,
  kind: LifecycleStep,
  work: (scope: Scope, subscription: SubscriptionRecord) => Promise<void>,
): Promise<void> {
  const subscription = await new Subscriptions(scope).find(entry.customer, entry.subject)
  if (subscription === undefined) return
  const step = nextStep(subscription)
  if (step?.kind !== kind || step.on > dateOf(scope.now)) return
  if (scope.collaborator(renewals).paused) {
    const { customer, subject } = entry
    await scope.agenda.schedule({ dueAt: instant(scope.now + hourMs), kind, customer, subject })
    return
  }
  await work(scope, subscription)
}

/** Charges go on while a subscription is suspended. */
async function chargeCycle(scope: Scope, subscription: SubscriptionRecord): Promise<void> {
  const after = nextCycle(await atPriceOfNextPlan(scope, subscription))
  await writeCharges(scope, [cycleCharge(subscription, after, scope.policy(lineRounding))])
  await changeSubscription(scope, subscription, after, 'subscription-charged')
}

async function endTerm(scope: Scope, subscription: SubscriptionRecord): Promise<void> {
  if (willRenew(subscription)) {
    await renewSubscription(scope, subscription)
    return
  }
  if (subscription.status === 'active' && isExtendable(scope, subscription)) {
    if (subscription.endOfTerm === 'cancel') await endAtOnce(scope, subscription)
    else await extendSubscription(scope, subscription)
    return
  }
  const after = expire(subscription)
  const event = after.status === 'expired' ? 'subscription-expired' : 'subscription-disabled'
  await changeSubscription(scope, subscription, after, event)
}

/**
 * Chosen by the partner: no days of grace, nothing to pay. Its data is kept for as long as after those days.
 * @see partner-center/customers/extended-service-terms
 */
async function endAtOnce(scope: Scope, subscription: SubscriptionRecord): Promise<void> {
  await changeSubscription(scope, subscription, disable(subscription), 'subscription-disabled')
}

async function retireSubscription(scope: Scope, subscription: SubscriptionRecord): Promise<void> {
  const after = retire(subscription, dateOf(scope.now))
  const event = after.status === 'disabled' ? 'subscription-disabled' : 'subscription-deleted'
  await changeSubscription(scope, subscription, after, event)
}
