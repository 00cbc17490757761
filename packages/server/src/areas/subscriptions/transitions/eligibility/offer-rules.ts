import { fault } from '@tenantry/contract/faults/fault.ts'
import { faults } from '@tenantry/contract/faults/index.ts'
import type { TransitionErrorName } from '@tenantry/contract/reasons/transition-errors.ts'
import type { TransitionType } from '@tenantry/contract/resources/transition.ts'
import { rule, ruleList } from '../../../../kernel/rule.ts'
import type { MovingSubscription } from './moving-subscription.ts'
import { reasoned, type ReasonedRule } from './reasoned-rule.ts'

/** A way to buy the target: how long and how often billed. */
interface OfferedPlan {
  readonly termDuration: string
  readonly billingCycle: string
}

/** The SKU that seats are to become, as it stands in the customer's market and segment now. */
export interface TargetOffer {
  readonly productId: string
  readonly skuId: string
  readonly title: string
  readonly description: string
  /** The types that the path to it allows. */
  readonly transitionTypes: readonly TransitionType[]
  /** Undefined when there is nothing to buy it by: its sale has ended, or it was withdrawn from the market. */
  readonly availabilityId: string | undefined
  /** False once the sale of the SKU has ended for conversions too; true for a SKU that was withdrawn. */
  readonly isOnSale: boolean
  readonly plans: readonly OfferedPlan[]
  readonly minimumQuantity: number
  readonly maximumQuantity: number
  /** Most seats in the customer's tenant, over all subscriptions and partners. */
  readonly pooledSeats?: number
  readonly provisioningId?: string
  readonly servicePlans: readonly string[]
}

export interface OfferFacts {
  readonly customerId: string
  readonly source: MovingSubscription
  /** The SKU's id in the directory. Not looked at for a source of the older program. */
  readonly sourceProvisioningId: string | undefined
  readonly offer: TargetOffer
}

const see = 'partner-center/developer/transition-a-new-commerce-subscription'

/** A SKU on sale without an availability in the market; one whose sale has ended is a reason, not a fault. */
const offerIsAvailableInMarket = rule<OfferFacts>({
  name: 'offerIsAvailableInMarket',
  holds: ({ offer }) => offer.availabilityId !== undefined || !offer.isOnSale,
  fault: ({ offer, customerId }) =>
    fault(faults.customerAvailabilitiesNotFound, {
      productId: offer.productId,
      skuId: offer.skuId,
      customerId,
    }),
  see: 'partner-center/developer/error-codes',
})

/** Licence conflicts are computed from the directory's ids of both sides. */
const provisioningIdsAreKnown = rule<OfferFacts>({
  name: 'provisioningIdsAreKnown',
  holds: ({ offer, source, sourceProvisioningId }) =>
    offer.provisioningId !== undefined &&
    (source.commerce === 'legacy' || sourceProvisioningId !== undefined),
  fault: () => fault(faults.provisioningSkuIdIsMissing),
  decidedBy: ({ offer, sourceProvisioningId }) => ({
    source: sourceProvisioningId,
    target: offer.provisioningId,
  }),
  see: 'partner-center/developer/error-codes',
})

/** What makes the whole eligibility answer impossible, in order. */
export const offerIntegrityRules = ruleList('A transition: the offer as it is published', [
  offerIsAvailableInMarket,
  provisioningIdsAreKnown,
])

const reason = (name: TransitionErrorName, declared: Omit<ReasonedRule<OfferFacts>, 'reason'>) =>
  reasoned<OfferFacts, TransitionErrorName>({ reason: name, ...declared })

const offerIsOnSale = reason('targetOfferNotFound', {
  name: 'offerIsOnSale',
  holds: ({ offer }) => offer.isOnSale,
  fault: () => fault(faults.catalogItemNotEligible),
  see,
})

/** Add-ons of the older program hang on their base; the fault is assumed. */
const sourceHasNoAddOns = reason('subscriptionAddOnsPresent', {
  name: 'sourceHasNoAddOns',
  holds: ({ source }) => source.commerce !== 'legacy' || !source.hasAddOns,
  fault: () => fault(faults.operationNotSupported),
  see: 'partner-center/developer/transition-a-subscription',
})

/** In new commerce the caller can choose another cycle, so that only the older program is bound to its own. */
const offerHasSourceBillingCycle = reason('billingCycleNotSupported', {
  name: 'offerHasSourceBillingCycle',
  holds: ({ source, offer }) =>
    source.commerce !== 'legacy' || offer.plans.some((plan) => plan.billingCycle === source.billingCycle),
  fault: () => fault(faults.billingCycleIsInvalid),
  decidedBy: ({ source }) => ({ billingCycle: source.billingCycle }),
  see: 'partner-center/developer/transition-a-subscription',
})

/** What an eligibility answer reports about a target SKU, for both transition types. */
export const offerRules = ruleList<ReasonedRule<OfferFacts, TransitionErrorName>>(
  'A transition: the target offer',
  [offerIsOnSale, sourceHasNoAddOns, offerHasSourceBillingCycle],
)
