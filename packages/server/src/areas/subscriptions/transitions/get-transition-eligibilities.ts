import type { transitionEndpoints } from '@tenantry/contract/endpoints/transitions.ts'
import { fault } from '@tenantry/contract/faults/fault.ts'
import { faults } from '@tenantry/contract/faults/index.ts'
import { collection } from '@tenantry/contract/resources/common.ts'
import type { Operation } from '../../../work/operation.ts'
import { enforce, rule, ruleList } from '../../../kernel/rule.ts'
import { getCustomer } from '../../accounts/customers/public.ts'
import { eligibilityFor } from './eligibility/eligibility.ts'
import { accessRules, directoryListRules } from './eligibility/licence-rules.ts'
import { licenceFactsOf, loadSource } from './eligibility/load-source.ts'
import { offerIntegrityRules } from './eligibility/offer-rules.ts'
import { transitionLimits } from '../subscription/public.ts'

/**
 * What a subscription could become. A source that may not move is no fault: each item says why. A source without a path
 * gives an empty list. Faults: 20003, 900141, 900308, 900143, 900144, 900140.
 */
export const getTransitionEligibilities: Operation<
  typeof transitionEndpoints.getTransitionEligibilities
> = async (scope, { params, query }) => {
  const { id: customerId } = await getCustomer(scope, params.customerId)
  const loaded = await loadSource(scope, customerId, params.subscriptionId)
  const eligibilityType = (query.eligibilityType ?? 'immediate').toLowerCase()
  enforce(eligibilityTypeRules, eligibilityType, scope.trace)

  enforce(accessRules, licenceFactsOf(scope, loaded, undefined, 'transition_only'), scope.trace)

  const { source, offers, provisioningId: sourceProvisioningId } = loaded
  for (const offer of offers) {
    enforce(offerIntegrityRules, { customerId, source, sourceProvisioningId, offer }, scope.trace)
  }
  for (const offer of offers.slice(0, 1)) {
    enforce(directoryListRules, licenceFactsOf(scope, loaded, offer, 'transition_only'), scope.trace)
  }

  const operationId = scope.newId()
  return collection(
    offers.map((offer) =>
      eligibilityFor(
        {
          now: scope.now,
          customerId,
          operationId,
          locale: scope.locale,
          ...scope.policy(transitionLimits),
          isScheduled: eligibilityType === 'scheduled',
          source,
          sourceProvisioningId,
          others: loaded.records.filter(({ id }) => id !== source.id).map((other) => loaded.moving(other)),
          licencesFor: (target, type) => licenceFactsOf(scope, loaded, target, type),
        },
        offer,
      ),
    ),
  )
}

const eligibilityTypeExists = rule<string>({
  name: 'eligibilityTypeExists',
  holds: (eligibilityType) => eligibilityType === 'immediate' || eligibilityType === 'scheduled',
  fault: () => fault(faults.operationNotSupported),
  decidedBy: (eligibilityType) => ({ eligibilityType }),
  see: 'partner-center/developer/transition-a-new-commerce-subscription',
})

export const eligibilityTypeRules = ruleList('Transition eligibilities: the type', [eligibilityTypeExists])
