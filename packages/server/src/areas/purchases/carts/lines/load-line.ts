import { restrictionsOf } from '../../../../collaborators/purchases/inventory.ts'
import { addDuration, isDuration, type PlainDate } from '../../../../kernel/time.ts'
import {
  allowedEndDates,
  findEntitlement,
  hasActiveAzureSubscription,
  isAzurePlan,
  isLegacyAzure,
  isRunning,
  type Holding,
  type SubscriptionRecord,
} from '../../../subscriptions/subscription/public.ts'
import type { Price, SellableItem, SkuKey } from '../../../catalogue/products/public.ts'
import type { RequestedLine } from '../cart.ts'
import { isModernItem } from '../cart-request.ts'
import type { LoadedLine } from './line-check.ts'
import type {
  AzureContext,
  AzureReference,
  ItemInventory,
  LegacyParent,
  LineFacts,
  LineHoldings,
} from './line-facts.ts'
import type { Ratio } from './line-pricing.ts'
import { resellerOf } from './line-reseller.ts'
import { choosePromotion, type ChosenPromotion, type EarlierUse } from './line-promotion.ts'
import type { PurchaseContext } from './purchase-context.ts'

/** A line that stands earlier in the same request and will be a subscription before this one. */
export interface EarlierLine {
  readonly line: RequestedLine
  readonly item: SellableItem
  readonly promotionId: string | undefined
}

export interface LineInContext {
  readonly loaded: LoadedLine
  readonly promotion: ChosenPromotion | undefined
  /** What the line is billed in. */
  readonly currency: string
  /** From the price list's currency to the billing currency; undefined without a rate. */
  readonly exchange: Ratio | undefined
}

/** Puts together what the rules of one line look at. Pure: everything was loaded into the context. */
export function loadLine(
  context: PurchaseContext,
  line: RequestedLine,
  earlier: readonly EarlierLine[],
): LineInContext {
  const currency = line.currencyCode ?? context.partner.currency
  if (!isModernItem(line.catalogItemId))
    return { loaded: loadLegacyLine(context, line), promotion: undefined, currency, exchange: undefined }

  const resolution = context.catalogue.resolve(line.catalogItemId)
  if (!resolution.found)
    return {
      loaded: { kind: 'unresolved', line, resolution },
      promotion: undefined,
      currency,
      exchange: undefined,
    }

  const item: SellableItem = resolution
  const price = priceOf(context, line, item)
  const exchange = price === undefined ? undefined : exchangeOf(context, price.currency, currency)
  const promotion = choosePromotion(context, line, item, price?.unitPrice, earlierUses(earlier))
  const facts: LineFacts = {
    now: context.now,
    today: context.today,
    line,
    item,
    plan: context.catalogue.findPlan(item.availability, line.termDuration ?? '', line.billingCycle ?? 'none'),
    partner: context.partner,
    isInEurope: context.partner.region === context.catalogue.regionOf('DE'),
    market: context.customer.market,
    segments: context.segments,
    tenantTags: context.tenantTags,
    holdings: holdingsOf(context, line, item, earlier),
    azure: azureContext(context, line),
    limits: context.limits,
    inventory: inventoryOf(context, item, earlier),
    chosenPromotion: promotion.chosen,
    currencies: [context.partner.currency, context.catalogue.currencyOf(context.customer.market)],
    price: exchange === undefined ? undefined : price,
  }
  return { loaded: { kind: 'modern', ...facts }, promotion: promotion.promotion, currency, exchange }
}

const earlierUses = (earlier: readonly EarlierLine[]): EarlierUse[] =>
  earlier.flatMap(({ promotionId, line }) =>
    promotionId === undefined ? [] : [{ promotionId, quantity: line.quantity }],
  )

function priceOf(
  context: PurchaseContext,
  line: RequestedLine,
  { availability }: SellableItem,
): Price | undefined {
  const commitment = line.purchaseCommitment?.amount
  return context.catalogue.priceOf({
    availability,
    termDuration: line.termDuration ?? '',
    billingCycle: line.billingCycle ?? 'none',
    ...(commitment !== undefined && isAmount(commitment) ? { commitment } : {}),
  })
}

/** Clients write what they like; whether it is enough is for the rules. */
const isAmount = (text: string): boolean => /^\d+(\.\d+)?$/.test(text)

