import type { AnswerOf } from '@tenantry/contract/endpoint.ts'
import type { subscriptionEndpoints } from '@tenantry/contract/endpoints/subscription.ts'
import { fault } from '@tenantry/contract/faults/fault.ts'
import { faults } from '@tenantry/contract/faults/index.ts'
import { collection } from '@tenantry/contract/resources/common.ts'
import type { SubscriptionHistoryEntry } from '@tenantry/contract/resources/subscription.ts'
import type { Input } from '../../../../work/operation.ts'
import { enforce, rule, ruleList } from '../../../../kernel/rule.ts'
import type { Scope } from '../../../../work/scope.ts'
import { formatInstant, instant } from '../../../../kernel/time.ts'
import type { OutboxRecord } from '../../../../store/world-tables.ts'
import { getCustomer } from '../../../accounts/customers/public.ts'
import { statuses } from '../subscription.ts'
import { SubscriptionEvents } from './subscription-events-repository.ts'
import { Subscriptions } from '../subscription-repository.ts'

/** Nothing has happened since the purchase, or since the subscription was written down as it had been. */
const historyExists = rule<{ readonly events: readonly OutboxRecord[] }>({
  name: 'subscriptionHasHistory',
  holds: ({ events }) => events.length > 0,
  fault: () => fault(faults.subscriptionHistoryNotFound),
  decidedBy: ({ events }) => ({ events: events.length }),
  see: 'assumed',
})

export const historyRules = ruleList('History of a subscription', [historyExists])

/** What has happened to a subscription, oldest first, its purchase left out. Faults: 60003, 20002, 20003, 800076. */
export async function getSubscriptionHistory(
  scope: Scope,
  { params }: Input<typeof subscriptionEndpoints.getSubscriptionHistory>,
): Promise<AnswerOf<typeof subscriptionEndpoints.getSubscriptionHistory>> {
  await getCustomer(scope, params.customerId)
  const { id } = await new Subscriptions(scope).get(params.customerId, params.subscriptionId)
  const all = await new SubscriptionEvents(scope).list(id)
  const events = all.filter(({ type }) => type !== 'subscription-created')

  enforce(historyRules, { events }, scope.trace)

  return collection(events.map(entry))
}

function entry({ at, type, details }: OutboxRecord): SubscriptionHistoryEntry {
  const status = statuses.find((one) => one === details['status'])
  const { quantity } = details
  return {
    date: formatInstant(instant(at)),
    operation: type.replace('subscription-', ''),
    ...(status === undefined ? {} : { status }),
    ...(typeof quantity === 'number' ? { quantity } : {}),
    attributes: { objectType: 'SubscriptionHistoryEntry' },
  }
}
