import { fulfilment } from '../../../../collaborators/purchases/fulfilment.ts'
import { present } from '../../../../kernel/invariant.ts'
import type { Scope } from '../../../../work/scope.ts'
import { dateOf } from '../../../../kernel/time.ts'
import { catalogueOf, skuKey, type SellableItem } from '../../../catalogue/products/public.ts'
import { Orders, type OrderLine } from '../../../purchases/orders/public.ts'
import {
  counterpartOf,
  Holdings,
  priceOfDay,
  startSubscription,
  Subscriptions,
  type PriceOfDay,
  type SubscriptionRecord,
} from '../../../subscriptions/subscription/public.ts'
import { mapMembers, membersOf, type MigrationMember, type MigrationRecord } from '../migration.ts'
import { endOfFirstTerm } from '../migration-terms.ts'

/** Looks again at what can have changed since the request: the source, the sale, the price, who fulfils. */
export async function whatPreventsOrder(scope: Scope, migration: MigrationRecord): Promise<boolean> {
  const { outage, failingSkus } = scope.collaborator(fulfilment)
  for (const member of membersOf(migration)) {
    const { source, item, price } = await situation(scope, migration, member)
    if (source.status !== 'active' || item === undefined || price === undefined) return true
    if (outage || failingSkus.includes(skuKey(item.product.id, item.sku.id))) return true
  }
  return false
}

/** One order with a line for each subscription, the base first. Everything was checked before. */
export async function orderCounterparts(scope: Scope, migration: MigrationRecord): Promise<MigrationRecord> {
  const orderId = scope.newToken('0123456789abcdef', 12)
  const started: { member: MigrationMember; subscription: SubscriptionRecord }[] = []
  for (const [lineNumber, member] of membersOf(migration).entries()) {
    const subscription = await startCounterpart(scope, migration, member, orderId, lineNumber)
    started.push({ member, subscription })
  }
  const [first] = started
  const { country, currency } = present(first, 'a migration has a base').subscription
  const market = catalogueOf(scope).findMarket(country)
  await new Orders(scope).add({
    id: orderId,
    version: 1,
    customerId: migration.customerId,
    orderGroup: '0',
    createdAt: scope.now,
    billingCycle: migration.base.billingCycle,
    currency,
    currencySymbol: market?.currency === currency ? market.currencySymbol : currency,
    country,
    transactionType: migration.by === 'microsoft' ? 'SystemPurchase' : 'UserPurchase',
    status: 'accepted',
    lines: started.map(({ member, subscription }) => orderLine(member, subscription)),
  })
  return mapMembers({ ...migration, orderId }, (member, place) => {
    const { subscription } = present(started[place], 'every member was ordered')
    return { ...member, toSubscriptionId: subscription.id, endDate: subscription.commitmentEnd }
  })
}

async function startCounterpart(
  scope: Scope,
  migration: MigrationRecord,
  member: MigrationMember,
  orderId: string,
  lineNumber: number,
): Promise<SubscriptionRecord> {
  const { source, item, price } = await situation(scope, migration, member)
  const { wish, termDuration } = member
  const today = dateOf(scope.now)
  const end = endOfFirstTerm(source, termDuration, wish.purchaseFullTerm === true, today)
  // A day that has passed while the migration was waiting is no end any more.
  const custom =
    wish.customTermEndDate !== undefined && wish.customTermEndDate >= today
      ? wish.customTermEndDate
      : undefined
  const keepsName = source.friendlyName !== source.offerName
  return startSubscription(scope, {
    customerId: migration.customerId,
    orderId,
    lineNumber,
    item: present(item, 'the counterpart is on sale'),
    quantity: member.quantity,
    termDuration,
    billingCycle: member.billingCycle,
    ...present(price, 'the counterpart has a price'),
    currency: source.currency,
    customTermEndDate: custom,
    friendlyName: keepsName ? source.friendlyName : undefined,
    partnerId: source.partnerId,
    autoRenewEnabled: member.renews,
    migration: { fromSubscriptionId: source.id, commitmentEnd: custom ?? end },
  })
}

interface Situation {
  readonly source: SubscriptionRecord
  readonly item: SellableItem | undefined
  readonly price: PriceOfDay | undefined
}

async function situation(
  scope: Scope,
  { customerId }: MigrationRecord,
  { wish, termDuration, billingCycle, quantity }: MigrationMember,
): Promise<Situation> {
  const catalogue = catalogueOf(scope)
  const source = await new Subscriptions(scope).get(customerId, wish.subscriptionId)
  const item = counterpartOf(catalogue, source)
  const plan = item && catalogue.findPlan(item.availability, termDuration, billingCycle)
  if (item === undefined || plan === undefined) return { source, item: undefined, price: undefined }
  const holdings = await new Holdings(scope).forPromotions(customerId)
  const price = priceOfDay({ catalogue, holdings, now: scope.now }, source, {
    productId: item.product.id,
    skuId: item.sku.id,
    termDuration,
    billingCycle,
    quantity,
  })
  return { source, item, price }
}

/** As a line that was bought; the older program's subscription has no line of an order to refer to. */
const orderLine = (member: MigrationMember, subscription: SubscriptionRecord): OrderLine => ({
  lineItemNumber: subscription.lineNumber,
  offerId: member.catalogItemId,
  productFamily: subscription.productFamily,
  subscriptionId: subscription.id,
  friendlyName: subscription.friendlyName,
  quantity: subscription.quantity,
  termDuration: subscription.termDuration,
  transactionType: 'New',
  provisioningContext: {},
  ...(subscription.partnerId === undefined ? {} : { partnerIdOnRecord: subscription.partnerId }),
  ...(subscription.promotionId === undefined ? {} : { promotionId: subscription.promotionId }),
  ...(subscription.customTermEndDate === undefined
    ? {}
    : { customTermEndDate: subscription.customTermEndDate }),
})