function exchangeOf({ catalogue }: PurchaseContext, from: string, to: string): Ratio | undefined {
  return from === to ? { numerator: 1n, denominator: 1n } : catalogue.exchangeRate(from, to)
}

export function loadLegacyLine(
  context: PurchaseContext,
  line: RequestedLine,
  base?: RequestedLine,
): Extract<LoadedLine, { kind: 'legacy' }> {
  const offer = context.catalogue.findLegacyOffer(line.catalogItemId)
  const held = context.held.all.filter(
    ({ legacyOfferId }) => legacyOfferId !== undefined && legacyOfferId === offer?.id,
  )
  return {
    kind: 'legacy',
    line,
    offer,
    parent: parentOf(context, line, base),
    partner: context.partner,
    market: context.customer.market,
    segments: context.segments,
    sale: context.legacySale,
    heldConcurrently: held.filter((subscription) => subscription.status !== 'deleted').length,
    everHeld: held.length,
    legacyAzureOfPartner: context.legacyAzureOfPartner,
    holdings: { customerSubscriptions: context.held.active },
    limits: context.limits,
  }
}

/** A nested add-on is for the line that it stands in; another one names a subscription that exists. */
function parentOf(
  { held }: PurchaseContext,
  { provisioningContext }: RequestedLine,
  base: RequestedLine | undefined,
): LegacyParent {
  if (base !== undefined) return { offerId: base.catalogItemId.toUpperCase(), isActive: true }
  const { parentSubscriptionId } = provisioningContext
  if (parentSubscriptionId === undefined) return 'none'
  const parent = held.all.find(({ id }) => isSame(id, parentSubscriptionId))
  if (parent?.legacyOfferId === undefined) return 'unknown'
  return { offerId: parent.legacyOfferId, isActive: parent.status === 'active' }
}

function holdingsOf(
  context: PurchaseContext,
  line: RequestedLine,
  { product, sku }: SellableItem,
  earlier: readonly EarlierLine[],
): LineHoldings {
  const { held } = context
  const sameSku = earlier.filter((one) => one.item.sku.key === sku.key)
  const holding = context.holdings.find((one) => one.sku === sku.key)
  return {
    tenantSeats: (holding?.seats ?? 0) + seats(sameSku),
    assets:
      (product.family === 'azurePlan' ? plansOfReseller(held.azurePlans, line) : assetsOf(holding, sku)) +
      sameSku.length,
    prerequisiteSeats: prerequisiteSeats(context, sku.prerequisiteSkus, earlier),
    addOnSeats: (holding?.seats ?? 0) + seats(sameSku),
    ownsPaidVersion: sku.conversions
      .slice(0, 1)
      .some((paid) => context.holdings.some((one) => one.sku === paid && one.subscriptions > 0)),
    customerSubscriptions: held.active + earlier.length,
    tenantSubscriptions: context.holdings.reduce((sum, one) => sum + one.subscriptions, 0) + earlier.length,
    endDates: endDates(context, line),
    azurePlansOfPartner: context.azurePlansOfPartner + ofFamily(earlier, 'azurePlan').length,
    azurePlansOfCustomer: held.azurePlans.length + ofFamily(earlier, 'azurePlan').length,
    reservedInstances: held.reservedInstances + seats(ofFamily(earlier, 'reservation')),
  }
}

const endDates = ({ today, held }: PurchaseContext, line: RequestedLine): PlainDate[] =>
  line.customTermEndDate === undefined || !isDuration(line.termDuration ?? '')
    ? []
    : allowedEndDates(today, line.termDuration ?? '', held.all).map(({ date }) => date)

const seats = (lines: readonly EarlierLine[]): number =>
  lines.reduce((sum, { line }) => sum + line.quantity, 0)

const ofFamily = (lines: readonly EarlierLine[], family: SellableItem['product']['family']): EarlierLine[] =>
  lines.filter(({ item }) => item.product.family === family)

const assetsOf = (holding: Holding | undefined, { ownershipLimit }: SellableItem['sku']): number =>
  (ownershipLimit?.kind === 'lifetime' ? holding?.lifetime : holding?.subscriptions) ?? 0

/** A customer may have one plan through each reseller of a provider. */
const plansOfReseller = (plans: readonly SubscriptionRecord[], line: RequestedLine): number =>
  plans.filter(({ partnerId }) => partnerId === resellerOf(line)).length

