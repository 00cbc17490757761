import { fault } from '@tenantry/contract/faults/fault.ts'
import { faults } from '@tenantry/contract/faults/index.ts'
import type { DomainEvent } from '../../../../work/events.ts'
import { enforce, rule, ruleList } from '../../../../kernel/rule.ts'
import type { Scope } from '../../../../work/scope.ts'
import { changeSubscription } from '../change-subscription.ts'
import { cancel, isRunning, type SubscriptionRecord } from '../subscription.ts'
import { Subscriptions } from '../subscription-repository.ts'
import { dateOf } from '../../../../kernel/time.ts'

interface RemovalFacts {
  readonly running: readonly SubscriptionRecord[]
}

/**
 * A partner lets go of a customer only when nothing is active any more: suspend or cancel first. The code is assumed.
 * @see partner-center/developer/remove-a-reseller-relationship-with-a-customer
 */
const nothingIsActive = rule<RemovalFacts>({
  name: 'nothingIsActive',
  holds: ({ running }) => running.length === 0,
  fault: ({ running }) =>
    fault(faults.propertyIsInvalid).with(
      ...running.map(({ id }) => `subscription ${id} is active: suspend or cancel it first`),
    ),
  decidedBy: ({ running }) => ({ active: running.length }),
  see: 'partner-center/developer/remove-a-reseller-relationship-with-a-customer',
})

export const customerRemovalRules = ruleList('Let go of a customer', [nothingIsActive])

/** Refuses while subscriptions are active; what is suspended ends with a deleted customer. */
export async function followCustomerRemoval(scope: Scope, event: DomainEvent): Promise<void> {
  const subscriptions = await new Subscriptions(scope).list(event.customerId)
  const running = subscriptions.filter(isRunning)
  enforce(customerRemovalRules, { running }, scope.trace)

  if (event.details?.['because'] !== 'deleted') return
  for (const subscription of subscriptions) {
    if (subscription.status === 'deleted') continue
    await changeSubscription(
      scope,
      subscription,
      cancel(subscription, dateOf(scope.now)),
      'subscription-deleted',
    )
  }
}
