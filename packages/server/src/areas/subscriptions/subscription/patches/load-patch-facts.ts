import type { SubscriptionPatch } from '@tenantry/contract/resources/subscription.ts'
import { fulfilment } from '../../../../collaborators/purchases/fulfilment.ts'
import type { Scope } from '../../../../work/scope.ts'
import { dateOf } from '../../../../kernel/time.ts'
import { catalogueOf, skuKey, type Catalogue } from '../../../catalogue/products/public.ts'
import { partnerOnRecordFacts } from '../../../accounts/partners/public.ts'
import { allowedEndDates } from '../coterm.ts'
import { isExtendable } from '../end-of-term/extended-service-term.ts'
import { Holdings } from '../holdings-repository.ts'
import { changesOf, type PatchChanges, type WantedNextTerm } from './patch-changes.ts'
import { cycles, type ItemFacts, type NextTermFacts, type PatchFacts, type SeatFacts } from './patch-facts.ts'
import {
  counterpartOf,
  isForMicrosoft,
  isInLastDayOfTerm,
  microsoftLedMigration,
} from '../end-of-term/microsoft-migration.ts'
import { priceOfDay, type PriceOfDay } from '../price-of-day.ts'
import { firstDayAfter, type SubscriptionRecord } from '../subscription.ts'
import { sandboxPurchaseLimits, transitionLimits } from '../subscription-policies.ts'
import { Subscriptions } from '../subscription-repository.ts'

/** Loads what the rules of a PATCH judge, and no more than the changes need. */
export async function loadPatchFacts(
  scope: Scope,
  subscription: SubscriptionRecord,
  body: SubscriptionPatch,
  ifMatch: string | undefined,
): Promise<PatchFacts> {
  const changes = changesOf(subscription, body)
  const catalogue = catalogueOf(scope)
  const { partner } = scope.principal
  const { outage, failingSkus } = scope.collaborator(fulfilment)
  const key = skuKey(subscription.productId, subscription.skuId)
  return {
    now: scope.now,
    today: dateOf(scope.now),
    subscription,
    changes,
    etag: ifMatch ?? body.attributes?.etag,
    updatesMax: scope.policy(transitionLimits).updatesMax,
    partnerType:
      partner.type === 'directBill' || partner.type === 'indirectProvider' ? partner.type : 'other',
    legacyOffer: catalogue.findLegacyOffer(subscription.legacyOfferId ?? ''),
    sku: catalogue.findSkuByKey(key),
    item: itemFacts(catalogue, subscription),
    isExtendable: isExtendable(scope, subscription),
    parent: await findParent(scope, subscription),
    isAwaitedByMicrosoft: isAwaitedByMicrosoft(scope, catalogue, subscription),
    seats: await seatFacts(scope, catalogue, subscription, changes),
    nextTerm: await nextTermFacts(scope, catalogue, subscription, changes),
    term: {
      plans: catalogue.findSkuByKey(key)?.plans ?? [],
      hasFutureCharge:
        (changes.autoRenewEnabled ?? subscription.autoRenewEnabled) ||
        subscription.chargedThrough < subscription.commitmentEnd,
    },
    newPrice: await newPrice(scope, catalogue, subscription, changes),
    partnerOnRecord: await registrationFacts(scope, subscription, changes),
    fulfilmentFails: outage || failingSkus.includes(key),
  }
}

const isAwaitedByMicrosoft = (
  scope: Scope,
  catalogue: Catalogue,
  subscription: SubscriptionRecord,
): boolean =>
  subscription.commerce === 'legacy' &&
  isInLastDayOfTerm(subscription, scope.now) &&
  isForMicrosoft(subscription, scope.policy(microsoftLedMigration), counterpartOf(catalogue, subscription))

function itemFacts(
  catalogue: Catalogue,
  { productId, skuId, country, termDuration }: SubscriptionRecord,
): ItemFacts {
  const saleHasEnded = catalogue.saleHasEnded({ productId, skuId, country, termDuration })
  return {
    saleHasEnded,
    isRenewable: !saleHasEnded && catalogue.findSku(productId, skuId)?.isRenewable === true,
  }
}

