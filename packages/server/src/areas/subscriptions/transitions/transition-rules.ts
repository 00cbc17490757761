import { fault } from '@tenantry/contract/faults/fault.ts'
import { faults } from '@tenantry/contract/faults/index.ts'
import type { TransitionRequest } from '@tenantry/contract/resources/transition.ts'
import { on, rule, ruleList, when, type Rule } from '../../../kernel/rule.ts'
import type { Instant } from '../../../kernel/time.ts'
import { delegationRules, directoryRules, type LicenceFacts } from './eligibility/licence-rules.ts'
import { isSameSku, type MovingSubscription } from './eligibility/moving-subscription.ts'
import {
  offerIntegrityRules,
  offerRules,
  type OfferFacts,
  type TargetOffer,
} from './eligibility/offer-rules.ts'
import { sourceRules } from './eligibility/source-rules.ts'
import {
  targetEndsNoEarlier,
  targetIsActive,
  targetIsOutOfCancellationWindow,
  targetTermIsLongEnough,
  type TargetFacts,
} from './eligibility/target-rules.ts'
import { cycleMonths, isTransitionType, readCatalogItemId, termRank } from './transition.ts'

/** Everything that a POST is judged by, loaded before the first check. */
export interface TransitionFacts {
  readonly now: Instant
  readonly customerId: string
  readonly request: TransitionRequest
  readonly source: MovingSubscription
  readonly sourceProvisioningId: string | undefined
  readonly updatesMax: number
  /** Fewest seats that a trial can become. */
  readonly trialSeatsMin: number
  /** Undefined unless `toCatalogItemId` names a SKU that the source has a path to. */
  readonly offer: TargetOffer | undefined
  /** What `toSubscriptionId` names; undefined without it and for an unknown one. */
  readonly target: MovingSubscription | undefined
  /** Seats to move; 0 where the request names none. */
  readonly quantity: number
  /** The request's term and cycle, or the documented defaults. */
  readonly termDuration: string
  readonly billingCycle: string
  readonly seats: SeatLimits
  readonly promotionIsApplicable: boolean
  readonly licences: LicenceFacts
  /** The price list has a row for the target at that term and cycle. */
  readonly isPriceKnown: boolean
  readonly isCreditSufficient: boolean
}

interface SeatLimits {
  /** A sandbox allows only so many seats in one subscription. */
  readonly perSubscriptionMax: number | undefined
  /** Seats of the target's SKU that the customer may still get; undefined without a limit. */
  readonly pooledLeft: number | undefined
}

const see = 'partner-center/developer/transition-a-new-commerce-subscription'

const catalogItemIsGiven = rule<TransitionFacts>({
  name: 'catalogItemIsGiven',
  holds: ({ request }) => (request.toCatalogItemId ?? '').trim() !== '',
  fault: () => fault(faults.catalogItemIdIsMissing),
  see,
})

/** `quantity` and `transitionType` are required, and what is said of the source must be true (assumed). */
const requestFitsSource = rule<TransitionFacts>({
  name: 'requestFitsSource',
  holds: ({ request, source }) =>
    request.quantity !== undefined &&
    request.transitionType !== undefined &&
    namesSource(request.fromSubscriptionId, source) &&
    namesSkuOf(request.fromCatalogItemId, source),
  fault: () => fault(faults.requestInputIsInvalid),
  see,
})

const namesSource = (id: string | undefined, source: MovingSubscription) =>
  id === undefined || id.toLowerCase() === source.id

/** The availability is left out of account: it is reissued from time to time. */
function namesSkuOf(text: string | undefined, subscription: MovingSubscription): boolean {
  if (text === undefined || subscription.commerce === 'legacy') return true
  const item = readCatalogItemId(text)
  return item !== undefined && isSameSku(item, subscription)
}

const transitionTypeExists = rule<TransitionFacts>({
  name: 'transitionTypeExists',
  holds: ({ request }) => isTransitionType(request.transitionType),
  fault: () => fault(faults.operationNotSupported),
  decidedBy: ({ request }) => ({ transitionType: request.transitionType }),
  see,
})

/** A trial becomes at least 25 paid seats. @see partner-center/offer-your-customers-trials */
const quantityIsLargeEnough = rule<TransitionFacts>({
  name: 'quantityIsLargeEnough',
  holds: ({ quantity, source, trialSeatsMin }) => quantity >= (source.isTrial ? trialSeatsMin : 1),
  fault: () => fault(faults.quantityOutOfRange),
  decidedBy: ({ quantity }) => ({ quantity }),
  see,
})

/** No downgrades: only what the catalogue lists as a path out of the source's SKU. */
const pathExists = rule<TransitionFacts>({
  name: 'pathExists',
  holds: ({ offer }) => offer !== undefined,
  fault: () => fault(faults.catalogItemNotEligible),
  decidedBy: ({ request }) => ({ toCatalogItemId: request.toCatalogItemId }),
  see,
})

const pathAllowsType = rule<TransitionFacts>({
  name: 'pathAllowsType',
  holds: ({ offer, request }) =>
    offer !== undefined && offer.transitionTypes.some((type) => type === request.transitionType),
  fault: () => fault(faults.operationNotSupported),
  see,
})

