import { migration } from '../../../collaborators/migration.ts'
import { enforce, unmet } from '../../../kernel/rule.ts'
import type { Scope } from '../../../work/scope.ts'
import { dateOf, type Instant } from '../../../kernel/time.ts'
import {
  catalogueOf,
  type Catalogue,
  type SellableItem,
  type TermPlan,
} from '../../catalogue/products/public.ts'
import { accountOf, type CustomerAccount, type CustomerRecord } from '../../accounts/customers/public.ts'
import { creditBears, lineRounding, type Charge, type LineRounding } from '../../books/ledger/public.ts'
import { partnerOnRecordFacts, partnerOnRecordRules } from '../../accounts/partners/public.ts'
import {
  allowedEndDates,
  counterpartOf,
  firstCharges,
  Holdings,
  isRenewing,
  itemMembers,
  priceOfDay,
  publishedId,
  sandboxPurchaseLimits,
  Subscriptions,
  termDays,
  type SubscriptionRecord,
} from '../../subscriptions/subscription/public.ts'
import type { MemberFacts } from './member-facts.ts'
import type { MemberWish, MigrationWish } from './migration.ts'
import type { BundleFacts } from './migration-rules.ts'
import { endOfFirstTerm, termOf } from './migration-terms.ts'
import { partnerRules, selectionRules, shapeRules, type ShapeFacts } from './request-rules.ts'

/** What a request is about, once it is known to be one. */
export interface Selection {
  readonly customer: CustomerRecord
  readonly wish: MigrationWish
  /** The customer's subscriptions. */
  readonly records: readonly SubscriptionRecord[]
}

/** Faults: 900223, 800002, 20003, 900358, 900248, 900262. */
export async function selectSubscriptions(
  scope: Scope,
  customer: CustomerRecord,
  wish: MigrationWish,
  shape: ShapeFacts,
): Promise<Selection> {
  enforcePartner(scope)
  enforce(shapeRules, shape, scope.trace)
  const subscriptions = new Subscriptions(scope)
  const source = await subscriptions.get(customer.id, wish.base.subscriptionId)
  const records = await subscriptions.list(customer.id)

  const addOnIds = wish.addOns.map(({ subscriptionId }) => subscriptionId)
  const facts = {
    source,
    addOnIds,
    addOns: addOnIds.map((id) => records.find((record) => record.id === id)),
    familyIds: addOnsOf(source.id, records).map(({ id }) => id),
  }
  enforce(selectionRules, facts, scope.trace)
  return { customer, wish, records }
}

/** Faults: 900223. */
export function enforcePartner(scope: Scope): void {
  const { partner } = scope.tenant
  const isExcluded = scope.collaborator(migration).excludedPartners.includes(partner)
  enforce(partnerRules, { partnerTenantId: partner, isExcluded }, scope.trace)
}

/** The add-ons of a subscription and theirs. */
export function addOnsOf(id: string, records: readonly SubscriptionRecord[]): SubscriptionRecord[] {
  const own = records.filter(({ parentSubscriptionId }) => parentSubscriptionId === id)
  return [...own, ...own.flatMap((addOn) => addOnsOf(addOn.id, records))]
}

/** How a subscription will be when it is migrated; the present one, or with its renewals until then. */
export type Foresight = (source: SubscriptionRecord) => SubscriptionRecord

/** Loads what the rules judge, as it will be at `at`. */
export async function loadBundle(
  scope: Scope,
  selection: Selection,
  at: Instant = scope.now,
  foresee: Foresight = (source) => source,
): Promise<BundleFacts> {
  const { customer, wish, records } = selection
  const account = await accountOf(scope, customer)
  const members: MemberFacts[] = []
  for (const memberWish of [wish.base, ...wish.addOns]) {
    const record = records.find(({ id }) => id === memberWish.subscriptionId)
    if (record === undefined) continue
    members.push(await loadMember(scope, selection, foresee(record), memberWish, account, at))
  }
  const catalogue = catalogueOf(scope)
  const rounding = scope.policy(lineRounding)
  const charges = members.flatMap((member) => chargesOf(catalogue, member, rounding))
  return { members, isCreditSufficient: await creditBears(scope, catalogue, charges) }
}