/**
 * Seats that an add-on can build on: active subscriptions with this partner, what the customer has from other partners,
 * and earlier lines of the request.
 */
function prerequisiteSeats(
  { held, holdings }: PurchaseContext,
  prerequisites: readonly SkuKey[],
  earlier: readonly EarlierLine[],
): number | undefined {
  if (prerequisites.length === 0) return undefined
  const runningOf = (sku: SkuKey) => held.runningOf.get(sku) ?? []
  const bases = prerequisites.flatMap((sku) => runningOf(sku).filter(isRunning))
  const ordered = earlier.filter(({ item }) => prerequisites.includes(item.sku.key))
  const elsewhere = holdings
    .filter(({ sku, subscriptions }) => prerequisites.includes(sku) && subscriptions > 0)
    .map(({ sku, seats: all }) =>
      Math.max(0, all - runningOf(sku).reduce((sum, { quantity }) => sum + quantity, 0)),
    )
    .filter((rest) => rest > 0)
  if (bases.length + ordered.length + elsewhere.length === 0) return undefined
  return (
    bases.reduce((sum, { quantity }) => sum + quantity, 0) +
    elsewhere.reduce((sum, rest) => sum + rest, 0) +
    seats(ordered)
  )
}

function inventoryOf(
  { inventory: stock, inventoryChecks, inventoryCheckLifetime, now }: PurchaseContext,
  { product, sku }: SellableItem,
  earlier: readonly EarlierLine[],
): ItemInventory {
  const { armRegionName } = sku.traits
  const isThis = (entry: { productId: string; skuId: string }) =>
    entry.productId === product.id && entry.skuId === sku.id
  const restrictions = restrictionsOf(stock, { productId: product.id, skuId: sku.id, armRegionName })
  const wasChecked = inventoryChecks.some(
    (check) =>
      isThis(check) &&
      (armRegionName === undefined || check.armRegionName === armRegionName) &&
      addDuration(check.at, inventoryCheckLifetime) > now,
  )
  const asked = { isRestricted: restrictions.length > 0, wasChecked }
  const left = stock.remaining.find(isThis)
  if (left === undefined) return asked
  const taken = seats(earlier.filter(({ item }) => item.sku.key === sku.key))
  return { ...asked, remaining: Math.max(0, left.quantity - taken) }
}

/** GUIDs are compared without regard to case. */
const isSame = (a: string | undefined, b: string | undefined): boolean =>
  a !== undefined && b !== undefined && a.toLowerCase() === b.toLowerCase()

function azureContext({ held }: PurchaseContext, { provisioningContext }: RequestedLine): AzureContext {
  const { subscriptionId, entitlementId = '' } = provisioningContext
  const hasAzurePlan = held.azurePlans.length > 0
  if (subscriptionId === undefined && entitlementId === '')
    return { named: undefined, entitling: undefined, hasAzurePlan }
  const subscriptions = held.all
  const named = subscriptions.find(({ id }) => isSame(id, subscriptionId))
  // What an upgrade has moved under a plan is the plan's, although the older subscription keeps the id.
  const entitling =
    subscriptions.find((one) => findEntitlement(one, entitlementId) !== undefined) ??
    subscriptions.find((one) => isLegacyAzure(one) && isSame(one.entitlementId, entitlementId))
  return {
    named: named && azureReference(named),
    entitling: entitling && {
      ...azureReference(entitling),
      entitlementIsActive:
        entitling.status === 'active' &&
        (isLegacyAzure(entitling) || findEntitlement(entitling, entitlementId)?.status === 'active'),
    },
    hasAzurePlan,
  }
}

/** The offer of sandbox accounts. @see partner-center/developer/test-and-debug */
const sandboxAzure = 'MS-AZR-0146P'

const azureReference = (subscription: SubscriptionRecord): AzureReference => ({
  isUsage: isAzurePlan(subscription) || isLegacyAzure(subscription),
  isAzurePlan: isAzurePlan(subscription),
  isActive: subscription.status === 'active',
  hasActiveAzureSubscription: hasActiveAzureSubscription(subscription),
  registration: subscription.registration?.status ?? 'notRegistered',
  takesReservations: subscription.legacyOfferId !== sandboxAzure,
  partnerId: subscription.partnerId,
})
