import { creditBears } from '../../books/ledger/public.ts'
import { billingCycles, type BillingCycleType } from '@tenantry/contract/resources/cart.ts'
import type { TransitionRequest } from '@tenantry/contract/resources/transition.ts'
import type { Scope } from '../../../work/scope.ts'
import { skuKey } from '../../catalogue/products/public.ts'
import {
  Holdings,
  type SubscriptionRecord,
  sandboxPurchaseLimits,
  transitionLimits,
} from '../subscription/public.ts'
import { planningOf } from './complete-transition.ts'
import { kindOf } from './conversion.ts'
import { licenceFactsOf, type LoadedSource } from './eligibility/load-source.ts'
import { isSameSku } from './eligibility/moving-subscription.ts'
import type { TargetOffer } from './eligibility/offer-rules.ts'
import { planTransition, type TransitionPlan } from './plan-transition.ts'
import { promotionForTarget } from './target-price.ts'
import {
  isTransitionType,
  readCatalogItemId,
  type TransitionOrder,
  type TransitionRecord,
} from './transition.ts'
import type { TransitionFacts } from './transition-rules.ts'

export interface LoadedTransition {
  readonly facts: TransitionFacts
  /** What will be carried out once the rules hold. */
  readonly transition: TransitionToBegin
  /** What it comes to; undefined only where a rule does not hold. */
  readonly plan: TransitionPlan | undefined
  readonly targetRecord: SubscriptionRecord | undefined
}

type TransitionToBegin = Pick<TransitionRecord, 'id' | 'kind' | 'order' | 'toSubscriptionId'>

/** Everything that a POST is judged by, and the order that it amounts to with the documented defaults. */
export async function loadTransition(
  scope: Scope,
  loaded: LoadedSource,
  body: TransitionRequest,
): Promise<LoadedTransition> {
  const { customerId, source, record, provisioningId: sourceProvisioningId } = loaded
  const request = withoutBlanks(body)
  const offer = offerOf(loaded, request)
  const targetRecord = loaded.records.find(({ id }) => id === request.toSubscriptionId?.toLowerCase())
  const term = termOf(record, offer, request, targetRecord)
  const transitionType = isTransitionType(request.transitionType) ? request.transitionType : 'transition_only'

  const quantity = request.quantity ?? 0
  const promotionId = await promotionOf(scope, loaded, request, { offer, quantity, ...term }, targetRecord)
  const order: TransitionOrder = {
    toProductId: offer?.productId ?? '',
    toSkuId: offer?.skuId ?? '',
    toAvailabilityId: offer?.availabilityId ?? '',
    quantity,
    ...term,
    transitionType,
    ...(promotionId === undefined ? {} : { promotionId }),
  }
  const transition = named(scope, record, order, targetRecord)
  const canBeBought = offer?.availabilityId !== undefined && order.billingCycle !== 'unknown'
  const sides = { source: record, existing: targetRecord }
  const plan = canBeBought ? planTransition({ transition, ...sides, ...planningOf(scope) }) : undefined
  const facts: TransitionFacts = {
    now: scope.now,
    customerId,
    request,
    source,
    sourceProvisioningId,
    ...scope.policy(transitionLimits),
    offer,
    target: targetRecord === undefined ? undefined : loaded.moving(targetRecord),
    quantity,
    ...term,
    seats: seatLimits(scope, loaded, offer),
    promotionIsApplicable: promotionId !== undefined,
    licences: licenceFactsOf(scope, loaded, offer, transitionType, targetRecord?.id),
    isPriceKnown: !canBeBought || plan !== undefined,
    isCreditSufficient: plan === undefined || (await creditBears(scope, loaded.catalogue, plan.charges)),
  }
  return { facts, transition, plan, targetRecord }
}

/** It has its ids from the start, so that its plan can name them. */
function named(
  scope: Scope,
  record: SubscriptionRecord,
  order: TransitionOrder,
  target: SubscriptionRecord | undefined,
): TransitionToBegin {
  const kind = kindOf(record, order.quantity, target !== undefined)
  const id = scope.newId()
  const toSubscriptionId = kind === 'newTarget' ? scope.newId() : target?.id
  return { id, kind, order, ...(toSubscriptionId === undefined ? {} : { toSubscriptionId }) }
}

/** Clients that send a whole Transition leave unused members empty. */
function withoutBlanks(body: TransitionRequest): TransitionRequest {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== ''))
}

function offerOf({ offers }: LoadedSource, request: TransitionRequest): TargetOffer | undefined {
  const item = readCatalogItemId(request.toCatalogItemId ?? '')
  return item === undefined ? undefined : offers.find((offer) => isSameSku(offer, item))
}

interface TermAndCycle {
  readonly termDuration: string
  readonly billingCycle: BillingCycleType
}

/**
 * The target's own term and cycle, else what was asked for, else the source's; a cycle that the target is not offered
 * with becomes monthly. A trial becomes a year, billed monthly.
 * @see partner-center/developer/transition-a-new-commerce-subscription
 */
function termOf(
  source: SubscriptionRecord,
  offer: TargetOffer | undefined,
  request: TransitionRequest,
  target: SubscriptionRecord | undefined,
): TermAndCycle {
  if (target !== undefined) return { termDuration: target.termDuration, billingCycle: target.billingCycle }
  const termDuration = request.termDuration?.toUpperCase() ?? (source.isTrial ? 'P1Y' : source.termDuration)
  if (request.billingCycle !== undefined)
    return { termDuration, billingCycle: readCycle(request.billingCycle) }
  const keepsCycle = offer?.plans.some(
    (plan) => plan.termDuration === termDuration && plan.billingCycle === source.billingCycle,
  )
  return { termDuration, billingCycle: keepsCycle === true ? source.billingCycle : 'monthly' }
}

const readCycle = (text: string): BillingCycleType =>
  billingCycles.find((known) => plain(known) === plain(text)) ?? 'unknown'

const plain = (text: string): string => text.toLowerCase().replaceAll('_', '')

/** An existing target keeps its promotion, or goes on without one; naming the one it has is no contradiction. */
async function promotionOf(
  scope: Scope,
  loaded: LoadedSource,
  request: TransitionRequest,
  { offer, ...plan }: TermAndCycle & { readonly offer: TargetOffer | undefined; readonly quantity: number },
  target: SubscriptionRecord | undefined,
): Promise<string | undefined> {
  const asked = request.promotionId
  if (offer === undefined || request.toSubscriptionId !== undefined) {
    return asked !== undefined && target?.promotionId === asked ? asked : undefined
  }
  const holdings = await new Holdings(scope).forPromotions(loaded.customerId)
  const targetPlan = { offer, ...plan }
  return promotionForTarget(loaded.catalogue, loaded.record, targetPlan, asked, holdings, scope.now)?.id
}

function seatLimits(
  scope: Scope,
  loaded: LoadedSource,
  offer: TargetOffer | undefined,
): TransitionFacts['seats'] {
  const isSandbox = scope.principal.partner.environment === 'sandbox'
  const held = offer && loaded.holdings.find(({ sku }) => sku === skuKey(offer.productId, offer.skuId))
  return {
    perSubscriptionMax: isSandbox ? scope.policy(sandboxPurchaseLimits).seatsPerSubscription : undefined,
    pooledLeft: offer?.pooledSeats === undefined ? undefined : offer.pooledSeats - (held?.seats ?? 0),
  }
}