async function loadMember(
  scope: Scope,
  { wish: { addOns }, records }: Selection,
  source: SubscriptionRecord,
  wish: MemberWish,
  account: CustomerAccount,
  now: Instant,
): Promise<MemberFacts> {
  const catalogue = catalogueOf(scope)
  const today = dateOf(now)
  const item = counterpartOf(catalogue, source)
  const term = termOf(source, wish)
  const plan = planOf(catalogue, item, term)
  const latestEnd =
    plan === undefined
      ? source.commitmentEnd
      : endOfFirstTerm(source, plan.termDuration, wish.purchaseFullTerm === true, today)
  const quantity = wish.quantity ?? source.quantity
  const along = addOns.map(({ subscriptionId }) => subscriptionId)
  const family = addOnsOf(source.id, records).filter(({ status }) => status === 'active')
  return {
    now,
    today,
    environment: scope.principal.partner.environment,
    source,
    isRenewing: isRenewing(source, now),
    publishedId: publishedId(source),
    wish,
    leftBehind: family.map(({ id }) => id).filter((id) => !along.includes(id)),
    item,
    catalogItemId: item && `${item.product.id}:${item.sku.id}:${item.availability.id}`,
    quantity,
    term,
    plan,
    latestEnd,
    alignedDates:
      plan === undefined
        ? []
        : allowedEndDates(today, plan.termDuration, records, latestEnd).map(({ date }) => date),
    account,
    partnerOnRecordIsValid: await partnerIsValid(scope, source),
    seats: await seatLimits(scope, source, item),
    price: await priceToday(scope, catalogue, source, item, plan, quantity),
  }
}

const planOf = (
  catalogue: Catalogue,
  item: SellableItem | undefined,
  { termDuration, billingCycle }: MemberFacts['term'],
): TermPlan | undefined =>
  item === undefined || termDuration === undefined
    ? undefined
    : catalogue.findPlan(item.availability, termDuration, billingCycle)

/** It is judged as at a purchase in new commerce. */
async function partnerIsValid(scope: Scope, { partnerId }: SubscriptionRecord): Promise<boolean> {
  if (partnerId === undefined || partnerId === '') return true
  const use = { commerce: 'newCommerce', purpose: 'purchase' } as const
  return unmet(partnerOnRecordRules, await partnerOnRecordFacts(scope, partnerId, use)).length === 0
}

async function seatLimits(
  scope: Scope,
  { customerId }: SubscriptionRecord,
  item: SellableItem | undefined,
): Promise<MemberFacts['seats']> {
  const isSandbox = scope.principal.partner.environment === 'sandbox'
  const pooled = item?.sku.pooledSeats
  const held = item && pooled && (await new Holdings(scope).of(customerId, item.sku.key)).seats
  return {
    environmentMax: isSandbox ? scope.policy(sandboxPurchaseLimits).seatsPerSubscription : undefined,
    pooledLeft: pooled === undefined ? undefined : pooled - (held ?? 0),
  }
}

/** A promotion is applied where the counterpart has one that applies by itself. */
async function priceToday(
  scope: Scope,
  catalogue: Catalogue,
  source: SubscriptionRecord,
  item: SellableItem | undefined,
  plan: TermPlan | undefined,
  quantity: number,
): Promise<MemberFacts['price']> {
  if (item === undefined || plan === undefined) return undefined
  const holdings = await new Holdings(scope).forPromotions(source.customerId)
  return priceOfDay({ catalogue, holdings, now: scope.now }, source, {
    productId: item.product.id,
    skuId: item.sku.id,
    termDuration: plan.termDuration,
    billingCycle: plan.billingCycle,
    quantity,
  })
}

/** What the first cycle would cost, worked out without keeping anything. */
function chargesOf(catalogue: Catalogue, member: MemberFacts, rounding: LineRounding): Charge[] {
  const { source, item, plan, price, today, quantity, latestEnd, wish } = member
  if (item === undefined || plan === undefined || price === undefined) return []
  const started: SubscriptionRecord = {
    ...source,
    ...itemMembers(catalogue, item),
    commerce: 'nce',
    quantity,
    ...termDays(today, plan.termDuration, wish.customTermEndDate ?? latestEnd),
    termDuration: plan.termDuration,
    billingCycle: plan.billingCycle,
    termPrice: price.termPrice,
    listPrice: price.listPrice,
    promotionId: price.promotionId,
  }
  return firstCharges(started, 'migration', rounding)
}
