import { creditBears } from '../../books/ledger/public.ts'
import { billingCycles, type BillingCycleType } from '@tenantry/contract/resources/cart.ts'
import type { TransitionRequest } from '@tenantry/contract/resources/transition.ts'
import type { Scope } from '../../../work/scope.ts'
import { skuKey } from '../../catalogue/products/public.ts'
import {
  Holdings,
  itemMembers,
  replaceProduct,
  type SubscriptionRecord,
  sandboxPurchaseLimits,
  transitionLimits,
} from '../subscription/public.ts'
import { convertCharges, targetAfter } from './conversion.ts'
import { licenceFactsOf, type LoadedSource } from './eligibility/load-source.ts'
import { isSameSku } from './eligibility/moving-subscription.ts'
import type { TargetOffer } from './eligibility/offer-rules.ts'
import { promotionForTarget, targetTermPrice } from './target-price.ts'
import { isTransitionType, readCatalogItemId, type TransitionOrder } from './transition.ts'
import type { TransitionFacts } from './transition-rules.ts'

export interface LoadedTransition {
  readonly facts: TransitionFacts
  /** What will be carried out once the rules hold. */
  readonly order: TransitionOrder
  readonly targetRecord: SubscriptionRecord | undefined
}

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
  const plan = planOf(record, offer, request, targetRecord)
  const transitionType = isTransitionType(request.transitionType) ? request.transitionType : 'transition_only'

  const promotionId = await promotionOf(scope, loaded, request, offer, targetRecord, plan)
  const order: TransitionOrder = {
    toProductId: offer?.productId ?? '',
    toSkuId: offer?.skuId ?? '',
    toAvailabilityId: offer?.availabilityId ?? '',
    quantity: request.quantity ?? 0,
    ...plan,
    transitionType,
    ...(promotionId === undefined ? {} : { promotionId }),
  }
  const money = await moneyOf(scope, loaded, order, offer, targetRecord)
  const facts: TransitionFacts = {
    now: scope.now,
    customerId,
    request,
    source,
    sourceProvisioningId,
    ...scope.policy(transitionLimits),
    offer,
    target: targetRecord === undefined ? undefined : loaded.moving(targetRecord),
    ...plan,
    seats: seatLimits(scope, loaded, offer),
    promotionIsApplicable: promotionId !== undefined,
    licences: licenceFactsOf(scope, loaded, offer, transitionType, targetRecord?.id),
    ...money,
  }
  return { facts, order, targetRecord }
}

/** Clients that send a whole Transition leave unused members empty. */
function withoutBlanks(body: TransitionRequest): TransitionRequest {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== ''))
}

function offerOf({ offers }: LoadedSource, request: TransitionRequest): TargetOffer | undefined {
  const item = readCatalogItemId(request.toCatalogItemId ?? '')
  return item === undefined ? undefined : offers.find((offer) => isSameSku(offer, item))
}

interface Plan {
  readonly termDuration: string
  readonly billingCycle: BillingCycleType
}

/**
 * The target's own term and cycle, else what was asked for, else the source's; a cycle that the target is not offered
 * with becomes monthly. A trial becomes a year, billed monthly.
 * @see partner-center/developer/transition-a-new-commerce-subscription
 */
function planOf(
  source: SubscriptionRecord,
  offer: TargetOffer | undefined,
  request: TransitionRequest,
  target: SubscriptionRecord | undefined,
): Plan {
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
  offer: TargetOffer | undefined,
  target: SubscriptionRecord | undefined,
  plan: Plan,
): Promise<string | undefined> {
  const asked = request.promotionId
  if (offer === undefined || request.toSubscriptionId !== undefined) {
    return asked !== undefined && target?.promotionId === asked ? asked : undefined
  }
  const holdings = await new Holdings(scope).forPromotions(loaded.customerId)
  const targetPlan = { offer, ...plan, quantity: request.quantity ?? 0 }
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

/** Works the change out without keeping anything: a target of its own costs what the source would cost as that SKU. */
async function moneyOf(
  scope: Scope,
  { catalogue, record }: LoadedSource,
  order: TransitionOrder,
  offer: TargetOffer | undefined,
  target: SubscriptionRecord | undefined,
): Promise<Pick<TransitionFacts, 'isPriceKnown' | 'isCreditSufficient'>> {
  if (offer?.availabilityId === undefined || order.billingCycle === 'unknown') {
    return { isPriceKnown: true, isCreditSufficient: true }
  }
  const { country, segment } = record
  const item = catalogue.sellable({ productId: offer.productId, skuId: offer.skuId, country, segment })
  const price =
    target?.termPrice ?? targetTermPrice(catalogue, record, { ...order, offer }, order.promotionId)
  if (item === undefined || price === undefined) return { isPriceKnown: false, isCreditSufficient: true }
  const after =
    target === undefined
      ? replaceProduct(record, { ...order, item: itemMembers(catalogue, item), termPrice: price }, scope.now)
      : targetAfter(target, order, scope.now)
  const charges = convertCharges(record, after, { id: '', order }, scope.now)
  return {
    isPriceKnown: true,
    isCreditSufficient: await creditBears(scope, (from, to) => catalogue.exchangeRate(from, to), charges),
  }
}