const goesIntoExisting = ({ request }: TransitionFacts) => Boolean(request.toSubscriptionId)
const goesIntoNew = (facts: TransitionFacts) => !goesIntoExisting(facts)

const targetDiffersFromSource = rule<TransitionFacts>({
  name: 'targetDiffersFromSource',
  holds: ({ request, source }) => request.toSubscriptionId?.toLowerCase() !== source.id,
  fault: () => fault(faults.targetIsSource),
  see,
})

const targetExists = rule<TransitionFacts>({
  name: 'targetExists',
  holds: ({ target }) => target !== undefined,
  fault: () => fault(faults.assetNotFound),
  see: 'partner-center/developer/error-codes',
})

const targetHasTheCatalogItem = rule<TransitionFacts>({
  name: 'targetHasTheCatalogItem',
  holds: ({ target, request }) =>
    target !== undefined && target.commerce === 'nce' && namesSkuOf(request.toCatalogItemId, target),
  fault: () => fault(faults.targetCatalogItemDiffers),
  decidedBy: ({ target, request }) => ({
    target: target?.catalogItemId,
    toCatalogItemId: request.toCatalogItemId,
  }),
  see,
})

/** Seats take over the term of the subscription they go into; another one in the request cannot be met (assumed). */
const termIsTargets = rule<TransitionFacts>({
  name: 'termIsTargets',
  holds: ({ request, target }) =>
    request.termDuration === undefined || request.termDuration.toUpperCase() === target?.termDuration,
  fault: () => fault(faults.targetTermIsInvalid),
  see,
})

/** As the term. */
const billingCycleIsTargets = rule<TransitionFacts>({
  name: 'billingCycleIsTargets',
  holds: ({ request, target }) =>
    request.billingCycle === undefined || request.billingCycle.toLowerCase() === target?.billingCycle,
  fault: () => fault(faults.billingCycleIsInvalid),
  see,
})

/** Something else is being done to the target; the caller is told to try later, as in the cancellation window. */
const targetIsReady = rule<TransitionFacts>({
  name: 'targetIsReady',
  holds: ({ target }) => target !== undefined && target.isProvisioned && !target.hasPendingOperation,
  fault: () => fault(faults.targetNotReady),
  see,
})

const existing = (facts: TransitionFacts): TargetFacts => ({
  now: facts.now,
  source: facts.source,
  target: facts.target ?? facts.source,
})

/** In the order in which they are looked at when `toSubscriptionId` is given. */
const existingTargetRules: readonly Rule<TransitionFacts>[] = [
  targetDiffersFromSource,
  targetExists,
  on(existing, targetIsActive),
  targetHasTheCatalogItem,
  termIsTargets,
  on(existing, targetTermIsLongEnough),
  billingCycleIsTargets,
  on(existing, targetIsOutOfCancellationWindow),
  targetIsReady,
  on(existing, targetEndsNoEarlier),
]

const termIsOffered = rule<TransitionFacts>({
  name: 'termIsOffered',
  holds: ({ offer, termDuration }) => hasPlan(offer, (plan) => plan.termDuration === termDuration),
  fault: () => fault(faults.targetTermIsInvalid),
  decidedBy: ({ termDuration }) => ({ termDuration }),
  see,
})

const hasPlan = (
  offer: TargetOffer | undefined,
  fits: (plan: TargetOffer['plans'][number]) => boolean,
): boolean => offer !== undefined && offer.plans.some(fits)

const termIsNotShorter = rule<TransitionFacts>({
  name: 'termIsNotShorter',
  holds: ({ source, termDuration }) => termRank(termDuration) >= termRank(source.termDuration),
  fault: () => fault(faults.targetTermIsShorter),
  decidedBy: ({ source, termDuration }) => ({ source: source.termDuration, target: termDuration }),
  see,
})

const billingCycleExists = rule<TransitionFacts>({
  name: 'billingCycleExists',
  holds: ({ billingCycle }) => cycleMonths(billingCycle) !== undefined,
  fault: () => fault(faults.billingCycleIsInvalid),
  decidedBy: ({ billingCycle }) => ({ billingCycle }),
  see,
})

/** Before the plans are searched: none has such a cycle, and this fault is the clearer one. */
const billingCycleFitsTerm = rule<TransitionFacts>({
  name: 'billingCycleFitsTerm',
  holds: ({ billingCycle, termDuration }) => termRank(termDuration) >= shortestTermOf(billingCycle),
  fault: () => fault(faults.billingCycleLongerThanTerm),
  decidedBy: ({ billingCycle, termDuration }) => ({ billingCycle, termDuration }),
  see,
})

const shortestTermOf = (billingCycle: string): number =>
  billingCycle === 'triennial' ? termRank('P3Y') : billingCycle === 'annual' ? termRank('P1Y') : 0