async function findParent(
  scope: Scope,
  subscription: SubscriptionRecord,
): Promise<SubscriptionRecord | undefined> {
  const { customerId, parentSubscriptionId } = subscription
  return parentSubscriptionId === undefined
    ? undefined
    : await new Subscriptions(scope).find(customerId, parentSubscriptionId)
}

async function seatFacts(
  scope: Scope,
  catalogue: Catalogue,
  subscription: SubscriptionRecord,
  changes: PatchChanges,
): Promise<SeatFacts> {
  const key = skuKey(subscription.productId, subscription.skuId)
  const isSandbox = scope.principal.partner.environment === 'sandbox'
  return {
    environmentMax: isSandbox ? scope.policy(sandboxPurchaseLimits).seatsPerSubscription : undefined,
    pooled:
      changes.quantity === undefined
        ? subscription.quantity
        : (await new Holdings(scope).of(subscription.customerId, key)).seats,
    promotion: catalogue.findPromotion(subscription.promotionId ?? '')?.seats,
  }
}

async function nextTermFacts(
  scope: Scope,
  catalogue: Catalogue,
  subscription: SubscriptionRecord,
  { nextTerm: wanted }: PatchChanges,
): Promise<NextTermFacts | undefined> {
  if (wanted === undefined || wanted === 'remove') return undefined
  const { customerId, country, segment } = subscription
  const place = { productId: wanted.productId, skuId: wanted.skuId, country, segment }
  const isSame = skuKey(wanted.productId, wanted.skuId) === skuKey(subscription.productId, subscription.skuId)
  const item = isSame ? catalogue.sellable(place) : catalogue.convertible(place)
  const isKnown =
    wanted.availabilityId === '' ||
    catalogue.findAvailability(wanted.productId, wanted.skuId, wanted.availabilityId) !== undefined
  const cycle = cycles[wanted.billingCycle]?.cycle
  const plan = item && cycle && catalogue.findPlan(item.availability, wanted.termDuration, cycle)
  const others = await new Subscriptions(scope).list(customerId, { status: ['active'] })
  const price =
    plan &&
    priceOfDay(
      { catalogue, holdings: await new Holdings(scope).forPromotions(customerId), now: scope.now },
      subscription,
      { ...wanted, billingCycle: plan.billingCycle },
    )
  return {
    item: isKnown ? item : undefined,
    plan,
    isReachable: isReachable(catalogue, subscription, wanted),
    promotionIsValid: wanted.promotionId === undefined || price?.promotionId === wanted.promotionId,
    promotionId: price?.promotionId,
    alignedDates: allowedEndDates(firstDayAfter(subscription), wanted.termDuration, others).map(
      ({ date }) => date,
    ),
  }
}

/** A trial does not follow upon itself. */
function isReachable(
  catalogue: Catalogue,
  subscription: SubscriptionRecord,
  wanted: WantedNextTerm,
): boolean {
  const from = skuKey(subscription.productId, subscription.skuId)
  const to = skuKey(wanted.productId, wanted.skuId)
  if (from === to) return !subscription.isTrial
  return (
    catalogue.transitionPaths(from).some((path) => path.to === to) ||
    catalogue.findSkuByKey(from)?.conversions.includes(to) === true
  )
}

/** Only a longer term brings a new price: seats are added at the price of the term. */
async function newPrice(
  scope: Scope,
  catalogue: Catalogue,
  subscription: SubscriptionRecord,
  changes: PatchChanges,
): Promise<PriceOfDay | undefined> {
  const { termDuration } = changes
  if (termDuration === undefined) return undefined
  const billingCycle = cycles[changes.billingCycle ?? '']?.cycle ?? subscription.billingCycle
  const quantity = changes.quantity ?? subscription.quantity
  const holdings = await new Holdings(scope).forPromotions(subscription.customerId)
  return priceOfDay({ catalogue, holdings, now: scope.now }, subscription, {
    productId: subscription.productId,
    skuId: subscription.skuId,
    termDuration,
    billingCycle,
    quantity,
    promotionId: subscription.promotionId,
  })
}

async function registrationFacts(
  scope: Scope,
  { commerce }: SubscriptionRecord,
  { partnerId }: PatchChanges,
) {
  if (partnerId === undefined || partnerId === '') return undefined
  return await partnerOnRecordFacts(scope, partnerId, {
    commerce: commerce === 'legacy' ? 'legacy' : 'newCommerce',
    purpose: 'update',
  })
}
