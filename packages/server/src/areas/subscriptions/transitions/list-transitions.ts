import { fault } from '@tenantry/contract/faults/fault.ts'
import { faults } from '@tenantry/contract/faults/index.ts'
import { collection } from '@tenantry/contract/resources/common.ts'
import type { transitionEndpoints } from '@tenantry/contract/endpoints/transitions.ts'
import type { Operation } from '../../../work/operation.ts'
import { enforce, rule, ruleList } from '../../../kernel/rule.ts'
import { getCustomer } from '../../accounts/customers/public.ts'
import { Subscriptions, type SubscriptionRecord } from '../subscription/public.ts'
import { transitionAnswer } from './transition-answer.ts'
import { Transitions } from './transition-repository.ts'

/**
 * The history of a subscription, which is also how a running transition is watched. An operation that is not the
 * subscription's gives an empty list (assumed). Faults: 20003, 900263.
 */
export const listTransitions: Operation<typeof transitionEndpoints.listTransitions> = async (
  scope,
  { params, query },
) => {
  const { customerId, subscriptionId } = params
  await getCustomer(scope, customerId)
  const subscription = await new Subscriptions(scope).get(customerId, subscriptionId)
  enforce(historyRules, subscription, scope.trace)

  const asked = (query.operationId ?? query['operation-id'])?.toLowerCase()
  const transitions = await new Transitions(scope).ofSubscription(customerId, subscriptionId)

  return collection(
    transitions
      .filter(({ id }) => asked === undefined || id === asked)
      .map((transition) => transitionAnswer(transition, scope.locale)),
  )
}

const subscriptionIsNewCommerce = rule<SubscriptionRecord>({
  name: 'subscriptionIsNewCommerce',
  holds: ({ commerce }) => commerce === 'nce',
  fault: () => fault(faults.notSupportedForLegacySubscription),
  see: 'partner-center/developer/get-transitions',
})

export const historyRules = ruleList('List transitions: the subscription', [subscriptionIsNewCommerce])