const planIsOffered = rule<TransitionFacts>({
  name: 'planIsOffered',
  holds: ({ offer, billingCycle, termDuration }) =>
    hasPlan(offer, (plan) => plan.termDuration === termDuration && plan.billingCycle === billingCycle),
  fault: () => fault(faults.billingCycleIsInvalid),
  see,
})

const newTargetRules: readonly Rule<TransitionFacts>[] = [
  termIsOffered,
  termIsNotShorter,
  billingCycleExists,
  billingCycleFitsTerm,
  planIsOffered,
]

/** Seats of the subscription they will be in. */
const seatsAfter = ({ quantity, target }: TransitionFacts): number => (target?.quantity ?? 0) + quantity

/** What stays behind in a partial transition needs no minimum of its own: nobody documents one. */
const seatsAreWithinSku = rule<TransitionFacts>({
  name: 'seatsAreWithinSku',
  holds: (facts) =>
    facts.offer !== undefined &&
    seatsAfter(facts) >= facts.offer.minimumQuantity &&
    seatsAfter(facts) <= facts.offer.maximumQuantity,
  fault: () => fault(faults.quantityOutOfRange),
  decidedBy: (facts) => ({ seats: seatsAfter(facts), max: facts.offer?.maximumQuantity }),
  see,
})

const seatsAreWithinEnvironment = rule<TransitionFacts>({
  name: 'seatsAreWithinEnvironment',
  holds: (facts) =>
    facts.seats.perSubscriptionMax === undefined || seatsAfter(facts) <= facts.seats.perSubscriptionMax,
  fault: () => fault(faults.subscriptionSeatLimitExceeded),
  decidedBy: (facts) => ({ seats: seatsAfter(facts), max: facts.seats.perSubscriptionMax }),
  see: 'partner-center/developer/error-codes',
})

/** The limit is the tenant's: seats with another partner count. @see partner-center/developer/pricing-and-offers */
const seatsAreWithinPool = rule<TransitionFacts>({
  name: 'seatsAreWithinPool',
  holds: ({ quantity, seats }) => seats.pooledLeft === undefined || quantity <= seats.pooledLeft,
  fault: ({ quantity, seats, offer }) =>
    fault(faults.seatLimitExceeded, {
      requestedSeats: quantity,
      remainingSeats: Math.max(0, seats.pooledLeft ?? 0),
      catalogItemId: offer === undefined ? '' : catalogItemIdOf(offer),
    }),
  decidedBy: ({ quantity, seats }) => ({ quantity, left: seats.pooledLeft }),
  see: 'partner-center/developer/error-codes',
})

/** Without an availability behind it once the sale has ended (assumed). */
export const catalogItemIdOf = ({ productId, skuId, availabilityId }: TargetOffer): string =>
  availabilityId === undefined ? `${productId}:${skuId}` : `${productId}:${skuId}:${availabilityId}`

/** Trial conversions take no promotion, existing subscriptions keep theirs; the fault is the one of a purchase. */
const promotionIsApplicable = rule<TransitionFacts>({
  name: 'promotionIsApplicable',
  holds: (facts) => facts.request.promotionId === undefined || facts.promotionIsApplicable,
  fault: () => fault(faults.promotionCodeIsInvalid),
  see: 'partner-center/developer/new-commerce-promotions',
})

/** Nothing can be charged for without a price; as at a purchase. */
const priceIsKnown = rule<TransitionFacts>({
  name: 'priceIsKnown',
  holds: ({ isPriceKnown }) => isPriceKnown,
  fault: () => fault(faults.temporaryFailure),
  see: 'partner-center/developer/error-codes',
})

const creditIsSufficient = rule<TransitionFacts>({
  name: 'creditIsSufficient',
  holds: ({ isCreditSufficient }) => isCreditSufficient,
  fault: () => fault(faults.prepaidCreditInsufficient),
  see: 'partner-center/developer/error-codes',
})

const asOffered = (facts: TransitionFacts): OfferFacts => ({
  customerId: facts.customerId,
  source: facts.source,
  sourceProvisioningId: facts.sourceProvisioningId,
  // Looked at only after `pathExists`.
  offer: facts.offer as TargetOffer,
})

const licences = (facts: TransitionFacts): LicenceFacts => facts.licences

/** Every condition of a POST. Order is precedence: the first rule that does not hold decides the answer. */
export const transitionRules = ruleList<Rule<TransitionFacts>>('Create a transition', [
  catalogItemIsGiven,
  requestFitsSource,
  transitionTypeExists,
  quantityIsLargeEnough,
  ...sourceRules,
  pathExists,
  pathAllowsType,
  ...offerIntegrityRules.map((inner) => on(asOffered, inner)),
  ...offerRules.map((inner) => on(asOffered, inner)),
  ...existingTargetRules.map((inner) => when(goesIntoExisting, inner)),
  ...newTargetRules.map((inner) => when(goesIntoNew, inner)),
  seatsAreWithinSku,
  seatsAreWithinEnvironment,
  seatsAreWithinPool,
  promotionIsApplicable,
  ...delegationRules.map((inner) => on(licences, inner)),
  ...directoryRules.map((inner) => on(licences, inner)),
  priceIsKnown,
  creditIsSufficient,
])
