import { describe } from '@tenantry/contract/reasons/reason.ts'
import { targetSubscriptionErrors } from '@tenantry/contract/reasons/target-subscription-errors.ts'
import { transitionErrors, type TransitionErrorName } from '@tenantry/contract/reasons/transition-errors.ts'
import type {
  TargetSubscriptionEligibilityDetail,
  TransitionEligibility,
  TransitionEligibilityDetail,
  TransitionType,
} from '@tenantry/contract/resources/transition.ts'
import { licenceRules, type LicenceFacts } from './licence-rules.ts'
import { isSameSku, type MovingSubscription } from './moving-subscription.ts'
import { offerRules, type OfferFacts, type TargetOffer } from './offer-rules.ts'
import { reasonsAgainst } from './reasoned-rule.ts'
import { sourceRules, type SourceFacts } from './source-rules.ts'
import { targetRules, type TargetFacts } from './target-rules.ts'
import { catalogItemIdOf } from '../transition-rules.ts'

export interface EligibilityFacts extends SourceFacts, Omit<OfferFacts, 'offer'> {
  readonly now: TargetFacts['now']
  readonly operationId: string
  readonly locale: string
  readonly trialSeatsMin: number
  /** Asked for the end of the term: then nothing can go into an existing subscription. */
  readonly isScheduled: boolean
  /** The customer's other subscriptions with this partner. */
  readonly others: readonly MovingSubscription[]
  readonly licencesFor: (offer: TargetOffer, transitionType: TransitionType) => LicenceFacts
}

/** One item of the answer: what stands against each way to that SKU. A source that may not move is no fault here. */
export function eligibilityFor(facts: EligibilityFacts, offer: TargetOffer): TransitionEligibility {
  return {
    operationId: facts.operationId,
    catalogItemId: catalogItemIdOf(offer),
    title: offer.title,
    description: offer.description,
    quantity: facts.source.isTrial ? facts.trialSeatsMin : facts.source.quantity,
    subscriptionEligibilities: candidates(facts, offer).map((target) => targetEligibility(facts, target)),
    eligibilities: offer.transitionTypes.map((type) => typeEligibility(facts, offer, type)),
    attributes: { objectType: 'TransitionEligibility' },
  }
}

/** Why seats cannot move to that SKU in that way, in the order of the codes. */
function reasonsAgainstType(
  facts: EligibilityFacts,
  offer: TargetOffer,
  transitionType: TransitionType,
): TransitionErrorName[] {
  const names = [
    ...reasonsAgainst(sourceRules, facts, transitionErrors),
    ...reasonsAgainst(offerRules, { ...facts, offer }, transitionErrors),
    ...reasonsAgainst(licenceRules, facts.licencesFor(offer, transitionType), transitionErrors),
  ]
  return [...new Set(names)].sort((a, b) => transitionErrors[a].code - transitionErrors[b].code)
}

function typeEligibility(
  facts: EligibilityFacts,
  offer: TargetOffer,
  transitionType: TransitionType,
): TransitionEligibilityDetail {
  const names = reasonsAgainstType(facts, offer, transitionType)
  return {
    isEligible: names.length === 0,
    transitionType,
    errors: names.map((name) => describe(transitionErrors[name], facts.locale)),
  }
}

/**
 * Existing subscriptions of the target's SKU. Ended ones are left out; a suspended one shows that it is not active.
 * The page leaves the list empty for a trial, although a trial can be moved into an existing subscription.
 */
function candidates(facts: EligibilityFacts, offer: TargetOffer): MovingSubscription[] {
  if (facts.source.isTrial || facts.isScheduled) return []
  return facts.others.filter(
    (other) =>
      other.id !== facts.source.id &&
      other.commerce === 'nce' &&
      isSameSku(other, offer) &&
      (other.status === 'active' || other.status === 'suspended'),
  )
}

function targetEligibility(
  { now, source, locale }: EligibilityFacts,
  target: MovingSubscription,
): TargetSubscriptionEligibilityDetail {
  const names = reasonsAgainst(targetRules, { now, source, target }, targetSubscriptionErrors)
  return {
    isEligible: names.length === 0,
    subscriptionId: target.id,
    subscriptionFriendlyName: target.friendlyName,
    subscriptionTermDuration: target.termDuration,
    subscriptionBillingCycle: target.billingCycle,
    errors: names.map((name) => describe(targetSubscriptionErrors[name], locale)),
  }
}
